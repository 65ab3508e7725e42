import type { BilledCharge, Way } from '#capabilities/payments';
import type { TagProps } from '#design';
import { type Dong, formatDong } from '#kernel/money';
import { formatDate, isPlainDate } from '#kernel/time';
import type { Say } from '../words/say.ts';
import { moment } from '../words/times.ts';

/** Narrow columns break lines at spaces; a sum stays whole. */
export const money = (amount: Dong): string => formatDong(amount).replace(' ', '\u00a0');

export const kindInWords = (say: Say, kind: BilledCharge['kind']): string =>
  ({
    phi: say('phí', 'charge (phí)'),
    'le-phi': say('lệ phí', 'fee (lệ phí)'),
    tax: say('thuế và khoản nộp theo thông báo', 'tax or other assessed money'),
  })[kind];

export const duePointInWords = (say: Say, dueAt: BilledCharge['dueAt']): string =>
  ({
    submission: say('nộp khi gửi hồ sơ', 'due at filing'),
    supplement: say('nộp khi bổ sung', 'due at the supplement'),
    return: say('nộp trước khi nhận kết quả', 'due before the result'),
  })[dueAt];

export const wayInWords = (say: Say, way: Way): string =>
  ({
    gateway: say('trả trực tuyến', 'paid online'),
    transfer: say('chuyển khoản', 'bank transfer'),
    cash: say('tiền mặt tại quầy', 'cash at a counter'),
    card: say('thẻ tại quầy', 'card at a counter'),
  })[way];

const day = (date: string): string => (isPlainDate(date) ? formatDate(date) : date);

/** A ground of law inside a sentence: tables write it with or without a full stop. */
export const inside = (ground: string): string => ground.replace(/[.;\s]+$/, '');

/** Where the amount comes from: the table with its version, or the notice of another authority. */
export function sourceInWords(say: Say, { assessed, ground, tableVersion }: BilledCharge): string {
  if (assessed)
    return [
      say(
        `Thông báo số ${assessed.number} ngày ${day(assessed.date)} của ${assessed.authority}`,
        `Notice ${assessed.number} of ${day(assessed.date)} by ${assessed.authority}`,
      ),
      ...(assessed.until
        ? [say(`hạn nộp ${day(assessed.until)}`, `to be paid by ${day(assessed.until)}`)]
        : []),
    ].join(', ');
  const table = say(`biểu phí phiên bản ${tableVersion}`, `table of fees, version ${tableVersion}`);
  return ground ? `${say('Căn cứ', 'Ground')}: ${inside(ground)}; ${table}` : table;
}

/** What has become of a charge. */
export function chargeTag(say: Say, { state, session, settledAt }: BilledCharge): TagProps {
  switch (state) {
    case 'owed':
      return session === null
        ? { text: say('chưa nộp', 'not paid'), tone: 'amber' }
        : { text: say('đang kiểm tra', 'being checked'), tone: 'blue', icon: 'clock' };
    case 'paid':
      return {
        text:
          settledAt === null
            ? say('đã nộp', 'paid')
            : say(`đã nộp ${moment(settledAt)}`, `paid ${moment(settledAt)}`),
        tone: 'jade',
        icon: 'check',
      };
    case 'exempt':
      return { text: say('được miễn', 'exempt'), tone: 'grey' };
    case 'void':
      return { text: say('không phải nộp nữa', 'no longer asked for'), tone: 'grey' };
    case 'refunded':
      return { text: say('đã hoàn lại', 'given back'), tone: 'grey' };
  }
}
