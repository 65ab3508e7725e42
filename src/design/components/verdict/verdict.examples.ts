import { html } from '#platform/html';
import { examplesOf } from '../../example.ts';
import { type VerdictProps, verdict } from './verdict.ts';

export const verdictExamples = examplesOf<VerdictProps>('verdict', verdict, {
  jade: {
    title: 'Kết quả này còn giá trị',
    tone: 'jade',
    icon: 'check',
    headingLevel: 4,
    content: html`<p>Giấy xác nhận, số 12/GXN.</p>`,
  },
  amber: {
    title: 'Kết quả này đã thay bằng bản khác',
    tone: 'amber',
    icon: 'warning',
    headingLevel: 4,
    content: html`<p><a href="#ban-moi">Xem bản mới: 15/GXN</a></p>`,
  },
  red: { title: 'Kết quả này đã thu hồi', tone: 'red', icon: 'error', headingLevel: 4 },
  grey: { title: 'Kết quả này hết hạn', tone: 'grey', icon: 'clock', headingLevel: 4 },
});
