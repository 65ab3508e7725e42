import { html } from '#platform/html';
import { examplesOf } from '../../example.ts';
import { type DetailsProps, details } from './details.ts';

export const detailsExamples = examplesOf<DetailsProps>('details', details, {
  closed: {
    summary: 'Không có giấy chứng sinh?',
    content: html`<p>Dùng văn bản xác nhận của người làm chứng.</p>`,
  },
  open: { summary: 'Số định danh ở đâu?', content: 'Mặt trước thẻ căn cước, dưới ảnh.', open: true },
});
