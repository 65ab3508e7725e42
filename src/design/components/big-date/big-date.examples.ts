import { examplesOf } from '../../example.ts';
import { buttonLink } from '../button/button.ts';
import { type BigDateProps, bigDate } from './big-date.ts';

export const bigDateExamples = examplesOf<BigDateProps>('big-date', bigDate, {
  'waiting for you': {
    state: { text: 'Chờ bạn bổ sung 1 giấy tờ', tone: 'amber' },
    lead: 'Hẹn trả',
    date: 'thứ Tư 25/11/2026',
    headingLevel: 4,
    text: 'Còn 2 ngày làm việc. Thời gian chờ bạn bổ sung không tính.',
    action: buttonLink({ text: 'Bổ sung giấy chứng sinh', href: '#bo-sung', kind: 'primary' }),
  },
});
