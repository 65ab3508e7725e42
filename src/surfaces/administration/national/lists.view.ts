import type { NationalListHead, NationalUpload } from '#capabilities/catalogue';
import { emptyState, table, tag } from '#design';
import type { Refusal } from '#kernel/outcome';
import { formatDateTime } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { number, sayIn } from '../core/say.ts';
import { nationalHref } from './addresses.ts';
import { handInCard, uploadsView } from './hand-in.view.ts';

export interface ListsView {
  readonly lists: readonly NationalListHead[];
  readonly uploads: readonly NationalUpload[];
  /** The upload that led here. */
  readonly just: string | undefined;
  readonly refusal: Refusal | undefined;
}

export const listsView = (ctx: PageCtx, { lists, uploads, just, refusal }: ListsView): Html => {
  const say = sayIn(ctx.locale);
  return html`<p>${say(
    'Danh mục mới được đọc rồi so với những gì đang có. Từng khác biệt được quyết định riêng.',
    'A newer list is read and compared with what is held. Each difference is decided by itself.',
  )}</p>${uploadsView(ctx, uploads, just)}${
    lists.length === 0
      ? emptyState({ title: say('Chưa đọc danh mục nào sau lần đầu', 'No list was read since the first') })
      : table({
          id: 'danh-sach',
          caption: say('Các danh mục đã đọc', 'Lists that were read'),
          columns: [
            { text: say('Danh mục', 'List') },
            { text: say('Đọc lúc', 'Read') },
            { text: say('Mới', 'New'), numeric: true },
            { text: say('Đổi', 'Changed'), numeric: true },
            { text: say('Không còn', 'Gone'), numeric: true },
            { text: say('Giống', 'The same'), numeric: true },
            { text: say('Chờ quyết định', 'Undecided'), numeric: true },
          ],
          rows: lists.map((list) => [
            html`<a${attributes({ href: nationalHref(list.id) })}>${list.name}</a>`,
            formatDateTime(list.read_at),
            number(list.new),
            number(list.changed),
            number(list.gone),
            number(list.same),
            list.undecided === 0 ? '0' : tag({ text: number(list.undecided), tone: 'amber' }),
          ]),
        })
  }${handInCard(ctx, refusal)}`;
};
