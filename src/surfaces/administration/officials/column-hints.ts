import type { OfficialColumn } from '#capabilities/identity';
import type { LocalText } from '#kernel/text';

/** What each column holds. */
export const columnHints: Readonly<Record<OfficialColumn, LocalText>> = {
  name: { vi: 'Như trên căn cước.', en: 'As on the identity card.' },
  number: {
    vi: '12 chữ số; cùng số là cùng một người. Đặt cột dạng văn bản để giữ số 0 ở đầu.',
    en: '12 digits; the same number is the same person. Format the column as text to keep the leading zero.',
  },
  email: { vi: 'Thư điện tử công vụ.', en: 'The official e-mail.' },
  account: {
    vi: 'Tài khoản ở hệ thống đăng nhập công vụ. Người đã có tài khoản thì có thể để trống.',
    en: 'The account at the sign-in provider. May be empty for whoever has one here.',
  },
  unit: { vi: 'Mã định danh, như H01.105.', en: 'The agency identifier, like H01.105.' },
  title: {
    vi: 'Không bắt buộc; để trống thì giữ chức vụ đang ghi.',
    en: 'Optional; empty keeps what stands.',
  },
  roles: {
    vi: 'Một hoặc nhiều vai trò, cách nhau bằng dấu |. Các dòng của một người là mọi vai trò của người đó; vai trò khác sẽ thôi.',
    en: 'One role or more, parted by |. The rows of a person are all of their roles; others end.',
  },
  from: {
    vi: 'Không bắt buộc. Ngày chưa đến thì vai trò bắt đầu từ ngày đó, nếu không thì từ lúc nhập.',
    en: 'Optional. From a day to come, else from now.',
  },
  until: { vi: 'Không bắt buộc; ngày cuối còn giữ vai trò.', en: 'Optional; the last day of the roles.' },
};
