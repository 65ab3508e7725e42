import { examplesOf } from '../../example.ts';
import { type NumberTileProps, numberTile } from './number-tile.ts';

export const numberTileExamples = examplesOf<NumberTileProps>('number-tile', numberTile, {
  plain: {
    label: 'Tiếp nhận hôm nay',
    value: '1.284',
    meaning: '92,4 % qua mạng · hôm qua cùng giờ 1.190',
    href: '#hom-nay',
    headingLevel: 4,
  },
  'needs care': {
    label: 'Sẽ trễ trong 3 ngày',
    value: '37',
    meaning: '8 đơn vị · mở danh sách để giao việc',
    href: '#sap-tre',
    tone: 'amber',
    headingLevel: 4,
  },
});
