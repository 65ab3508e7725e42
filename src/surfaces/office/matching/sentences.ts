import { asDong, formatDong } from '#kernel/money';
import type { Refusal } from '#kernel/outcome';
import { inLocale, type Locale, type LocalText } from '#kernel/text';
import { formatDate, isPlainDate } from '#kernel/time';
import { sentenceFor } from '../sentences.ts';
import { number } from '../words/say.ts';

type Details = NonNullable<Refusal['details']>;
const plain = (vi: string, en: string) => (): LocalText => ({ vi, en });

const paidByAnother = plain(
  'Một dòng sao kê khác đã trả khoản hoàn này.',
  'Another line has paid this refund already.',
);

/** Why a file was not taken or a step cannot be done, by the code of the refusal. */
const sentences: Readonly<Record<string, (details: Details) => LocalText>> = {
  'not-yours': plain(
    'Việc này của kế toán đơn vị giữ tài khoản.',
    'The accountant of the unit that keeps the account does this.',
  ),
  'not-found': plain('Không còn thấy việc này; hãy tải lại danh sách.', 'It is not there any more; reload.'),
  'no-gateway': plain('Hãy chọn tệp này của cổng nào.', 'Choose whose file it is.'),
  'date-missing': plain('Hãy ghi ngày có thật, ví dụ 24 11 2026.', 'Give a real day, such as 24 11 2026.'),
  'day-to-come': plain(
    'Ngày không được sau hôm nay, ngày đầu không sau ngày cuối.',
    'The day must not be after today, nor the first after the last.',
  ),
  'days-too-many': plain('Mỗi lần so được tối đa 92 ngày.', 'At most 92 days at a time.'),
  'file-known': plain(
    'Tệp này đã được đưa vào rồi; xem trong bảng bên dưới.',
    'This file has been handed in already; see below.',
  ),
  'file-missing': plain('Hãy chọn tệp cần đưa vào.', 'Choose the file.'),
  'file-empty': plain('Tệp trống; hãy chọn tệp khác.', 'The file is empty; choose another.'),
  'file-large': plain(
    'Tệp quá lớn; hãy nén gzip hoặc chia nhỏ.',
    'The file is too large; gzip or divide it.',
  ),
  'file-packed': plain(
    'Không giải nén được tệp; hãy nén lại.',
    'The file cannot be unpacked; pack it again.',
  ),
  'file-slow': plain(
    'Đọc tệp không xong; hãy báo quản trị kỹ thuật.',
    'Reading did not end; tell the technical desk.',
  ),
  'file-text': plain(
    'Tệp không phải văn bản UTF-8; hãy lưu lại dạng CSV UTF-8.',
    'It is no UTF-8 text; save it as CSV UTF-8.',
  ),
  'file-header': plain(
    'Dòng đầu không có đủ các cột; hãy tải lại tệp gốc.',
    'The first line lacks columns; fetch the original.',
  ),
  'file-csv': ({ line }) => ({
    vi: `Dòng ${line ?? '?'} không đúng dạng CSV; hãy tải lại tệp gốc.`,
    en: `Line ${line ?? '?'} is not CSV; fetch the original.`,
  }),
  'file-rows': plain('Tệp có quá nhiều dòng; hãy chia theo ngày.', 'Too many lines; divide it by days.'),
  'file-line': ({ line, reason, list }) => ({
    vi: `Dòng ${line ?? '?'} không đọc được (${reason ?? ''}); chưa ghi gì. Tất cả: ${list ?? line ?? ''}.`,
    en: `Line ${line ?? '?'} cannot be read (${reason ?? ''}); nothing was taken. All: ${list ?? line ?? ''}.`,
  }),
  'file-day': ({ line, day }) => ({
    vi: `Dòng ${line ?? '?'} là của ngày ${shown(day)}; hãy chọn đúng ngày của tệp.`,
    en: `Line ${line ?? '?'} is of ${shown(day)}; choose the file's own day.`,
  }),
  'statement-account': ({ line, account }) => ({
    vi: `Dòng ${line ?? '?'} là của tài khoản ${account ?? ''}, không phải của đơn vị bạn.`,
    en: `Line ${line ?? '?'} is of account ${account ?? ''}, which is not your unit's.`,
  }),
  'item-closed': plain('Việc này đã đóng; hãy tải lại trang.', 'It is closed already; reload.'),
  'words-missing': plain('Hãy viết lý do hoặc điều đã biết.', 'Write the reason, or what you know.'),
  'too-long': plain('Nội dung quá dài; hãy rút gọn.', 'The text is too long; shorten it.'),
  'nothing-to-ask': plain('Không có lần nộp nào để hỏi cổng.', 'There is no payment to ask about.'),
  'nothing-to-tell': plain('Không có gì để báo lại cho hồ sơ.', 'There is nothing to tell the dossier.'),
  'not-markable': plain('Việc này không đánh dấu như vậy được.', 'It cannot be marked like this.'),
  'bill-unknown': plain(
    'Không có mã nộp này; hãy xem lại 12 ký tự.',
    'There is no such payment code; look at its 12 characters.',
  ),
  'line-placed': plain(
    'Khoản tiền này đã có chỗ rồi; hãy tải lại trang.',
    'This money has its place already; reload.',
  ),
  'refund-unknown': plain(
    'Không có mã hoàn này; hãy xem lại 12 ký tự sau HP.',
    'There is no such refund; look at the 12 characters after HP.',
  ),
  'refund-other-amount': plain(
    'Số tiền ra khác số phải hoàn; hãy kiểm tra lệnh chi.',
    'What left is not what was to be given back; check the order.',
  ),
  'refund-not-approved': plain(
    'Khoản hoàn này chưa được duyệt; hãy duyệt rồi gắn lại.',
    'This refund is not approved; have it approved, then tie it again.',
  ),
  'refund-ended': plain(
    'Khoản hoàn này đã bị từ chối hoặc đã thôi; hãy thu lại tiền.',
    'This refund was refused or dropped; fetch the money back.',
  ),
  'refund-overtaken': plain(
    'Khoản thu không còn ở trạng thái đã nộp; hãy thu lại tiền.',
    'The charge is not paid any more; fetch the money back.',
  ),
  'refund-known': paidByAnother,
  'refund-paid-already': paidByAnother,
  'refund-paid-elsewhere': plain(
    'Sổ ghi khoản này đã chi từ nơi khác; hãy kiểm tra có chi hai lần không.',
    'The books have it as paid from elsewhere; look whether it was paid twice.',
  ),
  'refund-four-eyes': plain(
    'Bạn đã duyệt khoản hoàn này nên kế toán khác phải gắn.',
    'You approved this refund; another accountant ties it.',
  ),
  'refund-live': plain('Khoản này đang được hoàn rồi.', 'A refund of it is under way.'),
  'refund-changed': plain(
    'Khoản hoàn vừa thay đổi; hãy tải lại trang.',
    'The refund has just changed; reload.',
  ),
  'surplus-gone': plain('Tiền này đã được hoàn hoặc đã dùng.', 'This money was returned or used.'),
  'other-account': plain('Khoản thu này về tài khoản khác.', 'The charge belongs to another account.'),
  'transfer-too-small': ({ missing }) => ({
    vi: `Tiền chuyển đến còn thiếu ${formatDong(asDong(Number(missing ?? 0)))}.`,
    en: `The transfer lacks ${formatDong(asDong(Number(missing ?? 0)))}.`,
  }),
};

const shown = (day: string | number | undefined): string =>
  typeof day === 'string' && isPlainDate(day) ? formatDate(day) : String(day ?? '');

/** Whether a code has a sentence of its own; the completeness test asks. */
export const hasMatchingSentence = (code: string): boolean => Object.hasOwn(sentences, code);

export function matchingSentence(refusal: Refusal, locale: Locale): string {
  const write = sentences[hasMatchingSentence(refusal.code) ? refusal.code : ''];
  return write ? inLocale(write(refusal.details ?? {}), locale) : sentenceFor(refusal, locale);
}

/** `12 phút`, `5 giờ`, `3 ngày`; what has just begun counts as a minute. */
export function ageInWords(ms: number, locale: Locale): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const of = (value: number, vi: string, en: string) => `${number(value)}\u00a0${locale === 'en' ? en : vi}`;
  if (minutes < 60) return of(Math.max(1, minutes), 'phút', 'min');
  // Two days and more are counted in days.
  if (minutes < 48 * 60) return of(Math.floor(minutes / 60), 'giờ', 'h');
  return of(Math.floor(minutes / 1440), 'ngày', 'days');
}
