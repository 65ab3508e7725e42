import type { QuestionType } from '#capabilities/forms';
import type { FieldSpec } from '../core/fields.ts';
import { choices, documentsOf, questionsOf } from '../core/options.ts';
import { rarely } from './common-fields.ts';

const number = (name: string, path: string, vi: string, en: string): FieldSpec => ({
  name,
  path,
  kind: 'number',
  label: { vi, en },
});
const least = (vi: string, en: string) => number('_it-nhat', 'min', vi, en);
const most = (vi: string, en: string) => number('_nhieu-nhat', 'max', vi, en);

const text: readonly FieldSpec[] = [
  number('_ngan-nhat', 'minLength', 'Ít nhất bao nhiêu chữ', 'Fewest letters'),
  number('_dai-nhat', 'maxLength', 'Nhiều nhất bao nhiêu chữ', 'Most letters'),
  {
    name: '_dang',
    path: 'format',
    kind: 'one',
    label: { vi: 'Dạng', en: 'Shape' },
    options: choices({ 'person-name': ['Họ tên người', 'Name of a person'] }),
  },
  {
    name: '_mau',
    path: 'pattern',
    kind: 'text',
    label: { vi: 'Mẫu chữ (biểu thức chính quy)', en: 'Pattern (regular expression)' },
  },
  {
    name: '_mau-cau',
    path: 'patternHint',
    kind: 'local',
    label: { vi: 'Câu báo khi sai mẫu', en: 'What is said when it does not fit' },
  },
];
const options: FieldSpec = {
  name: '_lua-chon',
  path: 'options',
  kind: 'choices',
  label: { vi: 'Các lựa chọn', en: 'Choices' },
  hint: {
    vi: 'Mỗi dòng một lựa chọn: tiếng Việt | tiếng Anh | mã | gợi ý | hint. Bỏ trống mã thì mã lấy từ chữ.',
    en: 'One a line: Vietnamese | English | value | gợi ý | hint. Without a value it is made from the words.',
  },
};
const optionsFrom: FieldSpec = {
  name: '_danh-muc',
  path: 'optionsFrom',
  kind: 'one',
  label: { vi: 'Hoặc lấy từ danh mục', en: 'Or from a list' },
  options: choices({
    sexes: ['Giới tính', 'Sexes'],
    'ethnic-groups': ['Dân tộc', 'Ethnic groups'],
    nationalities: ['Quốc tịch', 'Nationalities'],
    'identity-document-types': ['Loại giấy tờ tùy thân', 'Identity documents'],
    provinces: ['Tỉnh, thành phố', 'Provinces'],
    communes: ['Xã, phường cả nước', 'Communes'],
    'home-communes': ['Xã, phường của tỉnh', 'Communes of this province'],
  }),
};

const rows = [least('Số dòng ít nhất', 'Fewest rows'), most('Số dòng nhiều nhất', 'Most rows')];
const paper: FieldSpec = {
  name: '_giay',
  path: 'document',
  kind: 'one',
  required: true,
  label: { vi: 'Là giấy tờ nào', en: 'Which document it is' },
  hint: {
    vi: 'Giấy tờ được thêm ở mục Giấy tờ; ở đó nói có bắt buộc không.',
    en: 'Documents are added under Documents, which says whether it is required.',
  },
  options: documentsOf,
};
const rules = {
  'not-future': ['Không sau hôm nay', 'Not in the future'],
  past: ['Trước hôm nay', 'Past'],
  future: ['Sau hôm nay', 'Future'],
} as const;
const decimals = number('_le', 'decimals', 'Số chữ số lẻ', 'Decimals');

/** What only some types are asked. */
export const ownFields: Readonly<Partial<Record<QuestionType, readonly FieldSpec[]>>> = {
  text: text.map(rarely),
  'long-text': text.slice(0, 2).map(rarely),
  number: [least('Số nhỏ nhất', 'Least'), most('Số lớn nhất', 'Most'), decimals],
  year: [
    {
      name: '_luat-nam',
      path: 'rule',
      kind: 'one',
      label: { vi: 'Năm phải', en: 'The year must be' },
      options: choices(rules),
    },
  ],
  money: [least('Số tiền nhỏ nhất', 'Least'), most('Số tiền lớn nhất', 'Most')],
  date: [
    {
      name: '_luat-ngay',
      path: 'rule',
      kind: 'one',
      label: { vi: 'Ngày phải', en: 'The date must be' },
      options: choices({
        ...rules,
        adult: ['Ngày sinh của người đủ 18 tuổi', 'Birth date of an adult'],
      }),
    },
    {
      name: '_thieu-duoc',
      path: 'partial',
      kind: 'flag',
      label: { vi: 'Được ghi riêng năm, hoặc tháng và năm', en: 'Year alone will do' },
    },
  ],
  choice: [options, optionsFrom],
  choices: [options, optionsFrom, least('Chọn ít nhất', 'At least'), most('Chọn nhiều nhất', 'At most')],
  'personal-number': [
    {
      name: '_khop-ngay',
      path: 'agreesWith.birthDate',
      kind: 'one',
      label: { vi: 'Phải khớp ngày sinh ở câu', en: 'Agrees with the birth date in' },
      options: questionsOf('date'),
    },
    {
      name: '_khop-gioi',
      path: 'agreesWith.sex',
      kind: 'one',
      label: { vi: 'Phải khớp giới tính ở câu', en: 'Agrees with the sex in' },
      options: questionsOf('choice'),
    },
    {
      name: '_khop-gioi-ro',
      path: 'agreesWith.sexIs',
      kind: 'one',
      rare: true,
      label: { vi: 'Hoặc giới tính đã rõ', en: 'Or the sex goes without asking' },
      options: choices({ '1': ['Nam', 'Male'], '2': ['Nữ', 'Female'] }),
    },
  ],
  group: rows,
  table: rows,
  'search-choice': [options, optionsFrom],
  photo: [paper],
  file: [paper],
  calculated: [
    {
      name: '_cong-thuc',
      path: 'compute.feel',
      kind: 'feel',
      required: true,
      label: { vi: 'Công thức (FEEL)', en: 'Formula (FEEL)' },
      hint: { vi: 'Ví dụ: soBan * 2000', en: 'Such as: soBan * 2000' },
    },
    {
      name: '_cho-ra',
      path: 'compute.gives',
      kind: 'one',
      required: true,
      label: { vi: 'Cho ra', en: 'Gives' },
      options: choices({
        number: ['Số', 'Number'],
        money: ['Số tiền', 'Money'],
        text: ['Chữ', 'Text'],
        'yes-no': ['Có hoặc không', 'Yes or no'],
        date: ['Ngày', 'Date'],
      }),
    },
    decimals,
  ],
  signature: [
    {
      name: '_ai-ky',
      path: 'signer',
      kind: 'one',
      label: { vi: 'Tên người ký ở câu', en: 'The signer is named in' },
      hint: { vi: 'Để trống thì người nộp ký.', en: 'Empty: the one who files.' },
      options: questionsOf('text'),
    },
  ],
};
