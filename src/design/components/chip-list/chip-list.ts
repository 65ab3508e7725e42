import { attributes, type Html, html } from '#platform/html';

export interface ChipListProps {
  /** Says what the list is to those who do not see it. */
  readonly label: string;
  readonly items: readonly { readonly text: string; readonly href: string }[];
}

/** Short links to choose from, large enough for a thumb. */
export const chipList = ({ label, items }: ChipListProps): Html =>
  html`<ul class="mc-chips"${attributes({ 'aria-label': label })}>${items.map(
    (item) => html`<li><a${attributes({ href: item.href })}>${item.text}</a></li>`,
  )}</ul>`;
