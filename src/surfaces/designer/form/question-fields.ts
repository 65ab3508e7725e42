import type { Question, QuestionType } from '#capabilities/forms';
import type { FieldSpec } from '../core/fields.ts';
import { firstOptions } from '../core/new-question.ts';
import { choices, documentsOf, questionsOf } from '../core/options.ts';
import { asksNothing, holdsQuestions, questionTypes, typeNames } from '../core/type-names.ts';
import { blockFields, personFields } from './placed-fields.ts';

const label: FieldSpec = {
  name: '_nhan',
  path: 'label',
  kind: 'local',
  required: true,
  label: { vi: 'Câu hỏi', en: 'Question' },
};
const type: FieldSpec = {
  name: '_loai',
  path: 'type',
  kind: 'one',
  required: true,
  label: { vi: 'Loại câu hỏi', en: 'Type' },
  options: () => questionTypes.map((value) => ({ value, text: typeNames[value] })),
};
const required: FieldSpec = {
  name: '_bat-buoc',
  path: 'required',
  kind: 'flag',
  label: { vi: 'Bắt buộc trả lời', en: 'Must be answered' },
};
const hint: FieldSpec = {
  name: '_goi-y',
  path: 'hint',
  kind: 'local',
  label: { vi: 'Gợi ý', en: 'Hint' },
};
const id: FieldSpec = {
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
const showIf: FieldSpec = {
  name: '_hien-khi',
  path: 'if',
  kind: 'logic',
  label: { vi: 'Chỉ hiện khi', en: 'Show only when' },
  hint: {
    vi: 'Để trống thì luôn hiện. Ví dụ: quanHe = "con" and age on(ngaySinh, fact.today) < 18',
    en: 'Empty means always. Example: quanHe = "con" and age on(ngaySinh, fact.today) < 18',
  },
};
const refuse: readonly FieldSpec[] = [
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
const prefill: readonly FieldSpec[] = [
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
const number = (name: string, path: string, vi: string, en: string): FieldSpec => ({
  name,
  path,
  kind: 'number',
  label: { vi, en },
});
const least = (vi: string, en: string) => number('_it-nhat', 'min', vi, en);
const most = (vi: string, en: string) => number('_nhieu-nhat', 'max', vi, en);

const rarely = (spec: FieldSpec): FieldSpec => ({ ...spec, rare: true });
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
const own: Readonly<Partial<Record<QuestionType, readonly FieldSpec[]>>> = {
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

/** A file says in its document whether it is required; what is told or reckoned is not answered. */
const neverRequired: ReadonlySet<string> = new Set([
  'calculated',
  'photo',
  'file',
  'explanation',
  'signature',
]);

/** What is asked of a question of this type: what it says first, its logic last. */
export function questionFields(type_: QuestionType | 'person' | 'block'): readonly FieldSpec[] {
  if (type_ === 'person' || type_ === 'block') {
    const heading = { ...label, label: { vi: 'Tên phần', en: 'Heading' } };
    return [heading, ...(type_ === 'person' ? personFields : blockFields), hint, showIf, id];
  }
  return [
    label,
    type,
    ...(neverRequired.has(type_) ? [] : [required]),
    hint,
    ...(own[type_] ?? []),
    showIf,
    ...(asksNothing(type_) || holdsQuestions(type_) || type_ === 'calculated'
      ? []
      : [...refuse, ...prefill].map(rarely)),
    id,
  ];
}

export const pageFields: readonly FieldSpec[] = [
  { ...label, label: { vi: 'Tên trang', en: 'Title of the page' }, path: 'title' },
  { name: '_gioi-thieu', path: 'intro', kind: 'long', label: { vi: 'Lời dẫn', en: 'Introduction' } },
  showIf,
];

/** A question under another type keeps what both types know; what the new one needs is put in. */
export function retyped(question: Question, type: QuestionType): Question {
  const kept = new Set(questionFields(type).map(({ path }) => path.split('.')[0] ?? path));
  const rest = Object.fromEntries(Object.entries(question).filter(([key]) => kept.has(key)));
  const next = { ...rest, type } as Question;
  switch (type) {
    case 'choice':
    case 'choices':
    case 'search-choice':
      return next.options || next.optionsFrom ? next : { ...next, options: firstOptions() };
    case 'group':
    case 'table':
      return { ...next, max: question.max ?? 10, items: question.items ?? [] };
    case 'calculated':
      return { ...next, compute: question.compute ?? { feel: '0', gives: 'number' } };
    case 'declaration':
      return { ...next, required: true };
    default:
      return next;
  }
}
