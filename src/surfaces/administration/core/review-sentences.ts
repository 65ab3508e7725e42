import type { Refusal } from '#kernel/outcome';
import type { LocalText } from '#kernel/text';
import { formatDate, isPlainDate } from '#kernel/time';

type Details = NonNullable<Refusal['details']>;
const say = (vi: string, en: string): LocalText => ({ vi, en });
const dateIn = ({ date }: Details): string =>
  typeof date === 'string' && isPlainDate(date) ? formatDate(date) : String(date ?? '');

/** Refusals of the review of procedures: many changed at once, the national list, duties, costs and proposals. */
export const reviewSentences: Readonly<Record<string, LocalText | ((details: Details) => LocalText)>> = {
  'draft-exists': say('Thủ tục này đang có bản soạn khác.', 'Somebody is drafting this procedure already.'),
  'own-draft': say(
    'Người soạn không tự duyệt; hãy nhờ đồng nghiệp.',
    'Nobody approves their own draft; ask a colleague.',
  ),
  'lint-errors': ({ errors = 1, vi = '', en = '' }) =>
    say(
      `Còn ${errors} lỗi; hãy mở bản soạn và sửa. ${vi}`.trim(),
      `${errors} errors remain; open the draft. ${en}`.trim(),
    ),
  'version-behind': say(
    'Đã có phiên bản mới hơn; hãy mở bản soạn và đối chiếu.',
    'A newer version was published; open the draft and compare.',
  ),
  'not-in-review': say('Bản soạn này không chờ duyệt.', 'This draft does not wait for approval.'),
  'not-in-draft': say('Bản soạn này không còn sửa được.', 'This draft can no longer be changed.'),
  'definition-faulty': say(
    'Bản soạn chưa đúng dạng; hãy mở và sửa.',
    'The draft is not well formed; open and mend it.',
  ),
  'procedure-draft-unknown': say('Không còn thấy bản soạn này.', 'This draft is no longer there.'),
  // Many at once
  'mass-change-shape': say(
    'Hãy điền đủ điều cần sửa, từ gì thành gì.',
    'Say what to change, from what to what.',
  ),
  'mass-too-many': ({ most = 200 }) =>
    say(`Nhiều hơn ${most} thủ tục; hãy chọn hẹp hơn.`, `More than ${most} procedures; narrow the choice.`),
  'mass-nothing': say('Không thủ tục nào có điều cần sửa này.', 'No procedure has anything to change.'),
  'mass-change-unknown': say('Không còn thấy lần sửa này.', 'This change is no longer there.'),
  'mass-nothing-to-send': say('Không còn bản soạn nào để trình.', 'No draft is left to be sent.'),
  'mass-nothing-to-approve': say('Không có bản soạn nào chờ duyệt.', 'No draft waits for approval.'),
  // The national list
  'national-item-unknown': say('Không còn thấy khác biệt này.', 'This difference is no longer there.'),
  'national-decided': say('Khác biệt này đã được quyết định.', 'This difference was decided already.'),
  'national-nothing-open': say(
    'Không còn khác biệt nào chờ quyết định.',
    'No difference is left to be decided.',
  ),
  'own-national-list': say(
    'Bạn đã đưa danh mục này vào; người khác lấy bản mới.',
    'You handed this list in; somebody else takes it over.',
  ),
  'national-many-waiting': say(
    'Đang có ba danh mục chờ đọc; hãy đợi vài giây.',
    'Three lists wait already; try in a few seconds.',
  ),
  'national-file-none': say('Hãy chọn tệp danh mục.', 'Choose the file of the list.'),
  'national-file-large': ({ most = 8 }) =>
    say(
      `Tệp lớn hơn ${most} MB; hãy nén gzip hoặc chia nhỏ.`,
      `The file is larger than ${most} MB; gzip or divide it.`,
    ),
  'national-file-kind': say(
    'Tệp này không phải CSV hay JSON từng dòng; hãy xuất lại.',
    'This is neither CSV nor JSON lines; export it again.',
  ),
  'national-file-columns': say(
    'Dòng đầu phải có cột code và name.',
    'The first line needs the columns code and name.',
  ),
  'national-file-csv': ({ line = 1 }) =>
    say(
      `Dòng ${line} không đúng dạng CSV; hãy sửa dấu ngoặc kép.`,
      `Line ${line} is no CSV; mend its quotes.`,
    ),
  'national-file-ragged': ({ line = 1 }) =>
    say(`Dòng ${line} thừa hoặc thiếu ô; hãy sửa.`, `Row ${line} has too many or too few cells; mend it.`),
  'national-file-cell': ({ line = 1 }) =>
    say(`Dòng ${line} dài bất thường; hãy xem lại tệp.`, `Line ${line} is unusually long; check the file.`),
  'national-file-rows': ({ most = 20000 }) =>
    say(`Tệp có hơn ${most} dòng; hãy chia nhỏ.`, `The file has more than ${most} lines; divide it.`),
  'national-file-text': say(
    'Tệp hỏng hoặc không phải UTF-8; hãy lưu lại bằng UTF-8.',
    'The file is broken or not UTF-8; save it as UTF-8.',
  ),
  'national-file-bomb': say(
    'Tệp nén bung ra quá lớn; hãy gửi tệp gốc.',
    'The packed file grows too large; send the original.',
  ),
  'national-file-slow': say(
    'Đọc tệp quá lâu nên đã dừng; hãy chia nhỏ.',
    'Reading took too long; divide the file.',
  ),
  'national-file-heavy': say(
    'Đọc tệp tốn quá nhiều bộ nhớ; hãy chia nhỏ.',
    'Reading took too much memory; divide the file.',
  ),
  'national-file-empty': say('Tệp không có thủ tục nào.', 'The file holds no procedure.'),
  // Conditions and reports
  'duty-unknown': say('Không còn thấy mục này.', 'This entry is no longer there.'),
  'duty-incomplete': say('Hãy điền ô này.', 'Fill in this field.'),
  'duty-cut': say('Mục này đã bị cắt; hãy ghi mục mới.', 'It was cut; write a new entry.'),
  'duty-not-now': say('Mục này không ở bước đó.', 'This step is not possible now.'),
  'own-proposal': say(
    'Người đề xuất không tự quyết định; hãy nhờ đồng nghiệp.',
    'Nobody decides their own proposal; ask a colleague.',
  ),
  'decision-empty': say('Hãy ghi số quyết định hoặc lý do.', 'Write the decision or the reason.'),
  // Costs and proposals
  'cost-sheet-shape': say(
    'Hãy ghi số nguyên, phần trăm từ 0 đến 100, và tên từng việc.',
    'Use whole numbers, percents from 0 to 100, and name each task.',
  ),
  'cost-sheet-missing': say('Hãy lưu bảng chi phí trước.', 'Save the cost sheet first.'),
  'no-sheet-missing': say(
    'Thủ tục nào của chương trình cũng đã có bảng.',
    'Every procedure of the programme has its sheet.',
  ),
  'programme-name-empty': say('Hãy ghi tên chương trình.', 'Write the name of the programme.'),
  'goal-shape': say('Mục tiêu là số phần trăm từ 0 đến 100.', 'Goals are percents from 0 to 100.'),
  'programme-empty': say('Hãy chọn lĩnh vực hoặc ghi mã thủ tục.', 'Choose a field or write codes.'),
  'programme-too-large': ({ most = 500 }) =>
    say(`Nhiều hơn ${most} thủ tục; hãy chọn hẹp hơn.`, `More than ${most} procedures; narrow the choice.`),
  'programme-unknown': say('Không còn thấy chương trình này.', 'This programme is no longer there.'),
  'not-in-programme': say(
    'Thủ tục này không thuộc chương trình đó.',
    'The procedure is not in that programme.',
  ),
  'proposal-title-empty': say('Hãy ghi tên đề xuất.', 'Give the proposal a title.'),
  'proposal-text-empty': say(
    'Hãy ghi sửa gì, vì sao, văn bản nào.',
    'Say what changes, why, and in which instrument.',
  ),
  'proposal-other-wage': say(
    'Thu nhập một giờ phải như bảng hiện nay.',
    'The income of an hour must be that of the sheet of today.',
  ),
  'proposal-more-people': say(
    'Số người, số lần sau khi sửa không được nhiều hơn hiện nay.',
    'There cannot be more people or times than today.',
  ),
  'merge-into-missing': say('Hãy ghi mã thủ tục được gộp vào.', 'Write the code it is merged into.'),
  'proposal-open': say(
    'Thủ tục này đang có một đề xuất chưa xong.',
    'A proposal for this procedure is still open.',
  ),
  'proposal-unknown': say('Không còn thấy đề xuất này.', 'This proposal is no longer there.'),
  'proposal-not-now': say('Đề xuất không ở bước đó.', 'This step is not possible now.'),
  'date-not-yet': (details) =>
    say(
      `Quyết định có hiệu lực từ ${dateIn(details)}; hãy đợi đến ngày đó.`,
      `It holds from ${dateIn(details)}; wait for the day.`,
    ),
};
