import { html } from '#platform/html';
import { examplesOf } from '../../example.ts';
import { type StatusProps, status } from './status.ts';

export const statusExamples = examplesOf<StatusProps>('status', status, {
  'with undo': {
    text: 'Đã tiếp nhận 12 hồ sơ; 1 hồ sơ cần xem lại',
    action: html`<a href="#hoan-tac">Hoàn tác</a>`,
  },
  amber: { text: 'Chị Mai cũng đang mở hồ sơ này', tone: 'amber' },
});
