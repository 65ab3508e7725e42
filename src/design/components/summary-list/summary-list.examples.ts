import { examplesOf } from '../../example.ts';
import { tag } from '../tag/tag.ts';
import { type SummaryListProps, summaryList } from './summary-list.ts';

export const summaryListExamples = examplesOf<SummaryListProps>('summary-list', summaryList, {
  'with change links': {
    rows: [
      { label: 'Họ, chữ đệm, tên của trẻ', value: 'NGUYỄN AN NHIÊN', change: { href: '#sua-ten' } },
      { label: 'Ngày sinh', value: '18/11/2026', change: { href: '#sua-ngay' } },
      { label: 'Nơi sinh', value: 'Bệnh viện đa khoa Tịnh Biên', change: { href: '#sua-noi' } },
    ],
  },
  'beside a register': {
    rows: [
      {
        label: 'Mẹ',
        value: 'NGUYỄN THỊ LAN · 14/03/1996',
        note: tag({ text: 'khớp dân cư', tone: 'jade', icon: 'check' }),
      },
      {
        label: 'Cha',
        value: 'LÊ QUỐC KHÁNH · 02/09/1993',
        note: tag({ text: 'khác: CSDL ghi 02/06/1993', tone: 'red' }),
      },
    ],
  },
});
