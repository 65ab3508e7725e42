import type { Page } from '#capabilities/forms';
import { ask, mayAsk, option, page } from './ask.ts';

/** The field by its words, and the pages its declarations ask for. */
export type FieldPages = readonly [RegExp, () => readonly Page[]];

const person = (prefix: string, vi: string, en: string) => [
  ask('text', `${prefix}HoTen`, `Họ, chữ đệm, tên của ${vi}`, `Full name of ${en}`, {
    format: 'person-name' as const,
    maxLength: 100,
  }),
  ask('date', `${prefix}NgaySinh`, `Ngày sinh của ${vi}`, `Birth date of ${en}`, {
    partial: true,
    rule: 'past' as const,
  }),
  mayAsk('personal-number', `${prefix}SoDDCN`, `Số định danh cá nhân của ${vi}`, `Personal number of ${en}`, {
    agreesWith: { birthDate: `${prefix}NgaySinh` },
  }),
];
const account = mayAsk(
  'text',
  'soTaiKhoan',
  'Số tài khoản ngân hàng để nhận tiền',
  'Bank account for the payment',
  {
    pattern: '[0-9]{6,20}',
    patternHint: { vi: 'Chỉ ghi chữ số, từ 6 đến 20 số.', en: 'Digits only, 6 to 20 of them.' },
  },
);

const place = (id: string, vi: string, en: string) => ask('commune-address', id, vi, en);

/** Fields whose declarations are about somebody. */
export const fieldsOfPersons: readonly FieldPages[] = [
  [
    /ho tich/,
    () => [
      page('nguoi-duoc-dang-ky', 'Người được đăng ký', 'The person concerned', [
        ...person('ndk', 'người được đăng ký', 'the person'),
        mayAsk('text', 'soDangKyCu', 'Số đăng ký trước đây', 'Earlier registration number', {
          maxLength: 60,
        }),
      ]),
    ],
  ],
  [
    /con nuoi/,
    () => [
      page('tre', 'Trẻ được nhận nuôi', 'The child', person('tre', 'trẻ', 'the child')),
      page('nguoi-nhan', 'Người nhận nuôi', 'The adopter', [
        ...person('nn', 'người nhận nuôi', 'the adopter'),
        ask('long-text', 'lyDo', 'Vì sao bạn muốn nhận nuôi?', 'Why do you wish to adopt?', {
          maxLength: 1000,
        }),
      ]),
    ],
  ],
  [
    /cu tru/,
    () => [
      page('cho-o', 'Chỗ ở', 'The dwelling', [
        place('noiO', 'Địa chỉ chỗ ở', 'Address of the dwelling'),
        ask('date', 'tuNgay', 'Từ ngày', 'From'),
        mayAsk('text', 'tenChuHo', 'Họ tên chủ hộ', 'Head of household', {
          format: 'person-name',
          maxLength: 100,
        }),
        ask('number', 'soNguoi', 'Có bao nhiêu người cùng thay đổi?', 'How many people change with you?', {
          min: 1,
          max: 30,
        }),
      ]),
    ],
  ],
  [
    /can cuoc|dinh danh/,
    () => [
      page('the', 'Thẻ căn cước', 'The identity card', [
        ask('text', 'lyDo', 'Vì sao cần làm thẻ?', 'Why is the card needed?'),
        mayAsk('text', 'soTheCu', 'Số thẻ cũ', 'Number of the old card', { maxLength: 20 }),
        place('noiNhan', 'Nơi nhận thẻ', 'Where to receive the card'),
      ]),
    ],
  ],
  [
    /xuat nhap canh/,
    () => [
      page('chuyen-di', 'Giấy tờ xuất nhập cảnh', 'Travel paper', [
        mayAsk('text', 'soHoChieu', 'Số hộ chiếu gần nhất', 'Number of the last passport', { maxLength: 20 }),
        ask('text', 'nycNoiSinh', 'Nơi sinh', 'Place of birth'),
        ask('text', 'lyDo', 'Bạn cần giấy này để làm gì?', 'What do you need it for?'),
      ]),
    ],
  ],
  [
    /lai xe/,
    () => [
      page('bang-lai', 'Giấy phép lái xe', 'Driving licence', [
        ask('text', 'hangXe', 'Hạng giấy phép', 'Class of the licence', { maxLength: 10 }),
        mayAsk('text', 'soGiayPhep', 'Số giấy phép đã cấp', 'Number of the licence', { maxLength: 20 }),
        ask('text', 'lyDo', 'Lý do xin cấp', 'Reason'),
      ]),
    ],
  ],
  [
    /bao tro|giam ngheo|tre em|nguoi co cong|xa hoi/,
    () => [
      page('nguoi-huong', 'Người được trợ giúp', 'The person helped', [
        ...person('nh', 'người được trợ giúp', 'the person helped'),
        ask('long-text', 'hoanCanh', 'Hoàn cảnh hiện nay', 'Present situation', { maxLength: 2000 }),
        account,
      ]),
    ],
  ],
  [
    /giao duc|tuyen sinh|dao tao/,
    () => [
      page('hoc-sinh', 'Học sinh', 'The pupil', [
        ...person('hs', 'học sinh', 'the pupil'),
        ask('text', 'hsTruong', 'Trường đang học', 'School'),
        ask('text', 'hsLop', 'Lớp', 'Class', { maxLength: 20 }),
      ]),
    ],
  ],
  [
    /viec lam|lao dong/,
    () => [
      page('viec-lam', 'Việc làm', 'Employment', [
        ask('text', 'vlNoiLam', 'Nơi làm việc gần nhất', 'Last employer'),
        ask('date', 'vlNgayNghi', 'Ngày nghỉ việc', 'Last day of work', { rule: 'not-future' }),
        account,
      ]),
    ],
  ],
  [
    /duoc pham|kham benh|y te|luat su|cong chung/,
    () => [
      page('hanh-nghe', 'Chuyên môn', 'Profession', [
        ask('text', 'hnBangCap', 'Văn bằng chuyên môn', 'Qualification'),
        mayAsk('date', 'hnNgayCap', 'Ngày cấp văn bằng', 'Date of the qualification', { rule: 'not-future' }),
        ask('text', 'hnPhamVi', 'Phạm vi hành nghề đề nghị', 'Scope applied for'),
      ]),
    ],
  ],
  [
    /quan su|tuyen quan/,
    () => [
      page('quan-su', 'Đăng ký quân sự', 'Military registration', [
        ask('text', 'qsHocVan', 'Trình độ học vấn', 'Education'),
        ask('text', 'qsNghe', 'Nghề nghiệp, nơi làm việc hoặc học tập', 'Occupation, and where'),
        ask('choice', 'qsSucKhoe', 'Tình trạng sức khỏe bạn tự thấy', 'Your health as you see it', {
          options: [option('tot', 'Tốt', 'Good'), option('benh', 'Có bệnh đang điều trị', 'Under treatment')],
        }),
      ]),
    ],
  ],
];
