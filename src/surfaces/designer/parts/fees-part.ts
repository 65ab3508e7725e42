import { plainText } from '../core/item.ts';
import { answersOf, channels, choices } from '../core/options.ts';
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
