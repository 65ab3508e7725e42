import type { Refusal } from '#kernel/outcome';
import { inLocale, type Locale, type LocalText } from '#kernel/text';
import { sentenceFor as officeSentence } from '../sentences.ts';

type Details = NonNullable<Refusal['details']>;
type Sentence = LocalText | ((details: Details) => LocalText);
const say = (vi: string, en: string): LocalText => ({ vi, en });

/** What keeps a walk-in from being received, and how to mend it. */
const sentences: Readonly<Record<string, Sentence>> = {
  'not-yours': say(
    'Vai trò của bạn không tiếp nhận tại quầy này.',
    'Your role does not receive at this counter.',
  ),
  'applicant-missing': say('Hãy ghi họ tên người nộp.', 'Write the name of the applicant.'),
  'represented-missing': say(
    'Hãy ghi họ tên người được nộp thay.',
    'Write the name of the person represented.',
  ),
  'answers-open': say('Còn câu hỏi chưa trả lời; hãy xem lại tờ khai.', 'Some questions are still open.'),
  'no-competent-unit': say(
    'Chưa rõ cơ quan giải quyết; hãy chọn lại xã, phường.',
    'No agency decides there; choose the commune again.',
  ),
  'procedure-closed': ({ replacedBy }) =>
    replacedBy === undefined
      ? say('Thủ tục này đã dừng nhận.', 'This procedure is no longer received.')
      : say(
          `Thủ tục này đã dừng nhận. Hãy mở thủ tục ${replacedBy}.`,
          `No longer received. Open ${replacedBy} instead.`,
        ),
  'not-handled-there': say(
    'Cơ quan ở địa bàn này không giải quyết thủ tục; hãy xem lại xã, phường.',
    'The authority of that commune does not handle this.',
  ),
  'only-where-decided': say(
    'Chỉ nhận ở nơi giải quyết; hãy hướng dẫn tới trung tâm của xã đó.',
    'Received only where it is decided: send them to that centre.',
  ),
  'decision-failed': ({ decision = '' }) =>
    say(
      `Bảng quyết định «${decision}» của thủ tục không tính được; hãy báo quản trị.`,
      `The decision table “${decision}” fails here; tell the administrator.`,
    ),
  'sheet-changed': say(
    'Câu trả lời làm thay đổi giấy tờ hoặc phí. Hãy xem lại phần mới.',
    'The answers changed the papers or fees. Look at the new parts.',
  ),
  'paper-missing': ({ paper = '' }) => say(`Chưa nhận: ${paper}.`, `Not received yet: ${paper}.`),
  'compare-missing': ({ paper = '' }) => say(`Hãy đối chiếu: ${paper}.`, `Compare first: ${paper}.`),
  'count-shape': ({ paper = '' }) => say(`Hãy ghi số bản bằng số: ${paper}.`, `Write a number: ${paper}.`),
  'shift-from-before': say(
    'Ca thu của bạn mở từ hôm trước. Chọn “Còn nợ” để nhận hồ sơ; đóng ca đó rồi thu.',
    'Your shift is open since an earlier day. Choose “Owed” to receive; close the shift, then take it.',
  ),
  'slip-missing': say('Hãy ghi số hóa đơn thẻ in ra từ máy.', 'Write the number of the card slip.'),
  'receipt-long': say('Số biên lai dài quá 60 ký tự; hãy rút gọn.', 'The receipt number is too long.'),
  'file.empty': say('Tệp này trống. Hãy quét lại.', 'This file is empty. Scan it again.'),
  'file.disguised': say('Nội dung tệp không phải ảnh hay PDF. Hãy quét lại.', 'This is no picture or PDF.'),
  'file.type': say('Chỉ nhận ảnh và PDF. Hãy chọn tệp khác.', 'Pictures and PDF only.'),
  'file.too-large': say('Tệp quá lớn. Hãy quét với độ nét thấp hơn.', 'The file is too large.'),
  'file.unreadable': say('Không đọc được tệp. Hãy quét lại.', 'The file cannot be read. Scan it again.'),
};

export const hasSentence = (code: string): boolean => Object.hasOwn(sentences, code);

/** The counter's own words, else those of the office. */
export function sentenceFor({ code, details, ...rest }: Refusal, locale: Locale): string {
  const own = sentences[code];
  if (own === undefined) return officeSentence({ code, ...rest, ...(details && { details }) }, locale);
  return inLocale(typeof own === 'function' ? own(details ?? {}) : own, locale);
}
