import type { PersonPart } from '#capabilities/forms';
import type { FieldSpec } from '../core/fields.ts';
import { blocksOf, choices } from '../core/options.ts';

const partNames = {
  name: ['Họ tên', 'Name'],
  birthDate: ['Ngày sinh', 'Birth date'],
  sex: ['Giới tính', 'Sex'],
  nationality: ['Quốc tịch', 'Nationality'],
  ethnicGroup: ['Dân tộc', 'Ethnic group'],
  personalNumber: ['Số định danh', 'Personal number'],
  document: ['Giấy tờ tùy thân', 'Identity document'],
  residence: ['Nơi cư trú', 'Residence'],
} as const satisfies Readonly<Record<PersonPart, readonly [string, string]>>;
const parts = choices(partNames);

/** What is said of a person: whose questions they are, which are asked, and what is filled in. */
export const personFields: readonly FieldSpec[] = [
  {
    name: '_cua',
    path: 'of',
    kind: 'local',
    required: true,
    label: { vi: 'Của ai', en: 'Whose' },
    hint: { vi: 'Đứng cuối mỗi câu hỏi, như: của mẹ', en: 'Ends each question, such as: of the mother' },
  },
  {
    name: '_hoi-gi',
    path: 'parts',
    kind: 'many',
    required: true,
    label: { vi: 'Hỏi những gì', en: 'What is asked' },
    options: parts,
  },
  {
    name: '_bo-trong',
    path: 'optional',
    kind: 'many',
    label: { vi: 'Được bỏ trống', en: 'May stay empty' },
    options: parts,
  },
  {
    name: '_gioi-tinh',
    path: 'sexIs',
    kind: 'one',
    label: { vi: 'Giới tính đã rõ', en: 'The sex goes without asking' },
    options: choices({ '1': ['Nam', 'Male'], '2': ['Nữ', 'Female'] }),
  },
  {
    name: '_dien-san',
    path: 'prefill',
    kind: 'one',
    label: { vi: 'Điền sẵn', en: 'Filled in' },
    options: choices({ person: ['Từ dữ liệu của người nộp', 'From what we hold of who files'] }),
  },
  {
    name: '_dien-san-khi',
    path: 'prefillIf',
    kind: 'logic',
    rare: true,
    label: { vi: 'Chỉ điền sẵn khi', en: 'Only when' },
  },
];

export const blockFields: readonly FieldSpec[] = [
  {
    name: '_khoi-nao',
    path: 'block',
    kind: 'one',
    required: true,
    label: { vi: 'Khối', en: 'Block' },
    hint: {
      vi: 'Câu hỏi của khối sửa ở mục Khối dùng lại; sửa một lần thì mọi nơi đặt khối đổi theo.',
      en: 'Its questions are edited under Reusable blocks; every place of the block follows.',
    },
    options: blocksOf,
  },
];
