import type { Condition, ProcedureDefinition } from '#capabilities/forms';
import type { LocalText } from '#kernel/text';
import { roleTitles } from '#surfaces/shared';
import type { FieldOption, FieldSpec } from '../core/fields.ts';
import { type Item, plainText } from '../core/item.ts';
import { logicText } from '../core/logic-text.ts';
import { answersOf, casesOf, channels, choices, documentsOf, roles } from '../core/options.ts';
import { itemAt } from '../core/paths.ts';
import type { ListPart } from './part.ts';

const words = (vi: string, en: string): LocalText => ({ vi, en });
const plain = (text: string): LocalText => ({ vi: text });
const none = plain('');
const nameOf = (item: Item): LocalText => (item['name'] as LocalText | undefined) ?? none;
const named = (options: readonly FieldOption[], value: unknown): LocalText =>
  options.find((option) => option.value === value)?.text ?? plain(plainText(value));
const when = (item: Item): LocalText => plain(logicText(item['if'] as Condition | undefined));
/** The cases that ask for it, then its condition. */
const whenOrCase = (item: Item, definition: ProcedureDefinition): LocalText => {
  const asking = Array.isArray(item['cases']) ? item['cases'].map(String) : [];
  const names = (definition.cases ?? []).filter(({ id }) => asking.includes(id)).map(({ name }) => name);
  const condition = when(item).vi;
  const said = (locale: 'vi' | 'en') =>
    [...names.map((name) => name[locale] ?? name.vi), condition].filter(Boolean).join('; ');
  return { vi: said('vi'), en: said('en') };
};
const dotted = (value: unknown): string => plainText(value).replace(/\B(?=(\d{3})+$)/g, '.');

const id: FieldSpec = { name: '_ma', path: 'id', kind: 'text', required: true, label: words('Mã', 'Id') };
const name: FieldSpec = {
  name: '_ten',
  path: 'name',
  kind: 'local',
  required: true,
  label: words('Tên', 'Name'),
};
const showIf: FieldSpec = {
  name: '_khi',
  path: 'if',
  kind: 'logic',
  label: words('Chỉ khi', 'Only when'),
  hint: words(
    'Ví dụ: quanHe = "con" or fact.channel = "online"',
    'Such as: quanHe = "con" or fact.channel = "online"',
  ),
};
const assumed: FieldSpec = {
  name: '_gia-dinh',
  path: 'assumed',
  kind: 'flag',
  label: words('Là giả định, chưa có căn cứ', 'Assumed, without a source yet'),
};
const one = (
  name: string,
  path: string,
  label: LocalText,
  options: NonNullable<FieldSpec['options']>,
  required = false,
): FieldSpec => ({ name, path, kind: 'one', label, options, required });
const number = (name: string, path: string, label: LocalText, required = false): FieldSpec => ({
  name,
  path,
  kind: 'number',
  label,
  required,
});
const oneCase = one('_truong-hop', 'case', words('Trường hợp', 'Case'), casesOf);
const oneChannel = (required: boolean) =>
  one('_kenh', 'channel', words('Kênh nộp', 'Channel'), channels, required);

const groups = choices({
  submit: ['Phải nộp', 'Hand in'],
  show: ['Phải xuất trình', 'Show'],
  note: ['Lưu ý', 'Note'],
});
export const documents: ListPart = {
  kind: 'list',
  slug: 'giay-to',
  title: words('Giấy tờ', 'Documents'),
  path: 'documents',
  add: words('Thêm giấy tờ', 'Add a document'),
  ask: words('Tên giấy tờ', 'Name of the document'),
  named: true,
  fresh: (vi) => ({ id: '', name: { vi }, group: 'submit', originals: 1, copies: 0, required: true }),
  columns: [
    { title: words('Giấy tờ', 'Document'), text: nameOf },
    { title: words('Nhóm', 'Group'), text: (item) => named(groups(), item['group']) },
    {
      title: words('Bản chính, bản sao', 'Originals, copies'),
      text: (item) => plain(`${String(item['originals'])}, ${String(item['copies'])}`),
    },
    { title: words('Chỉ khi', 'Only when'), text: whenOrCase },
  ],
  fields: [
    name,
    one('_nhom', 'group', words('Nhóm', 'Group'), groups, true),
    number('_chinh', 'originals', words('Số bản chính', 'Originals'), true),
    number('_sao', 'copies', words('Số bản sao', 'Copies'), true),
    { name: '_bat-buoc', path: 'required', kind: 'yes-no', label: words('Bắt buộc', 'Required') },
    one('_thay', 'alternativeOf', words('Nộp thay cho', 'Instead of'), documentsOf),
    {
      name: '_du-lieu',
      path: 'replaceableBy',
      kind: 'many',
      label: words('Không phải nộp khi có dữ liệu từ', 'Not asked when a register answers'),
      options: choices({
        population: ['Dân cư', 'Population'],
        'civil-status': ['Hộ tịch', 'Civil status'],
        residence: ['Cư trú', 'Residence'],
        land: ['Đất đai', 'Land'],
        'birth-notice': ['Giấy chứng sinh điện tử', 'Birth notices'],
        'death-notice': ['Giấy báo tử điện tử', 'Death notices'],
        'social-protection': ['Bảo trợ xã hội', 'Social protection'],
      }),
    },
    {
      name: '_ket-qua',
      path: 'satisfiedBy',
      kind: 'text',
      label: words('Mã kết quả của giấy này', 'Result code of this paper'),
    },
    {
      name: '_cac-truong-hop',
      path: 'cases',
      kind: 'many',
      label: words('Chỉ trong trường hợp', 'Only in the cases'),
      options: casesOf,
    },
    showIf,
    { name: '_huong-dan', path: 'hint', kind: 'local', label: words('Hướng dẫn', 'Guidance') },
    id,
  ],
};

const kinds = choices({ phi: ['Phí', 'Fee'], 'le-phi': ['Lệ phí', 'Charge'] });
export const fees: ListPart = {
  kind: 'list',
  slug: 'phi',
  title: words('Phí, lệ phí', 'Fees'),
  path: 'fees',
  add: words('Thêm khoản thu', 'Add a fee'),
  ask: words('Tên khoản thu', 'Name of the fee'),
  named: true,
  fresh: (vi) => ({
    id: '',
    kind: 'le-phi',
    name: { vi },
    when: 'submission',
    amount: 0,
    exemptions: [],
    basis: '',
  }),
  columns: [
    { title: words('Khoản thu', 'Fee'), text: nameOf },
    { title: words('Loại', 'Kind'), text: (item) => named(kinds(), item['kind']) },
    { title: words('Mức thu', 'Amount'), text: (item) => plain(`${dotted(item['amount'])} đồng`) },
    { title: words('Kênh nộp', 'Channel'), text: (item) => named(channels(), item['channel']) },
    { title: words('Căn cứ', 'Ground'), text: (item) => plain(plainText(item['basis'])) },
  ],
  fields: [
    name,
    one('_loai', 'kind', words('Loại', 'Kind'), kinds, true),
    number('_muc-thu', 'amount', words('Mức thu (đồng)', 'Amount (đồng)'), true),
    one(
      '_luc',
      'when',
      words('Thu lúc', 'Paid at'),
      choices({ submission: ['Nộp hồ sơ', 'Filing'], return: ['Trả kết quả', 'Return'] }),
      true,
    ),
    oneChannel(false),
    oneCase,
    one('_theo', 'per', words('Tính theo số ở câu', 'Times the number in'), answersOf('number')),
    number('_mien', 'freeUnits', words('Số đơn vị đầu không thu', 'First units free')),
    { name: '_can-cu', path: 'basis', kind: 'text', required: true, label: words('Căn cứ thu', 'Ground') },
    one(
      '_do-ai',
      'setBy',
      words('Ai quy định', 'Set by'),
      choices({
        ministry: ['Bộ', 'Ministry'],
        'province-council': ['Hội đồng nhân dân tỉnh', 'Council of the province'],
      }),
    ),
    { name: '_tu', path: 'from', kind: 'date', label: words('Thu từ ngày', 'From') },
    { name: '_den', path: 'until', kind: 'date', label: words('Đến hết ngày', 'Until') },
    showIf,
    {
      name: '_mien-giam',
      path: 'exemptions',
      kind: 'exemptions',
      keepsEmpty: true,
      label: words('Đối tượng được miễn', 'Who pays nothing'),
      hint: words(
        'Mỗi dòng một đối tượng: tiếng Việt | tiếng Anh | mã | điều kiện. Không có điều kiện thì cán bộ xét miễn.',
        'One a line: Vietnamese | English | id | condition. Without a condition an officer grants it.',
      ),
    },
    assumed,
    id,
  ],
};

const units = choices({
  working_day: ['ngày làm việc', 'working days'],
  day: ['ngày', 'days'],
  hour: ['giờ làm việc', 'working hours'],
  month: ['tháng', 'months'],
});
const amount =
  (path: string) =>
  (item: Item): LocalText => {
    const unit = named(units(), itemAt(item, `${path}unit`));
    const value = String(itemAt(item, `${path}value`));
    return { vi: `${value} ${unit.vi}`, en: `${value} ${unit.en ?? unit.vi}` };
  };
export const times: ListPart = {
  kind: 'list',
  slug: 'thoi-han',
  title: words('Thời hạn', 'Times'),
  path: 'time',
  add: words('Thêm thời hạn', 'Add a time'),
  ask: words('Căn cứ của thời hạn', 'Ground of the time'),
  named: false,
  fresh: (basis) => ({ channel: 'direct', value: 1, unit: 'working_day', basis }),
  columns: [
    { title: words('Kênh nộp', 'Channel'), text: (item) => named(channels(), item['channel']) },
    { title: words('Thời hạn', 'Time'), text: amount('') },
    {
      title: words('Trường hợp', 'Case'),
      text: (item, definition) => named(casesOf(definition), item['case']),
    },
    { title: words('Căn cứ', 'Ground'), text: (item) => plain(plainText(item['basis'])) },
  ],
  fields: [
    oneChannel(true),
    number('_so', 'value', words('Bao lâu', 'How long'), true),
    one('_don-vi', 'unit', words('Đơn vị', 'Unit'), units, true),
    {
      name: '_trong-ngay',
      path: 'sameDay',
      kind: 'flag',
      label: words('Trả trong ngày', 'Back the same day'),
      hint: words('Nhận sau 15 giờ thì trả ngày làm việc sau.', 'After 15:00 the next working day.'),
    },
    oneCase,
    showIf,
    { name: '_can-cu', path: 'basis', kind: 'text', label: words('Căn cứ', 'Ground') },
    assumed,
  ],
};

const does = choices({
  receive: ['Tiếp nhận', 'Receive'],
  appraise: ['Thẩm định', 'Appraise'],
  check: ['Kiểm tra', 'Check'],
  approve: ['Phê duyệt', 'Approve'],
  issue: ['Vào sổ, phát hành', 'Number and issue'],
  return: ['Trả kết quả', 'Return'],
});
const places = choices({
  receiver: ['Nơi tiếp nhận', 'Where it is received'],
  competent: ['Cơ quan giải quyết', 'Who decides'],
});
export const steps: ListPart = {
  kind: 'list',
  slug: 'quy-trinh',
  title: words('Quy trình', 'Steps'),
  path: 'workflow.steps',
  add: words('Thêm bước', 'Add a step'),
  ask: words('Tên bước', 'Name of the step'),
  named: true,
  fresh: (vi) => ({
    id: '',
    name: { vi },
    place: 'competent',
    role: 'specialist',
    does: 'appraise',
    budget: { value: 1, unit: 'working_day' },
  }),
  columns: [
    { title: words('Bước', 'Step'), text: nameOf },
    { title: words('Việc', 'Does'), text: (item) => named(does(), item['does']) },
    { title: words('Ở đâu', 'Where'), text: (item) => named(places(), item['place']) },
    {
      title: words('Ai làm', 'Who'),
      text: (item) => roleTitles[item['role'] as keyof typeof roleTitles] ?? none,
    },
    { title: words('Thời gian', 'Time'), text: amount('budget.') },
    { title: words('Chỉ khi', 'Only when'), text: when },
  ],
  fields: [
    name,
    one('_viec', 'does', words('Việc', 'Does'), does, true),
    one('_o', 'place', words('Ở đâu', 'Where'), places, true),
    one('_ai', 'role', words('Ai làm', 'Who'), roles, true),
    number('_so', 'budget.value', words('Thời gian', 'Time'), true),
    one(
      '_don-vi',
      'budget.unit',
      words('Đơn vị', 'Unit'),
      () => units().filter(({ value }) => value === 'hour' || value === 'working_day'),
      true,
    ),
    showIf,
    id,
  ],
};

export const cases: ListPart = {
  kind: 'list',
  slug: 'truong-hop',
  title: words('Trường hợp', 'Cases'),
  path: 'cases',
  add: words('Thêm trường hợp', 'Add a case'),
  ask: words('Tên trường hợp', 'Name of the case'),
  named: true,
  goesWhenEmpty: true,
  fresh: (vi) => ({ id: '', name: { vi } }),
  columns: [
    { title: words('Trường hợp', 'Case'), text: nameOf },
    { title: words('Mã', 'Id'), text: (item) => plain(String(item['id'])) },
  ],
  fields: [name, id],
};
