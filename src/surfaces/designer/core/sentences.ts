import type { Refusal } from '#kernel/outcome';
import { inLocale, type Locale, type LocalText } from '#kernel/text';

type Details = NonNullable<Refusal['details']>;
type Sentence = LocalText | ((details: Details) => LocalText);
const say = (vi: string, en: string): LocalText => ({ vi, en });
const place = ({ at = 1, near = '' }: Details): readonly [vi: string, en: string] =>
  near === ''
    ? [`ở cuối dòng`, `at the end`]
    : [`ở chữ thứ ${at}, chỗ «${near}»`, `at letter ${at}, near “${near}”`];
const logic =
  (vi: string, en: string): Sentence =>
  (details) => {
    const [where, there] = place(details);
    return say(`${vi}, ${where}.`, `${en}, ${there}.`);
  };

/** Why an edit was refused, and how to mend it. */
const sentences: Readonly<Record<string, Sentence>> = {
  // Edits
  'question-gone': say('Câu hỏi này không còn; hãy chọn câu khác.', 'This question is gone; choose another.'),
  'page-gone': say('Trang này không còn; hãy chọn trang khác.', 'This page is gone; choose another.'),
  'item-gone': say('Mục này không còn; hãy chọn mục khác.', 'This entry is gone; choose another.'),
  'label-empty': say('Hãy ghi câu hỏi như người dân sẽ đọc.', 'Write the question as people will read it.'),
  'title-empty': say('Hãy ghi tên trang.', 'Write the title of the page.'),
  'name-empty': say('Hãy ghi tên.', 'Write the name.'),
  'field-empty': ({ field = '' }) => say(`Hãy điền: ${field}.`, `Fill in: ${field}.`),
  'number-shape': say('Hãy ghi một số, như 12 hoặc 1.000.', 'Write a number, such as 12.'),
  'date-missing': say('Hãy ghi đủ ngày, tháng, năm có thật.', 'Write a real day, month and year.'),
  'id-shape': say('Mã gồm chữ không dấu và số, bắt đầu bằng chữ.', 'Letters and digits, a letter first.'),
  'id-taken': ({ needs = '' }) =>
    say(`Mã ${needs} đã có nơi khác dùng; hãy đặt mã khác.`, `${needs} is taken; choose another id.`),
  'leans-on-later': ({ at = '', needs = '' }) =>
    say(
      `«${at}» dựa vào «${needs}», nên phải đứng sau câu đó.`,
      `“${at}” leans on “${needs}” and must stand after it.`,
    ),
  'still-needed': ({ at = '', needs = '' }) =>
    say(
      `«${at}» còn dựa vào «${needs}»; hãy sửa điều kiện đó trước.`,
      `“${at}” still leans on “${needs}”; mend that condition first.`,
    ),
  'at-the-end': say('Không còn chỗ để chuyển theo hướng này.', 'There is no further place this way.'),
  'last-page': say('Tờ khai cần ít nhất một trang.', 'A form needs at least one page.'),
  'group-in-group': say('Nhóm lặp lại không đặt được trong nhóm khác.', 'A group cannot stand in a group.'),
  'type-unknown': say('Hãy chọn một loại câu hỏi.', 'Choose a type of question.'),
  // Conditions
  'logic-letter': logic('Có dấu chưa đọc được', 'A sign that is not read'),
  'logic-name': logic('Cần mã của một câu hỏi', 'The id of a question is missing'),
  'logic-sign': logic('Cần một phép so sánh như = hoặc >=', 'A comparison such as = or >= is missing'),
  'logic-value': logic(
    'Cần một giá trị: chữ trong ngoặc kép, số, true hoặc false',
    'A value is missing: quoted text, a number, true or false',
  ),
  'logic-bracket': logic('Thiếu dấu đóng ngoặc', 'A closing bracket is missing'),
  'logic-rest': logic('Cần and hoặc or trước phần còn lại', 'The rest needs and or or before it'),
  'logic-deep': logic('Ngoặc lồng nhau quá sâu', 'Brackets are nested too deeply'),
  'logic-long': say('Điều kiện quá dài; hãy tách thành nhiều câu hỏi.', 'The condition is too long.'),
  // Drafts
  'changed-meanwhile': say(
    'Đồng nghiệp vừa lưu trước. Những gì bạn gõ còn ở đây; hãy xem lại rồi lưu.',
    'A colleague saved first. What you typed is still here; look again, then save.',
  ),
  'not-yours': say('Bạn không được làm việc này.', 'This is not yours to do.'),
  'own-draft': say(
    'Người đã soạn không tự duyệt; hãy nhờ đồng nghiệp.',
    'Whoever drafted it does not approve it; ask a colleague.',
  ),
  'not-in-draft': say(
    'Bản này đang chờ duyệt hoặc đã xong, không sửa được.',
    'It waits for approval or is done, and is not changed.',
  ),
  'draft-over': say('Bản này đã xong hoặc đã bỏ.', 'It is done, or was given up.'),
  'version-unknown': say('Không có phiên bản này.', 'There is no such version.'),
  'version-in-force': say('Phiên bản này đang được dùng.', 'This version is in force.'),
  'not-in-review': say('Bản này chưa được trình duyệt.', 'It was not sent for approval.'),
  'procedure-draft-unknown': say('Không còn bản soạn này.', 'This draft is gone.'),
  'draft-too-large': say('Bản soạn quá lớn; hãy bỏ bớt nội dung.', 'The draft is too large.'),
  'draft-unstorable': say(
    'Có ký tự không lưu được; hãy gõ lại chỗ đó.',
    'A letter cannot be kept; type it again.',
  ),
  'no-own-form': say(
    'Thủ tục này chưa có tờ khai riêng; hãy bắt đầu từ bản ghi quốc gia.',
    'It has no form of its own; begin with the national record.',
  ),
  'version-behind': say(
    'Đã có phiên bản mới hơn; hãy xem khác biệt rồi xác nhận.',
    'A newer version was published; see the differences, then confirm.',
  ),
  'definition-faulty': ({ at = '', problem = '' }) =>
    say(`Định nghĩa còn sai ở ${at}: ${problem}.`, `The definition is wrong at ${at}: ${problem}.`),
  'lint-errors': ({ errors = 1 }) =>
    say(
      `Còn ${errors} lỗi phải sửa trước khi công bố; xem trang Tổng quan.`,
      `${errors} errors remain; see the overview.`,
    ),
  'note-empty': say('Hãy ghi cần sửa gì.', 'Write what is to be mended.'),
  'code-shape': say('Mã thủ tục có dạng 1.004884.', 'The code looks like 1.004884.'),
  'procedure-unknown': say('Không có thủ tục mang mã này.', 'There is no such procedure.'),
};
const general = say('Chưa lưu được; hãy xem lại biểu mẫu.', 'Not saved; look at the form again.');

/** Whether a code has a sentence of its own; the completeness test asks. */
export const hasSentence = (code: string): boolean => Object.hasOwn(sentences, code);

export function sentenceFor({ code, details }: Refusal, locale: Locale): string {
  const found = hasSentence(code) ? sentences[code] : general;
  return inLocale(typeof found === 'function' ? found(details ?? {}) : (found ?? general), locale);
}
