import { html } from '#platform/html';
import { examplesOf } from '../../example.ts';
import { type OutlineProps, outline } from './outline.ts';

export const outlineExamples = examplesOf<OutlineProps>('outline', outline, {
  'pages and questions': {
    label: 'Các trang và câu hỏi',
    items: [
      {
        text: '1. Người con',
        href: '#trang-1',
        items: [
          { text: 'Họ tên', href: '#ho-ten', note: 'Chữ ngắn · bắt buộc' },
          {
            text: 'Ngày sinh',
            href: '#ngay-sinh',
            note: 'Ngày',
            current: true,
            tools: html`<form><button type="button" class="mc-button mc-button--secondary">Lên</button></form>`,
          },
          { text: 'Giấy tờ kèm', href: '#kem', items: [{ text: 'Số giấy', href: '#so-giay' }] },
        ],
      },
    ],
  },
});
