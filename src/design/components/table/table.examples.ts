import { examplesOf } from '../../example.ts';
import { type TableProps, table } from './table.ts';

export const tableExamples = examplesOf<TableProps>('table', table, {
  fees: {
    id: 'le-phi',
    caption: 'Lệ phí',
    rowHeaders: true,
    columns: [{ text: 'Việc' }, { text: 'Tại quầy', numeric: true }, { text: 'Qua mạng', numeric: true }],
    rows: [
      ['Khai sinh đúng hạn', '0 đồng', '0 đồng'],
      ['Trích lục bản sao', '8.000 đồng', '4.000 đồng'],
    ],
  },
  'what is left to do': {
    id: 'con-viec',
    caption: 'Còn 1 việc',
    columns: [{ text: 'Việc', long: true }, { text: 'Ở phần' }],
    rows: [['Mức lệ phí do Hội đồng nhân dân tỉnh quyết định; hãy ghi mức và căn cứ.', 'Phí, lệ phí']],
  },
});
