import { id, name, nameOf, plain, words } from './list-fields.ts';
import type { ListPart } from './part.ts';

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
