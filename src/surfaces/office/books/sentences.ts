import { asDong, formatDong } from '#kernel/money';
import type { Refusal } from '#kernel/outcome';
import { inLocale, type Locale, type LocalText } from '#kernel/text';
import { sentenceFor } from '../sentences.ts';

type Details = NonNullable<Refusal['details']>;
const say = (vi: string, en: string) => (): LocalText => ({ vi, en });
const money = (amount: string | number | undefined) => formatDong(asDong(Math.max(0, Number(amount ?? 0))));

/** What has to be mended in the books, by the code of the refusal. */
export const bookSentences: Readonly<Record<string, (details: Details) => LocalText>> = {
  'not-yours': say('Việc này của kế toán đơn vị khác.', 'The accountant of another unit does this.'),
  'not-found': say(
    'Không còn thấy khoản này; hãy tải lại danh sách.',
    'It is not there any more; reload the list.',
  ),
  'refund-unknown': say('Không thấy khoản hoàn này trong đơn vị của bạn.', 'Your units have no such refund.'),
  'refund-decided': say(
    'Khoản này đã được xử lý; hãy tải lại trang.',
    'It has been decided already; reload.',
  ),
  'refund-changed': say('Khoản này vừa thay đổi; hãy tải lại trang.', 'It has just changed; reload.'),
  'refund-live': say('Khoản này đang được hoàn rồi.', 'A refund of it is under way.'),
  'refund-overtaken': say(
    'Khoản thu không còn ở trạng thái đã nộp; hãy từ chối hoàn và ghi rõ.',
    'The charge is not paid any more; refuse, and say why.',
  ),
  'refund-no-account': say(
    'Chưa có tài khoản nhận; hãy chọn cách khác hoặc chờ người nộp ghi.',
    'No account is named yet; choose another way or wait for the payer.',
  ),
  'refund-not-by-gateway': say(
    'Cổng thu gộp nhiều khoản hoặc không thu khoản này; hãy chọn cách khác.',
    'The gateway took it with others, or not at all; choose another way.',
  ),
  'refund-not-approved': say(
    'Khoản này chưa được duyệt hoặc đã chi.',
    'It is not approved, or paid already.',
  ),
  'refund-four-eyes': say(
    'Bạn đã duyệt khoản này nên người khác phải chi.',
    'You approved it; somebody else pays it out.',
  ),
  'reason-missing': say('Hãy viết lý do.', 'Write the reason.'),
  'number-missing': say('Hãy ghi số chứng từ, ví dụ UNC 12/2026.', 'Give the number of the payment order.'),
  'day-missing': say(
    'Hãy ghi ngày chứng từ, ví dụ 25 11 2026.',
    'Give the day of the order, such as 25 11 2026.',
  ),
  'day-to-come': say('Ngày chứng từ không được sau hôm nay.', 'The day must not be after today.'),
  'way-missing': say('Hãy chọn cách hoàn.', 'Choose how it is given back.'),
  'amount-missing': say('Hãy ghi số tiền lớn hơn 0, bằng đồng.', 'Give an amount above 0, in đồng.'),
  'more-than-due': ({ left }) => ({
    vi: `Chỉ còn phải chuyển ${money(left)}.`,
    en: `Only ${money(left)} is left to pass on.`,
  }),
  'more-than-there': ({ there }) => ({
    vi: `Nơi này chỉ có ${money(there)}; hãy chọn nơi khác.`,
    en: `Only ${money(there)} is there; choose another place.`,
  }),
  'place-missing': say('Hãy chọn nơi tiền đang nằm.', 'Choose where the money is.'),
  'payee-missing': say('Hãy chọn đơn vị nhận.', 'Choose who gets it.'),
  'order-known': say('Chứng từ này đã được ghi cho đơn vị đó rồi.', 'This order has been entered already.'),
  'bank-missing': say('Hãy chọn ngân hàng.', 'Choose the bank.'),
  'account-name': say('Hãy ghi tên đơn vị thụ hưởng.', 'Give the name of the beneficiary.'),
  'account-bin': say(
    'Mã ngân hàng gồm 6 chữ số, ví dụ 970436.',
    'The number of a bank has 6 digits, such as 970436.',
  ),
  'account-number': say(
    'Số tài khoản gồm 4 đến 19 chữ số hoặc chữ cái.',
    'An account number has 4 to 19 digits or letters.',
  ),
  'account-holder': say('Hãy ghi tên chủ tài khoản như ở ngân hàng.', 'Give the holder as the bank has it.'),
  'treasury-half': say(
    'Hãy ghi cả mã kho bạc và tài khoản thu, hoặc bỏ trống cả hai.',
    'Give both the treasury and its account, or neither.',
  ),
};

export function bookSentence(refusal: Refusal, locale: Locale): string {
  const write = bookSentences[refusal.code];
  return write ? inLocale(write(refusal.details ?? {}), locale) : sentenceFor(refusal, locale);
}
