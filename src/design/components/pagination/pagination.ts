import type { Locale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import { wordsOf } from '../../words.ts';
import { icon } from '../icon/icon.ts';

export interface PaginationProps {
  /** "Hồ sơ 1–20 trên 214" */
  readonly summary?: string | undefined;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
  /** `null` marks a gap. */
  readonly pages?: readonly ({
    readonly number: number;
    readonly href: string;
    readonly current?: boolean;
  } | null)[];
  readonly locale?: Locale | undefined;
}

export function pagination({ summary, previous, next, pages = [], locale }: PaginationProps): Html {
  const words = wordsOf(locale);
  const link = ({ number, href, current }: NonNullable<(typeof pages)[number]>): Html =>
    html`<a${attributes({ href, 'aria-label': words.page(number), 'aria-current': current && 'page' })}>${number}</a>`;
  return html`<nav class="mc-pages"${attributes({ 'aria-label': words.pages })}>${summary && html`<p>${summary}</p>`}<ul>${
    previous &&
    html`<li><a rel="prev"${attributes({ href: previous })}>${icon({ name: 'back' })}${words.previous}</a></li>`
  }${pages.map((page) => html`<li>${page === null ? '…' : link(page)}</li>`)}${
    next &&
    html`<li><a rel="next" class="mc-pages-next"${attributes({ href: next })}>${words.next}${icon({ name: 'back' })}</a></li>`
  }</ul></nav>`;
}
