import { examplesOf } from '../../example.ts';
import { button } from '../button/button.ts';
import { type EntryTableProps, entryTable } from './entry-table.ts';

export const entryTableExamples = examplesOf<EntryTableProps>('entry-table', entryTable, {
  goods: {
    name: 'hang-hoa',
    label: 'Hàng hóa',
    hint: 'Mỗi mặt hàng một dòng.',
    rowHeading: 'Dòng',
    columns: [
      { text: 'Tên hàng' },
      { text: 'Loại' },
      { text: 'Số lượng', numeric: true },
      { text: 'Tiền', numeric: true },
    ],
    rows: [
      {
        label: '1',
        cells: [
          { name: 'hang-hoa.0.ten', value: 'Gạo thơm' },
          {
            name: 'hang-hoa.0.loai',
            options: [
              { value: 'a', text: 'Loại 1' },
              { value: 'b', text: 'Loại 2' },
            ],
            value: 'b',
          },
          {
            name: 'hang-hoa.0.so',
            value: 'x',
            inputMode: 'numeric',
            error: 'Hãy nhập bằng chữ số, ví dụ 120.',
          },
          { name: 'hang-hoa.0.tien', shown: '150.000 đồng' },
        ],
      },
    ],
    more: button({ text: 'Thêm dòng nữa', name: 'act', value: 'more-goods' }),
  },
});
