import type { Refusal } from '#kernel/outcome';
import { inLocale, type Locale, type LocalText } from '#kernel/text';
import { formatTime } from '#kernel/time';
import { bookSentence } from '../books/sentences.ts';
import { dong } from './words.ts';

type Details = NonNullable<Refusal['details']>;
const say = (vi: string, en: string) => (): LocalText => ({ vi, en });

/** What has to be mended at the till, by the code of the refusal. */
export const tillSentences: Readonly<Record<string, (details: Details) => LocalText>> = {
  'not-yours': say('Việc này của quầy hoặc đơn vị khác.', 'Another counter or another unit does this.'),
  'bill-unknown': say(
    'Không tìm thấy mã này. Hãy xem lại 12 ký tự trên giấy hẹn hoặc tin nhắn của người nộp.',
    'No such code. Look at the 12 letters on the paper or in the message of the payer.',
  ),
  'fees-missing': say('Hãy chọn ít nhất một khoản.', 'Choose at least one fee.'),
  'fee-not-owed': say(
    'Có khoản không còn nợ; hãy tải lại trang rồi chọn lại.',
    'One of them is not owed any more; reload and choose again.',
  ),
  'payment-under-way': ({ until }) => ({
    vi: `Đang thanh toán trực tuyến, chờ đến ${formatTime(Number(until))}. Chưa thu để người nộp không trả hai lần.`,
    en: `Being paid online until ${formatTime(Number(until))}. Not taken, so that nobody pays twice.`,
  }),
  'slip-missing': say('Hãy ghi số hóa đơn thẻ in ra từ máy.', 'Write the number of the card slip.'),
  'way-missing': say('Hãy chọn tiền mặt hay thẻ.', 'Choose cash or card.'),
  'too-long': say('Nội dung này dài quá; hãy rút gọn.', 'This is too long; shorten it.'),
  'shift-open': say('Bạn đang có một ca mở ở quầy này.', 'You have an open shift at this counter.'),
  'shift-closed': say('Ca này đã đóng; hãy tải lại trang.', 'This shift is closed; reload.'),
  'shift-from-before': say(
    'Ca của bạn mở từ hôm trước. Hãy kiểm quỹ và đóng ca đó, rồi thu tiếp.',
    'Your shift is open since an earlier day. Count and close it, then go on.',
  ),
  'float-missing': say(
    'Hãy ghi tiền đầu ca bằng đồng, ví dụ 500.000; không có thì ghi 0.',
    'Give the float in đồng, such as 500.000; 0 if there is none.',
  ),
  'count-missing': say(
    'Hãy đếm tiền rồi ghi số tờ từng loại, hoặc ghi tổng số.',
    'Count the money: give the pieces of each note, or the total.',
  ),
  'remark-missing': ({ expected, difference }) => ({
    vi: `Sổ tính ${dong(Number(expected))}, bạn đếm ${Number(difference) > 0 ? 'thừa' : 'thiếu'} ${dong(Math.abs(Number(difference)))}. Hãy đếm lại; nếu vẫn lệch, ghi lý do rồi đóng ca.`,
    en: `The books say ${dong(Number(expected))}; your count is ${dong(Math.abs(Number(difference)))} ${Number(difference) > 0 ? 'over' : 'short'}. Count again; if it stays, write why and close.`,
  }),
  'reason-missing': say('Hãy viết lý do.', 'Write the reason.'),
  'receipt-unknown': say('Không thấy biên lai này trong đơn vị của bạn.', 'Your units have no such receipt.'),
  'receipt-not-standing': say(
    'Biên lai này đã hủy, hoặc đã hoàn một phần; không hủy được nữa.',
    'This receipt is cancelled, or partly given back; it cannot be cancelled.',
  ),
  'accountant-corrects': say(
    'Chỉ hủy được trong ngày, khi ca đã thu còn mở. Hãy báo kế toán của đơn vị.',
    'Possible on its own day while its shift is open. Tell the accountant of the unit.',
  ),
  'charge-of-table': say(
    'Khoản này do biểu phí tính; nếu được miễn, hãy ghi miễn kèm căn cứ.',
    'The fee table asks for this; exempt it with its ground instead.',
  ),
};

export function tillSentence(refusal: Refusal, locale: Locale): string {
  const write = tillSentences[refusal.code];
  return write ? inLocale(write(refusal.details ?? {}), locale) : bookSentence(refusal, locale);
}
