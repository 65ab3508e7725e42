import { html } from '#platform/html';
import { examplesOf } from '../../example.ts';
import { type SplitViewProps, splitView } from './split-view.ts';

export const splitViewExamples = examplesOf<SplitViewProps>('split-view', splitView, {
  'two sides': {
    leftLabel: 'Dữ kiện',
    left: html`<p>Dữ kiện của hồ sơ</p>`,
    right: html`<p>Giấy tờ đang xem</p>`,
  },
});
