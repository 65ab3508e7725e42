import { html } from '#platform/html';
import { examplesOf } from '../../example.ts';
import { type PreviewFrameProps, previewFrame } from './preview-frame.ts';

export const previewFrameExamples = examplesOf<PreviewFrameProps>('preview-frame', previewFrame, {
  phone: {
    barLabel: 'Bản xem trước',
    bar: html`<p>Bản xem trước</p>`,
    phone: true,
    page: html`<p>Trang của người dân</p>`,
  },
});
