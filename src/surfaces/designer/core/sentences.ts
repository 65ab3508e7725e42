import { dmnProblemText, hasDmnSentence } from '#capabilities/rules';
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
  'tier-shape': say(
    'Mỗi dòng ghi đơn vị thứ mấy (từ 2) và mức thu, như 3 | 1.000.',
    'Each line is a unit from 2 on and its amount, such as 3 | 1.000.',
  ),
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
  'paper-in-group': say(
    'Ảnh và tệp nộp một lần, không nộp theo dòng; hãy đặt ngoài nhóm.',
    'A paper is handed in once, not by row; place it outside the group.',
  ),
  'condition-in-table': say(
    'Cột của bảng không có điều kiện; hãy bỏ điều kiện hoặc dùng nhóm.',
    'A column of a table has no condition; remove it, or use a group.',
  ),
  'too-wide-for-table': say(
    'Loại câu hỏi này không vừa một ô; hãy dùng nhóm lặp lại.',
    'This type does not fit a cell; use a repeating group.',
  ),
  'no-group-beside': say(
    'Không có nhóm nào ngay trước hay ngay sau câu này.',
    'No group stands right before or behind it.',
  ),
  'in-no-group': say('Câu này không nằm trong nhóm nào.', 'It stands in no group.'),
  'place-unknown': say('Hãy chọn chỗ để chuyển tới.', 'Choose where it goes.'),
  'type-unknown': say('Hãy chọn một loại câu hỏi.', 'Choose a type of question.'),
  'block-gone': say('Khối này không còn; hãy chọn khối khác.', 'This block is gone; choose another.'),
  'block-placed': ({ at = '' }) =>
    say(
      `Khối còn được đặt ở «${at}»; hãy bỏ chỗ đó trước.`,
      `The block is still placed at “${at}”; remove it there first.`,
    ),
  'formula-wrong': say(
    'Công thức chưa đọc được; xem ví dụ soBan * 2000.',
    'The formula cannot be read; see the example soBan * 2000.',
  ),
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
  // Papers, messages, tried runs, packages, closing
  'template-unknown': say('Thủ tục này không có mẫu đó.', 'This procedure has no such template.'),
  'template-own': say('Mẫu này đã là của riêng thủ tục.', 'This template is the procedure’s own already.'),
  'template-unreadable': say(
    'Không đọc được mẫu này; hãy về mẫu chung rồi chép lại.',
    'This template cannot be read; go back to the common one and copy it again.',
  ),
  'paper-id-shape': say(
    'Số mẫu gồm chữ không dấu, chữ số và gạch nối, như 01 hoặc ct04.',
    'A form’s number has letters, digits and hyphens, such as 01 or ct04.',
  ),
  'paper-text-empty': say('Chỗ này không được để trống.', 'This text cannot be empty.'),
  'paper-last-block': say('Cần giữ lại ít nhất một mục.', 'At least one must stay.'),
  'runs-too-many': say('Đã đủ số phép thử; hãy bỏ bớt.', 'There are enough saved runs; remove some.'),
  'run-gone': say('Không còn phép thử này.', 'This saved run is gone.'),
  'draft-unpacked': say(
    'Bản soạn còn thiếu phần chính nên chưa thành gói được; hãy sửa lỗi trước.',
    'The draft lacks a main part and cannot be packed yet; mend its errors first.',
  ),
  'draft-open-already': say(
    'Thủ tục này đang có bản soạn; hãy xong hoặc bỏ bản đó trước.',
    'A draft of this procedure is open; finish it or give it up first.',
  ),
  'package-none': say('Hãy chọn một tệp gói.', 'Choose a package.'),
  'package-too-large': say('Gói lớn hơn một thủ tục có thể có.', 'It is larger than a procedure can be.'),
  'package-no-zip': say('Tệp này không phải gói thủ tục.', 'This is no package of a procedure.'),
  'package-too-many-files': say(
    'Gói có nhiều tệp hơn một thủ tục.',
    'It holds more files than a procedure has.',
  ),
  'package-broken': say('Gói bị hỏng; hãy tải lại.', 'The package is broken; fetch it again.'),
  'package-name': ({ at = '' }) =>
    say(`Gói có tệp lạ: ${at}.`, `It holds a file that no package has: ${at}.`),
  'package-name-twice': ({ at = '' }) => say(`Gói có hai tệp ${at}.`, `It holds ${at} twice.`),
  'package-link': ({ at = '' }) => say(`${at} là một liên kết.`, `${at} is a link.`),
  'package-manifest': say('Gói đã bị sửa trên đường đi.', 'The package was changed on its way.'),
  'package-signature': say(
    'Chữ ký không khớp: gói đã bị sửa trên đường đi.',
    'Its signature does not fit: it was changed on its way.',
  ),
  'package-file': ({ at = '' }) =>
    say(
      `${at} thiếu, hoặc không viết theo cách của gói.`,
      `${at} is missing or not written as packages are.`,
    ),
  'package-too-deep': ({ at = '' }) => say(`${at} lồng quá sâu.`, `${at} nests too deeply.`),
  'reason-empty': say('Hãy ghi lý do, như số quyết định bãi bỏ.', 'Give the reason, such as the decision.'),
  'replaced-by-itself': say(
    'Thủ tục không thể thay cho chính nó; hãy chọn mã khác.',
    'A procedure cannot replace itself; choose another code.',
  ),
  'closing-unasked': say('Không còn đề nghị đóng nào.', 'Nobody asks to close it any more.'),
  'own-closing': say(
    'Người đã đề nghị không tự đồng ý; hãy nhờ đồng nghiệp.',
    'Whoever asked does not agree alone; ask a colleague.',
  ),
  'file-none': say('Hãy chọn một tệp, nhiều nhất 1 MB.', 'Choose a file of at most 1 MB.'),
  // Drafts
  'changed-meanwhile': say(
    'Đồng nghiệp vừa lưu trước. Những gì bạn gõ còn ở đây; hãy xem lại rồi lưu.',
    'A colleague saved first. What you typed is still here; look again, then save.',
  ),
  'nothing-to-undo': say('Không có bước nào để hoàn tác.', 'There is no step to undo.'),
  'nothing-to-redo': say('Không có bước nào để làm lại.', 'There is no step to do again.'),
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
  'version-not-begun': say(
    'Phiên bản này chưa có hiệu lực; hãy chọn phiên bản khác.',
    'This version is not in force yet; choose another.',
  ),
  'reason-missing': say('Hãy ghi lý do để người nộp hiểu.', 'Write the reason for the people concerned.'),
  'ground-missing': say('Hãy ghi số, ngày của văn bản làm căn cứ.', 'Write number and date of the ground.'),
  'move-open': say(
    'Đã có một đề nghị chuyển chưa xong; hãy duyệt hoặc bỏ nó trước.',
    'A move is open already; decide on it first.',
  ),
  'move-unknown': say('Không có đề nghị chuyển này.', 'There is no such move.'),
  'move-weighing': say(
    'Máy đang xét từng hồ sơ; hãy đợi một lát.',
    'It is still being weighed; wait a moment.',
  ),
  'move-over': say('Đề nghị chuyển này đã xong.', 'This move is over.'),
  'own-move': say(
    'Người đề nghị không tự duyệt; hãy nhờ đồng nghiệp.',
    'Whoever proposed it does not approve it; ask a colleague.',
  ),
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
  // Files of diagrams
  'bpmn-too-large': say(
    'Sơ đồ lớn hơn mức một người vẽ được; hãy tách thành các thủ tục liên thông.',
    'The diagram is larger than a person draws; divide it into linked procedures.',
  ),
  'bpmn-doctype': say(
    'Tệp có khai báo DOCTYPE hoặc ENTITY; hãy xuất lại từ phần mềm vẽ sơ đồ.',
    'The file declares a DOCTYPE or an ENTITY; export it anew from the editor.',
  ),
  'bpmn-unreadable': say(
    'Tệp không đọc được như BPMN 2.0; hãy xuất lại từ phần mềm vẽ sơ đồ.',
    'The file cannot be read as BPMN 2.0; export it anew from the editor.',
  ),
  'bpmn-no-definitions': say('Tệp không phải sơ đồ BPMN 2.0.', 'The file is no BPMN 2.0 diagram.'),
  'note-empty': say('Hãy ghi cần sửa gì.', 'Write what is to be mended.'),
  'code-shape': say('Mã thủ tục có dạng 1.004884.', 'The code looks like 1.004884.'),
  'procedure-unknown': say('Không có thủ tục mang mã này.', 'There is no such procedure.'),
};
const general = say('Chưa lưu được; hãy xem lại biểu mẫu.', 'Not saved; look at the form again.');

/** Whether a code has a sentence of its own; the completeness test asks. */
export const hasSentence = (code: string): boolean => Object.hasOwn(sentences, code);

export function sentenceFor(refusal: Refusal, locale: Locale): string {
  const { code, details } = refusal;
  if (!hasSentence(code) && hasDmnSentence(code)) return inLocale(dmnProblemText(refusal), locale);
  const found = hasSentence(code) ? sentences[code] : general;
  return inLocale(typeof found === 'function' ? found(details ?? {}) : (found ?? general), locale);
}
