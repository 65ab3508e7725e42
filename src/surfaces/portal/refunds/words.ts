import type { Refund } from '#capabilities/payments';
import type { TagProps } from '#design';
import type { Refusal } from '#kernel/outcome';
import { inLocale, type Locale, type LocalText } from '#kernel/text';
import { formatDate, localDate } from '#kernel/time';
import { inside } from '../payment/words.ts';
import { sentenceOf } from '../sentences.ts';
import type { Say } from '../words/say.ts';

/** A wish dropped because the gateway had given the money back by itself: to its owner it is given back. */
const byGateway = ({ state, answer }: Refund): boolean =>
  state === 'dropped' && answer === 'gateway-refunded';

export const refundTag = (say: Say, refund: Refund): TagProps =>
  ({
    asked: { text: say('đang xem xét', 'being looked at'), tone: 'blue', icon: 'clock' } as const,
    approved: {
      text: say('đã duyệt, chờ chuyển tiền', 'approved, to be paid'),
      tone: 'blue',
      icon: 'clock',
    } as const,
    paid: { text: say('đã hoàn', 'given back'), tone: 'jade', icon: 'check' } as const,
    refused: { text: say('không được hoàn', 'refused'), tone: 'grey' } as const,
    dropped: { text: say('đã thôi', 'dropped'), tone: 'grey' } as const,
  })[byGateway(refund) ? 'paid' : refund.state];

/** The one sentence that says where a refund stands and what comes next. */
export function standingOf(say: Say, refund: Refund): string {
  switch (refund.state) {
    case 'asked':
      return refund.account
        ? say('Kế toán đang xem đề nghị của bạn.', 'The accountant is looking at it.')
        : say('Bạn hãy ghi tài khoản để nhận lại tiền.', 'Name the account that the money shall go to.');
    case 'approved':
      return refund.way === 'cash'
        ? say('Bạn đến quầy thu phí để nhận tiền mặt.', 'Collect the cash at the counter.')
        : refund.way === 'gateway'
          ? say('Tiền sẽ về qua cổng mà bạn đã thanh toán.', 'It comes back the way that you paid.')
          : say('Tiền sẽ được chuyển vào tài khoản bạn đã ghi.', 'It will go to the account that you named.');
    case 'paid':
      return paidOn(say, refund);
    case 'refused':
      return say(`Lý do: ${refund.answer}`, `Reason: ${refund.answer}`);
    case 'dropped':
      return byGateway(refund)
        ? say(
            'Cổng thanh toán đã hoàn tiền cho bạn.',
            'The payment platform has given the money back to you.',
          )
        : say('Đề nghị này không còn hiệu lực.', 'This wish is no longer open.');
  }
}

function paidOn(say: Say, { way, paid_day: day, paid_number: number }: Refund): string {
  const on = day === null ? '' : formatDate(day);
  return way === 'cash'
    ? say(`Đã trả tiền mặt ngày ${on}, chứng từ ${number}.`, `Paid in cash on ${on}, order ${number}.`)
    : say(`Đã chuyển ngày ${on}, chứng từ ${number}.`, `Paid on ${on}, order ${number}.`);
}

export const askedOn = (say: Say, { asked_at, kind }: Refund): string =>
  kind === 'asked'
    ? say(
        `Bạn đề nghị ngày ${formatDate(localDate(asked_at))}`,
        `You asked on ${formatDate(localDate(asked_at))}`,
      )
    : say(
        `Cơ quan đề nghị ngày ${formatDate(localDate(asked_at))}`,
        `Proposed by the office on ${formatDate(localDate(asked_at))}`,
      );

/** What has just been done, by the word in the address. */
export function doneSentence(say: Say, done: string | undefined): string | undefined {
  switch (done) {
    case 'de-nghi':
      return say(
        'Đã gửi đề nghị hoàn phí. Bạn sẽ nhận tin khi có kết quả.',
        'Sent. You will hear when it is decided.',
      );
    case 'tai-khoan':
      return say('Đã lưu tài khoản nhận tiền.', 'The account is saved.');
    case 'thoi':
      return say('Đã thôi đề nghị hoàn.', 'The wish is taken back.');
    default:
      return undefined;
  }
}

/** The law gives this back to nobody. */
export function neverSentence(say: Say, ground: unknown): string {
  const law = typeof ground === 'string' ? inside(ground) : '';
  return say(
    `Khoản này không được hoàn${law && ` theo ${law}`}.`,
    `This is not given back${law && ` (${law})`}.`,
  );
}

type Details = NonNullable<Refusal['details']>;
const say =
  (vi: string, en: string) =>
  (_: Details): LocalText => ({ vi, en });

/** Refusals of refunds, each with what to do. */
export const refundSentences: Readonly<Record<string, (details: Details) => LocalText>> = {
  'refund-not-allowed': ({ ground }) => ({
    vi: neverSentence((vi) => vi, ground),
    en: neverSentence((_, en) => en, ground),
  }),
  'refund-not-paid': say('Khoản này chưa nộp hoặc đã được hoàn.', 'It is not paid, or given back already.'),
  'refund-live': say(
    'Khoản này đang được hoàn; bạn theo dõi bên dưới.',
    'It is being given back; follow it below.',
  ),
  'refund-changed': say('Khoản này vừa thay đổi; hãy xem lại.', 'It has just changed; look again.'),
  'refund-decided': say(
    'Đề nghị đã được xử lý nên không đổi được nữa.',
    'It has been decided and cannot change.',
  ),
  'bank-missing': say('Hãy chọn ngân hàng nhận tiền.', 'Choose the bank.'),
  'account-number': say(
    'Số tài khoản gồm 4 đến 19 chữ số hoặc chữ cái.',
    'It has 4 to 19 digits or letters.',
  ),
  'account-holder': say('Hãy ghi tên chủ tài khoản như ở ngân hàng.', 'Give the holder as the bank has it.'),
  'reason-missing': say('Hãy viết vì sao bạn muốn hoàn.', 'Write why you want it back.'),
  'charge-missing': say('Hãy chọn khoản cần hoàn.', 'Choose what shall be given back.'),
};

export function refundSentence(refusal: Refusal, locale: Locale): string {
  const write = refundSentences[refusal.code];
  return write ? inLocale(write(refusal.details ?? {}), locale) : sentenceOf(refusal, locale);
}
