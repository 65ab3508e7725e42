import { html } from '#platform/html';
import { examplesOf } from '../../example.ts';
import { type EmptyStateProps, emptyState } from './empty-state.ts';

export const emptyStateExamples = examplesOf<EmptyStateProps>('empty-state', emptyState, {
  'all done': {
    title: 'Không còn hồ sơ nào chờ tiếp nhận',
    headingLevel: 4,
    text: 'Hồ sơ mới sẽ hiện ở đây.',
    action: html`<a href="#dang-xu-ly-2">Xem hồ sơ đang xử lý</a>`,
  },
});
