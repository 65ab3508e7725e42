import { examplesOf } from '../../example.ts';
import { type ChipListProps, chipList } from './chip-list.ts';

export const chipListExamples = examplesOf<ChipListProps>('chip-list', chipList, {
  'everyday events': {
    label: 'Việc thường gặp',
    items: [
      { text: 'Có con', href: '#co-con' },
      { text: 'Kết hôn', href: '#ket-hon' },
      { text: 'Mất người thân', href: '#mat-nguoi-than' },
      { text: 'Mở hộ kinh doanh', href: '#ho-kinh-doanh' },
    ],
  },
});
