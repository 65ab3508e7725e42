import type { DefinitionAsWritten, FormAsWritten, ProcedureDefinition } from '../index.ts';

const text = (vi: string, en = vi) => ({ vi, en });
const ask = (id: string, type: string, more: object = {}) => ({
  id,
  type,
  label: text(`Câu hỏi ${id}`, `Question ${id}`),
  ...more,
});
const options = [
  { value: 'a', label: text('Loại A', 'Kind A') },
  { value: 'b', label: text('Loại B', 'Kind B') },
];

/** A form with a question of every type, blocks and persons as they are written. */
const everyType = {
  id: 'moi-loai',
  title: text('Mọi loại câu hỏi', 'Every type of question'),
  pages: [
    {
      id: 'chu-va-so',
      title: text('Chữ và số', 'Texts and numbers'),
      questions: [
        ask('gioiThieu', 'explanation'),
        ask('ten', 'text', {
          required: true,
          pattern: '[\\p{L} ]{2,40}',
          patternHint: text('Chỉ nhập chữ cái.'),
        }),
        ask('keDai', 'long-text'),
        ask('soLuong', 'number', { required: true, min: 1, max: 20 }),
        ask('donGia', 'money', { required: true, min: 0, max: 1_000_000 }),
        ask('ngay', 'date', { rule: 'not-future' }),
        ask('nam', 'year', { required: true, rule: 'not-future' }),
        ask('gio', 'time'),
      ],
    },
    {
      id: 'lua-chon',
      title: text('Lựa chọn', 'Choices'),
      questions: [
        ask('coKhong', 'yes-no', { required: true }),
        ask('mot', 'choice', { options, if: { feel: 'coKhong' } }),
        ask('nhieu', 'choices', { options }),
        ask('tim', 'search-choice', { optionsFrom: 'nationalities', required: true }),
        ask('quocTich', 'nationality'),
        ask('danToc', 'ethnic-group'),
      ],
    },
    {
      id: 'ma-so',
      title: text('Mã số và nơi ở', 'Codes and places'),
      questions: [
        ask('soDinhDanh', 'personal-number'),
        ask('maSo', 'enterprise-code'),
        ask('dienThoai', 'phone'),
        ask('thu', 'email'),
        ask('noiO', 'commune-address', { required: true }),
        ask('noiCu', 'old-address', { required: true }),
      ],
    },
    {
      id: 'nguoi',
      title: text('Người', 'Persons'),
      questions: [
        {
          ...ask('me', 'person'),
          of: text('của mẹ', 'of the mother'),
          sexIs: '2',
          parts: ['name', 'birthDate', 'nationality', 'ethnicGroup', 'personalNumber'],
          optional: ['ethnicGroup'],
          prefill: 'person',
          prefillIf: { q: 'coKhong', is: true },
        },
        {
          ...ask('con', 'person'),
          of: text('của con', 'of the child'),
          parts: ['name', 'birthDate', 'sex', 'document', 'residence'],
          optional: ['document'],
        },
        { ...ask('le', 'block'), block: 'tiec', if: { q: 'soLuong', gte: 2 } },
      ],
    },
    {
      id: 'bang-va-giay-to',
      title: text('Bảng và giấy tờ', 'Tables and papers'),
      questions: [
        ask('anh', 'photo', { document: 'anh-the' }),
        ask('to', 'file', { document: 'ban-ve' }),
        ask('hangHoa', 'table', {
          required: true,
          max: 5,
          items: [
            ask('hang', 'text', { required: true }),
            ask('loai', 'choice', { options }),
            ask('so', 'number', { required: true, min: 1 }),
            ask('tien', 'calculated', { compute: { feel: 'so * donGia', gives: 'money' } }),
          ],
        }),
        ask('nhom', 'group', { max: 3, items: [ask('viec', 'text'), ask('tuNam', 'year')] }),
        ask('tong', 'calculated', {
          compute: { feel: 'sum(for row in hangHoa return row.tien)', gives: 'money' },
        }),
        ask('camKet', 'declaration', { required: true }),
        ask('chuKy', 'signature', { signer: 'ten' }),
      ],
    },
  ],
} as unknown as FormAsWritten;

const everyBlock = {
  tiec: {
    title: text('Buổi lễ', 'The ceremony'),
    questions: [
      ask('ngayLe', 'date'),
      ask('noiLe', 'text', { if: { q: 'ngayLe', answered: true }, maxLength: 60 }),
      ask('soKhach', 'number', { min: 1 }),
      ask('tienLe', 'calculated', { compute: { feel: 'soKhach * 50000 + soLuong', gives: 'money' } }),
    ],
  },
} as unknown as NonNullable<DefinitionAsWritten['blocks']>;

/** The sample's definition around the form of every type. */
export const withEveryType = (around: ProcedureDefinition): unknown => ({
  ...around,
  competence: { level: 'province' },
  cases: undefined,
  caseFrom: undefined,
  result: { code: 'local', name: around.name },
  otherResults: undefined,
  fees: [],
  time: [],
  documents: ['anh-the', 'ban-ve'].map((id) => ({
    id,
    name: text(id),
    group: 'submit',
    originals: 1,
    copies: 0,
    required: true,
  })),
  blocks: everyBlock,
  form: everyType,
  workflow: { steps: around.workflow.steps.map(({ if: _, ...step }) => step) },
});
