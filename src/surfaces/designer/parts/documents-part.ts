import { casesOf, choices, documentsOf } from '../core/options.ts';
import { id, name, named, nameOf, number, one, plain, showIf, whenOrCase, words } from './list-fields.ts';
import type { ListPart } from './part.ts';

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
