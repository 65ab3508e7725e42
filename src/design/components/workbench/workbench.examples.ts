import { html } from '#platform/html';
import { examplesOf } from '../../example.ts';
import { type WorkbenchProps, workbench } from './workbench.ts';

export const workbenchExamples = examplesOf<WorkbenchProps>('workbench', workbench, {
  'three sides': {
    outline: html`<p>Các câu hỏi</p>`,
    bench: html`<p>Câu hỏi đang chọn</p>`,
    lookLabel: 'Xem trước',
    look: html`<p>Như người dân thấy</p>`,
  },
});
