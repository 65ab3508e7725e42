import { html } from '#platform/html';
import { examplesOf } from '../../example.ts';
import { type CardProps, card } from './card.ts';

export const cardExamples = examplesOf<CardProps>('card', card, {
  plain: {
    title: 'Ai đã xem hồ sơ của bạn',
    headingLevel: 4,
    content: html`<p>3 lượt, gần nhất: xã Núi Cấm, 20/11, 08:10, để thẩm định. <a href="#tat-ca">Xem tất cả</a></p>`,
  },
  'with an aside': {
    title: 'Tin nhắn',
    headingLevel: 4,
    aside: html`<a href="#viet">Viết tin</a>`,
    content: html`<p class="mc-quiet">Chưa có tin nào.</p>`,
  },
});
