import type { Refusal } from '#kernel/outcome';
import { inLocale, type Locale, type LocalText } from '#kernel/text';
import { formatDate, isPlainDate } from '#kernel/time';
import { officialsSentences } from './core/officials-sentences.ts';
import { reviewSentences } from './core/review-sentences.ts';

type Details = NonNullable<Refusal['details']>;
type Sentence = LocalText | ((details: Details) => LocalText);
const say = (vi: string, en: string): LocalText => ({ vi, en });
const dateIn = ({ date }: Details): string =>
  typeof date === 'string' && isPlainDate(date) ? formatDate(date) : String(date ?? '');

/** Why a change of settings was refused, and how to mend it. */
const sentences: Readonly<Record<string, Sentence>> = {
  ...reviewSentences,
  ...officialsSentences,
  // Rights
  'not-allowed': say(
    'Đơn vị này ngoài phạm vi quản trị của bạn. Lần thử đã được ghi lại.',
    'This is outside what you administer. The attempt is recorded.',
  ),
  'not-yours': say(
    'Chỉ quản trị hệ thống công bố được thủ tục.',
    'Only the system administrator publishes procedures.',
  ),
  'own-rights': say(
    'Bạn không tự đổi quyền của mình. Hãy nhờ quản trị viên khác.',
    'Nobody changes their own rights. Ask another administrator.',
  ),
  'beyond-own-rights': say(
    'Vai trò này rộng hơn quyền của bạn. Hãy nhờ quản trị cấp trên.',
    'This role reaches further than yours. Ask above.',
  ),
  'changed-meanwhile': say(
    'Người khác vừa sửa. Hãy xem lại rồi làm tiếp.',
    'Somebody else has just changed it. Look again.',
  ),
  // Units
  'unit-name-empty': say('Hãy ghi tên đơn vị.', 'Write the name of the unit.'),
  'unit-code-shape': say('Mã định danh có dạng H01.105.', 'The identifier looks like H01.105.'),
  'unit-code-taken': ({ code = '' }) =>
    say(`Mã ${code} đã có đơn vị khác dùng.`, `Another unit bears the code ${code}.`),
  'unit-unknown': say('Hãy chọn một đơn vị đang hoạt động.', 'Choose a unit that stands today.'),
  'parent-closed': say(
    'Đơn vị cấp trên chưa hoạt động vào ngày đó.',
    'The unit above does not stand on that day.',
  ),
  'unit-closed': say('Đơn vị này đã kết thúc.', 'This unit has ended.'),
  'unit-has-children': say(
    'Còn đơn vị bên dưới; hãy chọn đơn vị tiếp nhận.',
    'Units stand below it; choose a successor.',
  ),
  'successor-closed': say(
    'Đơn vị tiếp nhận phải đang hoạt động vào ngày đó.',
    'The successor must stand on that day.',
  ),
  'successor-below': say(
    'Đơn vị tiếp nhận không được nằm bên dưới đơn vị này.',
    'The successor must not lie below this unit.',
  ),
  'name-unchanged': say('Tên mới giống tên đang dùng.', 'The new name is the one in use.'),
  'nothing-changed': say('Chưa có gì khác trước; hãy sửa rồi lưu.', 'Nothing differs; change it, then save.'),
  'address-too-long': say(
    'Địa chỉ quá dài; hãy ghi trong 300 chữ.',
    'The address is too long; use 300 letters.',
  ),
  'hours-unknown': say('Hãy chọn một bộ giờ có trong lịch.', 'Choose hours that the calendar has.'),
  'date-too-early': say(
    'Ngày phải sau ngày đơn vị bắt đầu.',
    'The date must be after the first day of the unit.',
  ),
  'date-in-future': say('Hãy chọn hôm nay hoặc ngày đã qua.', 'Choose today or a day before.'),
  'date-missing': say('Hãy ghi đủ ngày, tháng, năm có thật.', 'Write a real day, month and year.'),
  'date-past': say('Hãy chọn ngày sau hôm nay.', 'Choose a day after today.'),
  'reason-empty': say('Hãy ghi số quyết định hoặc lý do.', 'Write the decision or the reason.'),
  'kind-missing': say('Hãy chọn loại.', 'Choose a kind.'),
  // People
  'name-empty': say('Hãy ghi họ tên cán bộ.', 'Write the name of the officer.'),
  'email-shape': say('Hãy ghi thư điện tử, như ten@angiang.gov.vn.', 'Write an e-mail address.'),
  'subject-empty': say(
    'Hãy ghi tài khoản ở hệ thống đăng nhập của cán bộ.',
    'Write the account at the provider.',
  ),
  'subject-taken': say('Tài khoản này đã thuộc cán bộ khác.', 'Another officer has this account.'),
  'role-missing': say('Hãy chọn vai trò.', 'Choose a role.'),
  'officer-unknown': say('Không còn thấy cán bộ này.', 'This officer is no longer there.'),
  'officer-inactive': say('Tài khoản này đã ngừng.', 'This account has ended.'),
  'post-exists': say('Cán bộ đã giữ vai trò này ở đơn vị đó.', 'They hold this role there already.'),
  'post-unknown': say('Vai trò này đã kết thúc.', 'This role has ended.'),
  'delegation-unknown': say('Ủy quyền này đã kết thúc.', 'This delegation has ended.'),
  // Calendar
  'note-empty': say('Hãy ghi thông báo hoặc lý do của thay đổi.', 'Write the notice it rests on.'),
  'calendar-shape': say('Lịch chưa đúng dạng; hãy xem lại ngày và giờ.', 'The calendar is not well formed.'),
  'holiday-named-twice': (details) =>
    say(`Ngày ${dateIn(details)} đã có trong lịch.`, `${dateIn(details)} is in the calendar already.`),
  'hours-out-of-order': say(
    'Giờ phải tăng dần, như 07:00-11:30, 13:30-17:00.',
    'Hours must follow each other, like 07:00-11:30, 13:30-17:00.',
  ),
  'hours-never-open': say('Phải có ít nhất một ngày mở cửa.', 'At least one day must be open.'),
  'hours-shape': say(
    'Hãy ghi giờ theo dạng 07:00-11:30, 13:30-17:00.',
    'Write hours like 07:00-11:30, 13:30-17:00.',
  ),
  'hours-key-shape': say('Tên bộ giờ gồm chữ thường, số, gạch nối.', 'Small letters, digits and hyphens.'),
  'day-unknown': say('Ngày này không có trong lịch đang dùng.', 'This day is not in the calendar.'),
  // Stuck work
  'attention-gone': say(
    'Việc này không còn bị kẹt; danh sách bên dưới là mới nhất.',
    'It is no longer stuck; the list below is the newest.',
  ),
  // Decisions about procedures
  'decision-missing': say('Hãy ghi số quyết định.', 'Write the number of the decision.'),
  'issuer-missing': say('Hãy ghi cơ quan hoặc người ban hành.', 'Write who issued it.'),
  'codes-missing': say('Hãy ghi ít nhất một mã thủ tục.', 'Write at least one code.'),
  'codes-too-many': say('Quá nhiều mã; hãy chia làm nhiều lần.', 'Too many codes; do it in parts.'),
  'code-shape': ({ word = '' }) =>
    say(
      `“${word}” không phải mã thủ tục; mã có dạng 1.001193.`,
      `“${word}” is no code; codes look like 1.001193.`,
    ),
  'code-twice': ({ code = '' }) =>
    say(`Mã ${code} có ở hai nhóm; hãy để ở một nhóm.`, `${code} stands in two groups; leave it in one.`),
  'code-unknown': ({ code = '' }) =>
    say(`Không có thủ tục đang áp dụng mang mã ${code}.`, `No procedure in force has the code ${code}.`),
  'level-missing': say('Hãy chọn mức trực tuyến.', 'Choose a level.'),
  'before-decision': say('Ngày này không được trước ngày ký.', 'It cannot be before the signature.'),
  'ends-before-begin': say(
    'Ngày kết thúc phải sau ngày bắt đầu và không ở quá khứ.',
    'The end must come after the beginning, and not in the past.',
  ),
  'announcement-known': say('Quyết định này đã được ghi.', 'This decision is entered already.'),
  'announcement-unknown': say('Không còn thấy quyết định này.', 'This decision is no longer there.'),
  'authority-missing': say(
    'Hãy chọn cấp hoặc đơn vị nhận thẩm quyền.',
    'Choose the level or unit that receives it.',
  ),
  'delegation-endless': say('Ủy quyền phải có ngày kết thúc.', 'A delegation needs a last day.'),
  'open-dossiers-missing': say('Hãy chọn cách xử lý hồ sơ đang mở.', 'Choose what happens to open dossiers.'),
  'own-move': say(
    'Bạn đã ghi quyết định này; hãy nhờ người khác duyệt.',
    'You entered it; ask somebody else to approve.',
  ),
  'move-decided': say('Quyết định này đã được xử lý.', 'It has been decided already.'),
  'move-over': say('Quyết định này không còn hiệu lực.', 'It no longer holds.'),
  'move-unknown': say('Không còn thấy quyết định này.', 'This decision is no longer there.'),
  'file-refused': say(
    'Không nhận được tệp này; hãy chọn bản PDF khác.',
    'This file cannot be taken; choose another PDF.',
  ),
  // Seals
  'seal-missing': say('Hãy chọn tệp hình dấu.', 'Choose the picture of the seal.'),
  'seal-kind': say(
    'Không phải tệp PNG đọc được; hãy chọn tệp khác.',
    'No PNG that can be read; choose another.',
  ),
  'seal-large': say(
    'Tệp quá lớn; hãy giảm xuống dưới 512 KB.',
    'The file is too large; keep it below 512 KB.',
  ),
  'seal-side': ({ width = 0, height = 0 }) =>
    say(
      `Hình rộng ${width}, cao ${height} điểm; mỗi cạnh cần từ 280 đến 1800.`,
      `It is ${width} by ${height} points; each side needs 280 to 1800.`,
    ),
  'seal-shape': say(
    'Hình phải rộng bằng cao; hãy cắt sát mép dấu.',
    'It must be as wide as high; cut it at the edge of the seal.',
  ),
  'seal-ground': say(
    'Nền chưa trong suốt nên sẽ che chữ; hãy xóa nền rồi chọn lại.',
    'The ground is not clear and would cover words; remove it, then choose again.',
  ),
  // Procedures
  'procedure-unknown': say('Không có thủ tục mang mã này.', 'There is no such procedure.'),
};
const general = say('Chưa lưu được; hãy xem lại biểu mẫu.', 'Not saved; look at the form again.');

/** Whether a code has a sentence of its own; the completeness test asks. */
export const hasSentence = (code: string): boolean => Object.hasOwn(sentences, code);

export function sentenceFor({ code, details }: Refusal, locale: Locale): string {
  const found = hasSentence(code) ? sentences[code] : general;
  return inLocale(typeof found === 'function' ? found(details ?? {}) : (found ?? general), locale);
}
