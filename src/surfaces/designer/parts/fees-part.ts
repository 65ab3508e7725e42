import type { FieldSpec } from '../core/fields.ts';
import { plainText } from '../core/item.ts';
import { answersOf, channels, choices } from '../core/options.ts';
import { rarely } from '../form/common-fields.ts';
import {
  assumed,
  dotted,
  id,
  name,
  named,
  nameOf,
  number,
  one,
  oneCase,
  oneChannel,
  plain,
  showIf,
  words,
} from './list-fields.ts';
import type { ListPart } from './part.ts';

/** Ordinary when nothing is chosen. */
const purposes = choices({ appraisal: ['Thẩm định', 'Appraisal'], extension: ['Gia hạn', 'Extension'] });
const kinds = choices({ phi: ['Phí', 'Charge'], 'le-phi': ['Lệ phí', 'Fee'] });
/** Beside the number itself: what it counts, what costs less or nothing, how often, and at most. */
const counting: readonly FieldSpec[] = [
  {
    name: '_don-vi',
    path: 'unit',
    kind: 'local',
    label: words('Mỗi đơn vị gọi là', 'What is counted'),
    hint: words('Ví dụ: trang. Để trống là bản.', 'Such as: page. Copies when empty.'),
  },
  number('_mien', 'freeUnits', words('Số đơn vị đầu không thu', 'First units free')),
  {
    name: '_bac',
    path: 'tiers',
    kind: 'tiers',
    label: words('Bậc mức thu', 'Tiers'),
    hint: words(
      'Mỗi dòng một bậc: từ đơn vị thứ mấy | mức thu. Ví dụ: 3 | 1.000',
      'One a line: from which unit | amount. Such as: 3 | 1.000',
    ),
  },
  number('_toi-da', 'cap', words('Tối đa mỗi bản (đồng)', 'At most a copy (đồng)')),
  one('_nhan', 'times', words('Nhân với số bản ở câu', 'Times the copies in'), answersOf('number')),
];

/** A lower sum for a while, or for those who file in some way; one of amount and percent. */
const reduction: readonly FieldSpec[] = [
  number('_giam-muc', 'reduction.amount', words('Mức giảm còn (đồng)', 'Reduced to (đồng)')),
  {
    ...number(
      '_giam-con',
      'reduction.percent',
      words('Hoặc giảm còn (% mức thu)', 'Or to (% of the amount)'),
    ),
    hint: words('Ghi một trong hai. 50 là nửa mức thu.', 'One of both. 50 is half.'),
  },
  {
    name: '_giam-kenh',
    path: 'reduction.channels',
    kind: 'many',
    options: channels,
    label: words('Giảm khi nộp', 'Reduced when filed'),
    hint: words('Không chọn là mọi cách nộp.', 'Every way of filing when none is chosen.'),
  },
  { name: '_giam-tu', path: 'reduction.from', kind: 'date', label: words('Giảm từ ngày', 'Reduced from') },
  {
    name: '_giam-den',
    path: 'reduction.until',
    kind: 'date',
    label: words('Giảm đến hết ngày', 'Reduced until'),
  },
  {
    name: '_giam-can-cu',
    path: 'reduction.basis',
    kind: 'text',
    label: words('Căn cứ giảm', 'Ground of the reduction'),
  },
];

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
    rarely(one('_muc-dich', 'purpose', words('Thu cho việc', 'Taken for'), purposes)),
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
    ...counting.map(rarely),
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
    ...reduction.map(rarely),
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
    {
      name: '_khong-hoan',
      path: 'refundable',
      kind: 'flag',
      ticked: false,
      label: words('Không hoàn lại khi hồ sơ bị từ chối', 'Not paid back when refused'),
    },
    assumed,
    id,
  ],
};
