import type { Condition } from '#capabilities/forms';
import type { LocalText } from '#kernel/text';
import type { FieldOption, FieldSpec } from '../core/fields.ts';
import { type Item, plainText } from '../core/item.ts';
import { logicText } from '../core/logic-text.ts';
import { answersOf, choices } from '../core/options.ts';
import type { ListPart } from './part.ts';

const words = (vi: string, en: string): LocalText => ({ vi, en });
const plain = (vi: string): LocalText => ({ vi });
const textAt = (item: Item, key: string): LocalText => (item[key] as LocalText | undefined) ?? plain('');
const named = (options: readonly FieldOption[], value: unknown): LocalText =>
  options.find((option) => option.value === value)?.text ?? plain(plainText(value));

const passes = choices({ yes: ['Có', 'Yes'], no: ['Không', 'No'] });

/** Asked before anybody fills in the form; nothing of it is stored. */
export const eligibility: ListPart = {
  kind: 'list',
  slug: 'hoi-truoc',
  title: words('Hỏi trước điều kiện', 'Eligibility'),
  path: 'eligibility',
  add: words('Thêm câu hỏi trước', 'Add a question'),
  ask: words('Câu hỏi có hoặc không', 'Yes-no question'),
  named: true,
  fresh: (vi) => ({
    id: '',
    question: { vi },
    type: 'yesno',
    passIf: 'yes',
    failText: { vi: 'Bạn chưa đủ điều kiện nộp.' },
  }),
  columns: [
    { title: words('Câu hỏi', 'Question'), text: (item) => textAt(item, 'question') },
    { title: words('Đủ điều kiện khi', 'Passes on'), text: (item) => named(passes(), item['passIf']) },
    { title: words('Câu báo', 'What is said'), text: (item) => textAt(item, 'failText') },
  ],
  fields: [
    {
      name: '_cau-hoi',
      path: 'question',
      kind: 'local',
      required: true,
      label: words('Câu hỏi', 'Question'),
    },
    {
      name: '_du-khi',
      path: 'passIf',
      kind: 'one',
      required: true,
      label: words('Đủ điều kiện khi trả lời', 'Passes on'),
      options: passes,
    },
    {
      name: '_cau-bao',
      path: 'failText',
      kind: 'local',
      required: true,
      label: words('Câu báo khi chưa đủ', 'What is said when it fails'),
      hint: words('Nói điều cần làm trước, hoặc thủ tục khác phù hợp.', 'Say what to do first.'),
    },
    {
      name: '_chi-khuyen',
      path: 'advice',
      kind: 'flag',
      label: words('Chỉ là lời khuyên, không chặn ai', 'Advice only; it stops nobody'),
    },
    idField(),
  ],
};

function idField(): FieldSpec {
  return { name: '_ma', path: 'id', kind: 'text', required: true, label: words('Mã', 'Id') };
}

const kinds = choices({
  grant: ['Đồng ý', 'Grant'],
  refusal: ['Từ chối', 'Refusal'],
  notice: ['Thông báo', 'Notice'],
});
export const otherResults: ListPart = {
  kind: 'list',
  slug: 'ket-qua-khac',
  title: words('Kết quả khác', 'Other results'),
  path: 'otherResults',
  add: words('Thêm kết quả', 'Add a result'),
  ask: words('Tên kết quả', 'Name of the result'),
  named: false,
  goesWhenEmpty: true,
  fresh: (vi) => ({ kind: 'grant', code: 'local', name: { vi } }),
  columns: [
    { title: words('Kết quả', 'Result'), text: (item) => textAt(item, 'name') },
    { title: words('Loại', 'Kind'), text: (item) => named(kinds(), item['kind']) },
    { title: words('Mã', 'Code'), text: (item) => plain(plainText(item['code'])) },
    {
      title: words('Chỉ khi', 'Only when'),
      text: (item) => plain(logicText(item['if'] as Condition | undefined)),
    },
  ],
  fields: [
    { name: '_ten', path: 'name', kind: 'local', required: true, label: words('Tên', 'Name') },
    {
      name: '_loai',
      path: 'kind',
      kind: 'one',
      required: true,
      label: words('Loại', 'Kind'),
      options: kinds,
    },
    {
      name: '_ma-ket-qua',
      path: 'code',
      kind: 'text',
      required: true,
      label: words('Mã kết quả', 'Result code'),
      hint: words(
        'Như KQ.G15.000031; ghi local khi chưa có mã.',
        'Such as KQ.G15.000031; local where there is none.',
      ),
    },
    {
      name: '_khi',
      path: 'if',
      kind: 'logic',
      label: words('Chỉ khi', 'Only when'),
      hint: words(
        'Kết quả đồng ý có điều kiện được xét trước kết quả chính.',
        'A grant with a condition goes before the main result.',
      ),
    },
    {
      name: '_xac-nhan',
      path: 'confirmDraft',
      kind: 'flag',
      label: words('Người dân xác nhận bản dự thảo', 'The citizen confirms a draft'),
    },
    {
      name: '_noi-dung',
      path: 'certifies',
      kind: 'many',
      rare: true,
      label: words('Giấy ghi những câu trả lời nào', 'The answers that the paper states'),
      options: answersOf(),
    },
  ],
};
