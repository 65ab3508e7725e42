import { plainText } from '../core/item.ts';
import { casesOf, channels } from '../core/options.ts';
import { assumed, named, number, one, oneCase, oneChannel, plain, showIf, words } from './list-fields.ts';
import type { ListPart } from './part.ts';
import { amount, units } from './spans.ts';

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
