import { dateOfDayNumber, dayNumberOf } from '#kernel/time';
import type { PaperId, PaperValuesById, RegisterEntryValues } from './values.ts';

const head = {
  superior: 'UBND tỉnh An Giang',
  agency: 'Trung tâm Phục vụ hành chính công xã Mỹ Hòa Hưng',
  place: 'An Giang',
  issued_on: '2026-11-25',
};
const dossier = {
  dossier_code: 'H01.105-261125-0042',
  lookup_url: 'https://dichvucong.angiang.example/tra-cuu?ma=H01.105-261125-0042',
};
const submitter = {
  submitter_name: 'Nguyễn Thị Hồng Thắm',
  submitter_id: '089190001234',
  submitter_address: 'Số 12, tổ 4, ấp Mỹ Thuận, xã Mỹ Hòa Hưng, tỉnh An Giang',
  submitter_phone: '0912 345 678',
  submitter_email: 'tham.nguyen@thu.example',
};
const times = { received_at: '2026-11-25T09:41', due_at: '2026-11-30T16:30' };
const procedure = 'Đăng ký khai sinh';
const components = [
  { name: 'Tờ khai đăng ký khai sinh theo mẫu', originals: 1 },
  { name: 'Giấy chứng sinh', originals: 1, note: 'Bản giấy nộp sau' },
  { name: 'Giấy chứng nhận kết hôn của cha, mẹ', certified: 1, photocopies: 1 },
];
const homeComponents = [
  { name: 'Tờ khai thay đổi thông tin cư trú (mẫu CT01)', originals: 1 },
  { name: 'Giấy tờ chứng minh chỗ ở hợp pháp', photocopies: 1, note: 'Đã đối chiếu' },
];
const intake = {
  components,
  sets: 1,
  fee_mode: '10.000 đồng, đã nộp trực tuyến',
  legal_time: '03 ngày làm việc',
  ...times,
  return_place: 'Trung tâm Phục vụ hành chính công phường Long Xuyên',
  receiver_name: 'Trần Quốc Đạt',
};
const chief = {
  signer_capacity: 'TM. Ủy ban nhân dân\nKT. Chủ tịch\nPhó Chủ tịch',
  signer_name: 'Lê Hoàng Phương Uyên',
};
const director = { signer_capacity: 'Giám đốc', signer_name: 'Phạm Văn Nghĩa' };
const guidance = {
  reason: 'Giấy chứng sinh bị mờ ở mục họ tên mẹ nên không đối chiếu được với cơ sở dữ liệu.',
  answer_by: '2026-12-09',
  contact_name: 'Trần Quốc Đạt',
  contact_phone: '0296 3 123 456',
};
const police = { superior: 'Công an tỉnh An Giang', agency: 'Công an xã Mỹ Hòa Hưng' };
const residence = { submitter_birth_date: '1990-02-05', request: 'Đăng ký thường trú' };
const result = {
  ...head,
  agency: 'Ủy ban nhân dân xã Mỹ Hòa Hưng',
  ...dossier,
  kind: 'Trích lục khai sinh',
  about: '(Bản sao)',
  owner_name: 'Nguyễn Lê Bảo Ngọc',
  owner_id: '089326004321',
  facts: [
    {
      label: 'Ngày, tháng, năm sinh',
      value: '18/11/2026 (ngày mười tám tháng mười một năm hai nghìn không trăm hai mươi sáu)',
    },
    { label: 'Giới tính', value: 'Nữ' },
    { label: 'Nơi sinh', value: 'Bệnh viện Đa khoa khu vực tỉnh An Giang, phường Long Xuyên, tỉnh An Giang' },
    { label: 'Họ, chữ đệm, tên người mẹ', value: 'Nguyễn Thị Hồng Thắm' },
    { label: 'Họ, chữ đệm, tên người cha', value: 'Lê Văn Khương' },
    { label: 'Đăng ký tại', value: 'Ủy ban nhân dân xã Mỹ Hòa Hưng, tỉnh An Giang' },
  ],
  signer_capacity: chief.signer_capacity,
};

/** Register lines, one a day from the first of the period. */
export function registerEntries(count: number): RegisterEntryValues[] {
  const first = dayNumberOf('2026-07-01') ?? 0;
  return Array.from({ length: count }, (_, index) => ({
    dossier_code: `H01.105-260701-${String(index + 1).padStart(4, '0')}`,
    procedure_name: index % 2 === 0 ? procedure : 'Đăng ký lại khai tử',
    sets: 1,
    owner_name: `Nguyễn Văn Thứ ${index + 1}`,
    contact: 'Ấp Mỹ Thuận, xã Mỹ Hòa Hưng; 0912 345 678',
    agency: 'UBND xã Mỹ Hòa Hưng',
    received_on: dateOfDayNumber(first + (index % 90)),
    due_on: dateOfDayNumber(first + (index % 90) + 5),
    processed_on: dateOfDayNumber(first + (index % 90) + 3),
    ...(index % 5 === 0 ? {} : { returned_on: dateOfDayNumber(first + (index % 90) + 4) }),
    way: 'Trực tuyến',
    status: index % 5 === 0 ? 'Chờ trả kết quả' : 'Đã trả kết quả',
  }));
}

/** Complete invented values for each paper: what a template is shown with before there is a dossier. */
export const paperSamples: { readonly [K in PaperId]: PaperValuesById[K] } = {
  '01': {
    ...head,
    ...dossier,
    ...submitter,
    ...intake,
    number: '42',
    procedure_name: procedure,
    request: 'Đăng ký khai sinh cho con sinh ngày 18/11/2026',
    owner_name: 'Nguyễn Lê Bảo Ngọc',
    owner_address: 'Ấp Mỹ Thuận, xã Mỹ Hòa Hưng, tỉnh An Giang',
  },
  '02': {
    ...head,
    ...dossier,
    ...submitter,
    ...guidance,
    number: '07',
    request: procedure,
    missing: [
      { name: 'Giấy chứng sinh', originals: 1, reason: 'Chụp lại rõ mục họ tên mẹ và ngày sinh của trẻ.' },
      { name: 'Giấy chứng nhận kết hôn của cha, mẹ', certified: 1, reason: 'Bản đã nộp thiếu trang 2.' },
    ],
  },
  '03': {
    ...head,
    ...dossier,
    ...submitter,
    number: '03',
    request: procedure,
    receiver_name: 'Trần Quốc Đạt',
    reason:
      'Trẻ đã được đăng ký khai sinh tại phường Long Xuyên ngày 20/11/2026 nên không thể đăng ký lần thứ hai.',
    ground: 'Luật Hộ tịch năm 2014, Điều 13 và Điều 16',
    guidance:
      'Ông/Bà có thể đề nghị cấp bản sao trích lục khai sinh tại bất kỳ điểm tiếp nhận nào trong tỉnh.',
  },
  '04': {
    ...head,
    ...dossier,
    ...times,
    ...director,
    number: '118/TTPVHCC',
    owner_name: 'Nguyễn Thị Hồng Thắm',
    procedure_name: procedure,
    new_due_at: '2026-12-02T16:30',
    responsible_agency: 'Ủy ban nhân dân xã Mỹ Hòa Hưng',
    reason:
      'Cơ sở dữ liệu hộ tịch bị gián đoạn từ ngày 26/11/2026 đến hết ngày 27/11/2026, công chức chưa thể xác minh thông tin.',
  },
  '05': {
    ...head,
    ...dossier,
    ...director,
    received_at: times.received_at,
    number: '15',
    owner_name: 'Nguyễn Thị Hồng Thắm',
    owner_address: submitter.submitter_address,
    procedure_name: procedure,
    asked_at: '2026-11-26T08:15',
    asked_by: 'bà Nguyễn Thị Hồng Thắm',
    stage: 'Đang thẩm định',
    reason: 'Người nộp rút hồ sơ để nộp tại nơi cư trú mới',
    money_state: 'Đã nộp 10.000 đồng, hoàn trả theo quy định',
    papers_state: 'Trả lại 03 giấy tờ bản giấy',
  },
  '06': {
    ...head,
    ...dossier,
    ...times,
    number: '42',
    owner_name: 'Nguyễn Lê Bảo Ngọc',
    procedure_name: procedure,
    sets: 1,
    responsible_agency: 'Ủy ban nhân dân xã Mỹ Hòa Hưng',
    copy_name: '1 (chuyển kèm hồ sơ)',
    handovers: [
      {
        given_by: 'Trung tâm PVHCC phường Long Xuyên, Võ Minh Trí',
        received_by: 'Trung tâm PVHCC xã Mỹ Hòa Hưng, Trần Quốc Đạt',
        given_at: '2026-11-25T09:45',
        received_at: '2026-11-25T10:02',
        confirmed: 'Đủ giấy tờ',
        outcome: 'Trước hạn',
      },
      {
        given_by: 'Trung tâm PVHCC xã Mỹ Hòa Hưng, Trần Quốc Đạt',
        received_by: 'Bộ phận Tư pháp - Hộ tịch, Huỳnh Ngọc Diễm',
        given_at: '2026-11-25T10:30',
        received_at: '2026-11-25T10:41',
        confirmed: 'Đủ giấy tờ',
        outcome: 'Đúng hạn',
      },
      {
        given_by: 'Bộ phận Tư pháp - Hộ tịch, Huỳnh Ngọc Diễm',
        received_by: 'Lãnh đạo UBND xã, Lê Hoàng Phương Uyên',
        given_at: '2026-11-26T15:10',
        note: 'Chờ ký',
      },
    ],
  },
  '07': {
    ...head,
    from: '2026-07-01',
    to: '2026-09-30',
    entries: registerEntries(12),
    total_received: 12,
    total_processed: 12,
    total_returned: 9,
    keeper_name: 'Trần Quốc Đạt',
  },
  ct04: {
    ...head,
    ...police,
    ...dossier,
    ...submitter,
    ...residence,
    ...intake,
    components: homeComponents,
    number: '42',
  },
  ct05: {
    ...head,
    ...police,
    ...dossier,
    ...submitter,
    ...residence,
    ...guidance,
    number: '09',
    missing: [
      { name: 'Giấy tờ chứng minh chỗ ở hợp pháp', reason: 'Nộp hợp đồng thuê nhà có chữ ký của chủ nhà.' },
    ],
  },
  ct06: {
    ...head,
    ...police,
    ...dossier,
    ...submitter,
    ...residence,
    number: '04',
    reason: 'Chỗ ở đăng ký thuộc địa điểm không được đăng ký thường trú mới.',
    ground: 'Luật Cư trú năm 2020, Điều 23',
    signer_capacity: 'Trưởng Công an xã',
    signer_name: 'Đỗ Thành Được',
  },
  'bien-lai': {
    ...head,
    tax_code: '1600123456',
    title: 'BIÊN LAI THU LỆ PHÍ',
    template: '01BLP2-001',
    symbol: 'AB-26E',
    number: '0000042',
    payer_name: 'Nguyễn Thị Hồng Thắm',
    dossier_code: 'H01.105-261125-0042',
    payment_code: '7K3Q-9ZPM-2C4E',
    lines: [{ name: 'Lệ phí cấp bản sao trích lục hộ tịch', counted: '3 bản × 8.000 đồng', amount: 24_000 }],
    total: 24_000,
    total_words: 'Hai mươi bốn nghìn đồng',
    way: 'Tiền mặt tại quầy',
    cashier: 'Trần Văn Bình',
    check_url: 'https://motcua.example.vn/thanh-toan/7K3Q9ZPM2C4E',
  },
  result: { ...result, number: '218/TLKS-BS', signer_name: chief.signer_name },
  'result-draft': result,
};
