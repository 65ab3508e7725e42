import type { Locale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import { wordsOf } from '../../words.ts';

export interface BreadcrumbProps {
  /** From the widest to the nearest; the page itself is its `h1`, not here. */
  readonly items: readonly { readonly text: string; readonly href: string }[];
  readonly locale?: Locale | undefined;
}

export const breadcrumb = ({ items, locale }: BreadcrumbProps): Html =>
  html`<nav class="mc-crumbs"${attributes({ 'aria-label': wordsOf(locale).breadcrumb })}><ol>${items.map(
    (item) => html`<li><a${attributes({ href: item.href })}>${item.text}</a></li>`,
  )}</ol></nav>`;
