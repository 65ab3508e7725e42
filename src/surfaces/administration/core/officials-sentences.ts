import type { Refusal } from '#kernel/outcome';
import type { LocalText } from '#kernel/text';

type Details = NonNullable<Refusal['details']>;
const say = (vi: string, en: string): LocalText => ({ vi, en });

/** Why a file of officials, or a row of it, is not taken, and how to mend it. */
export const officialsSentences: Readonly<Record<string, LocalText | ((details: Details) => LocalText)>> = {
  // The file
  'officials-missing': say('Hãy chọn tệp CSV có danh sách cán bộ.', 'Choose a CSV file with the officials.'),
  'officials-large': ({ most = 2 }) =>
    say(`Tệp lớn hơn ${most} MB; hãy chia thành nhiều tệp.`, `The file exceeds ${most} MB; split it.`),
  'officials-text': say(
    'Tệp không phải văn bản UTF-8; hãy lưu lại thành “CSV UTF-8”.',
    'The file is no UTF-8 text; save it as “CSV UTF-8”.',
  ),
  'officials-csv': ({ line = 1 }) =>
    say(
      `Dòng ${line} không đúng dạng CSV; hãy xem lại dấu nháy kép.`,
      `Line ${line} is no CSV; look at its double quotes.`,
    ),
  'officials-header': ({ missing, found }) =>
    missing === undefined
      ? say(
          `Tên cột “${found ?? ''}” không có trong mẫu, hoặc lặp lại; hãy sửa dòng đầu.`,
          `The column “${found ?? ''}” is unknown or doubled; mend the first line.`,
        )
      : say(
          `Thiếu cột “${missing}”; hãy thêm vào dòng đầu như tệp mẫu.`,
          `The column “${missing}” is missing; add it as in the example.`,
        ),
  'officials-empty': say('Tệp chưa có dòng cán bộ nào.', 'The file has no row of an official.'),
  'officials-rows': ({ most = 10_000 }) =>
    say(`Tệp có hơn ${most} dòng; hãy chia thành nhiều tệp.`, `More than ${most} rows; split the file.`),
  'officials-gone': say(
    'Tệp này đã nhập hoặc không còn giữ; hãy chọn lại tệp.',
    'This file was taken or is no longer kept; choose it again.',
  ),
  'officials-changed': say(
    'Dữ liệu đã đổi từ lúc bạn xem; hãy xem lại rồi xác nhận.',
    'Something changed since you looked; look again, then confirm.',
  ),
  'officials-refused': ({ rows = 1 }) =>
    say(
      `Còn ${rows} dòng chưa nhập được; hãy sửa tệp, hoặc chọn chỉ nhập dòng đúng.`,
      `${rows} rows are refused; mend the file, or take the good rows only.`,
    ),
  'officials-none-good': say(
    'Không dòng nào nhập được; hãy sửa tệp rồi chọn lại.',
    'No row can be taken; mend the file and choose it again.',
  ),
  // A cell
  'cell-long': ({ most = 200 }) =>
    say(`Ô dài quá ${most} chữ; hãy viết ngắn lại.`, `The cell exceeds ${most} letters; shorten it.`),
  'cell-formula': say(
    'Ô bắt đầu bằng dấu của công thức (= + - @); hãy ghi giá trị.',
    'The cell begins like a formula (= + - @); write the value.',
  ),
  'name-shape': say(
    'Họ tên chỉ gồm chữ cái, dấu cách, gạch nối, dấu nháy.',
    'A name holds letters, spaces, hyphens and apostrophes only.',
  ),
  'number-shape': ({ length = 0 }) =>
    say(
      `Số định danh cần đủ 12 chữ số, tệp có ${length}; hãy để cột dạng văn bản.`,
      `The personal number needs 12 digits, not ${length}; format the column as text.`,
    ),
  'account-shape': say(
    'Tài khoản không có dấu cách, dấu phẩy, dấu nháy.',
    'An account holds no spaces, commas or quotes.',
  ),
  'account-empty': say(
    'Người mới cần tài khoản ở hệ thống đăng nhập công vụ.',
    'A new official needs the account at the sign-in provider.',
  ),
  'unit-empty': say('Hãy ghi mã đơn vị, như H01.105.', 'Write the unit code, like H01.105.'),
  'unit-code-unknown': ({ found = '' }) =>
    say(
      `Không có đơn vị đang hoạt động mang mã ${found}; xem mục Đơn vị.`,
      `No unit that stands today has the code ${found}; see Units.`,
    ),
  'roles-empty': say('Hãy ghi ít nhất một vai trò.', 'Write one role at least.'),
  'role-unknown': ({ found = '' }) =>
    say(
      `Không có vai trò “${found}”; xem tên vai trò ở mục Ai được làm gì.`,
      `There is no role “${found}”; see the names under Who can do what.`,
    ),
  'role-personal': ({ found = '' }) =>
    say(
      `“${found}” chỉ giao ở trang của từng người, không giao bằng tệp.`,
      `“${found}” is given on the page of a person, never by a file.`,
    ),
  'date-shape': ({ found = '' }) =>
    say(
      `“${found}” không phải ngày; hãy ghi như 01/12/2026.`,
      `“${found}” is no day; write like 01/12/2026.`,
    ),
  'until-before-from': say(
    'Ngày thôi phải từ ngày bắt đầu trở đi.',
    'The last day must not come before the first.',
  ),
  'until-past': say(
    'Ngày thôi đã qua; hãy bỏ dòng này hoặc sửa ngày.',
    'The last day has passed; mend it or drop the row.',
  ),
  // A row among others
  'row-cells': ({ cells = 0, expected = 0 }) =>
    say(
      `Dòng có ${cells} ô, dòng đầu có ${expected}; hãy đặt ô có dấu phân cách trong nháy kép.`,
      `The row has ${cells} cells, the header ${expected}; quote cells that hold the separator.`,
    ),
  'row-twice': ({ row = 0 }) =>
    say(
      `Người này ở đơn vị này đã có ở dòng ${row}; hãy gộp vai trò vào một dòng.`,
      `Row ${row} names the person in this unit already; join the roles in one row.`,
    ),
  'row-differs': ({ row = 0 }) =>
    say(
      `Khác dòng ${row} của cùng số định danh; hãy ghi giống nhau.`,
      `It differs from row ${row} of the same number; write the same.`,
    ),
  'rows-of-one': ({ most = 20 }) =>
    say(
      `Một người có hơn ${most} dòng; hãy kiểm tra cột số định danh.`,
      `One person has more than ${most} rows; check the column of numbers.`,
    ),
  'account-twice': ({ row = 0 }) =>
    say(
      `Tài khoản này đã ghi cho người khác ở dòng ${row}; mỗi người một tài khoản.`,
      `Row ${row} gives this account to another; each person has an own one.`,
    ),
  'other-row-refused': ({ row = 0 }) =>
    say(
      `Dòng ${row} của cùng người chưa đúng; hãy sửa dòng đó trước.`,
      `Row ${row} of the same person is refused; mend that one first.`,
    ),
  // Accounts that stand
  'account-of-another': say(
    'Tài khoản này đã thuộc người khác; hãy xem lại số định danh và tài khoản.',
    'This account belongs to another; check number and account.',
  ),
  'account-differs': say(
    'Người này đã có tài khoản khác; tệp không đổi tài khoản, hãy để trống.',
    'The person has another account, which files do not change; leave it empty.',
  ),
  'person-elsewhere': say(
    'Người này còn thuộc đơn vị khác; hãy nhờ quản trị cấp trên sửa thông tin.',
    'They belong to another unit too; ask above to change what is said of them.',
  ),
  'person-closed': say(
    'Tài khoản người này đã ngừng; hãy nhờ quản trị hệ thống mở lại.',
    'The account has ended; ask the technical administrator to open it again.',
  ),
  'row-not-allowed': say(
    'Đơn vị này ngoài phạm vi quản trị của bạn; hãy nhờ quản trị ở đó.',
    'This unit is outside what you administer; ask its administrator.',
  ),
  'row-own': say(
    'Đây là bạn; không ai tự đổi quyền của mình, hãy bỏ dòng này.',
    'This is you; nobody changes their own rights, drop the row.',
  ),
  'row-beyond': say(
    'Vai trò này rộng hơn quyền của bạn; hãy nhờ quản trị cấp trên.',
    'This role reaches further than yours; ask above.',
  ),
};
