import { attributes, type Hole, type Html, html } from '#platform/html';

export interface OutlineItem {
  /** Of its link. */
  readonly id?: string | undefined;
  readonly text: string;
  readonly href: string;
  /** A few quiet words: type, whether it is required. */
  readonly note?: string | undefined;
  readonly current?: boolean | undefined;
  /** Data attributes of its row, for a page that lets rows be dragged. */
  readonly drag?: Readonly<Record<`data-${string}`, string | false>> | undefined;
  /** Small forms that move, copy or remove it; shown under the current one. */
  readonly tools?: Hole;
  readonly items?: readonly OutlineItem[] | undefined;
}

export interface OutlineProps {
  readonly label: string;
  readonly items: readonly OutlineItem[];
}

/** Things within things, in their order; J and K walk its rows. */
export const outline = ({ label, items }: OutlineProps): Html =>
  html`<nav class="mc-outline"${attributes({ 'aria-label': label })}>${listOf(items)}</nav>`;

const listOf = (items: readonly OutlineItem[]): Html =>
  html`<ol>${items.map(
    ({ id, text, href, note, current, drag = {}, tools, items: inner = [] }) =>
      html`<li><div class="mc-outline-row" data-row${attributes(drag)}><a${attributes({ id, href, 'aria-current': current && 'true' })}>${text}${
        note !== undefined && note !== '' && html`<span class="mc-outline-note">${note}</span>`
      }</a>${tools !== undefined && html`<div class="mc-outline-tools">${tools}</div>`}</div>${inner.length > 0 && listOf(inner)}</li>`,
  )}</ol>`;
