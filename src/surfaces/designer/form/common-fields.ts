import type { FieldSpec } from '../core/fields.ts';
import { choices } from '../core/options.ts';
import { questionTypes, typeNames } from '../core/type-names.ts';

export const label: FieldSpec = {
  name: '_nhan',
  path: 'label',
  kind: 'local',
  required: true,
  label: { vi: 'Câu hỏi', en: 'Question' },
};
export const type: FieldSpec = {
  name: '_loai',
  path: 'type',
  kind: 'one',
  required: true,
  label: { vi: 'Loại câu hỏi', en: 'Type' },
  options: () => questionTypes.map((value) => ({ value, text: typeNames[value] })),
};
export const required: FieldSpec = {
  name: '_bat-buoc',
  path: 'required',
  kind: 'flag',
  label: { vi: 'Bắt buộc trả lời', en: 'Must be answered' },
};
export const hint: FieldSpec = {
  name: '_goi-y',
  path: 'hint',
  kind: 'local',
  label: { vi: 'Gợi ý', en: 'Hint' },
};
export const id: FieldSpec = {
  name: '_ma',
  path: 'id',
  kind: 'text',
  required: true,
  label: { vi: 'Mã', en: 'Id' },
  hint: {
    vi: 'Dùng trong điều kiện và trong dữ liệu gửi đi. Đổi mã thì mọi nơi nhắc đến đổi theo.',
    en: 'Used in conditions and in data. Every mention follows a change.',
  },
};
export const showIf: FieldSpec = {
  name: '_hien-khi',
  path: 'if',
  kind: 'logic',
  label: { vi: 'Chỉ hiện khi', en: 'Show only when' },
  hint: {
    vi: 'Để trống thì luôn hiện. Ví dụ: quanHe = "con" and age on(ngaySinh, fact.today) < 18',
    en: 'Empty means always. Example: quanHe = "con" and age on(ngaySinh, fact.today) < 18',
  },
};
export const refuse: readonly FieldSpec[] = [
  {
    name: '_tu-choi-khi',
    path: 'refuseIf.0.if',
    kind: 'logic',
    label: { vi: 'Không nhận câu trả lời khi', en: 'Refuse the answer when' },
  },
  {
    name: '_tu-choi-cau',
    path: 'refuseIf.0.message',
    kind: 'local',
    label: { vi: 'Câu báo khi không nhận', en: 'What is said then' },
    hint: { vi: 'Nói cách sửa, ví dụ: Người đi đăng ký cần đủ 18 tuổi.', en: 'Say how to mend it.' },
  },
];
export const prefill: readonly FieldSpec[] = [
  {
    name: '_dien-san',
    path: 'prefill',
    kind: 'one',
    label: { vi: 'Điền sẵn từ dữ liệu của người nộp', en: 'Filled in from what we hold' },
    options: choices({
      'person.name': ['Họ tên', 'Name'],
      'person.birthDate': ['Ngày sinh', 'Birth date'],
      'person.sex': ['Giới tính', 'Sex'],
      'person.personalNumber': ['Số định danh', 'Personal number'],
      'person.phone': ['Điện thoại', 'Phone'],
      'person.email': ['Thư điện tử', 'E-mail'],
      'person.address': ['Nơi cư trú', 'Address'],
      'person.nationality': ['Quốc tịch', 'Nationality'],
      'person.ethnicGroup': ['Dân tộc', 'Ethnic group'],
    }),
  },
  {
    name: '_dien-san-khi',
    path: 'prefillIf',
    kind: 'logic',
    label: { vi: 'Chỉ điền sẵn khi', en: 'Only when' },
  },
];
/** Stands behind “more”: few questions need it. */
export const rarely = (spec: FieldSpec): FieldSpec => ({ ...spec, rare: true });
