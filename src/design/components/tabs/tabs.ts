import { attributes, type Html, html } from '#platform/html';

export interface TabsProps {
  readonly label: string;
  readonly items: readonly {
    readonly text: string;
    readonly href: string;
    readonly count?: number | undefined;
    readonly current?: boolean | undefined;
  }[];
}

/** Sides of one matter, each a page of its own with its own address. */
export const tabs = ({ label, items }: TabsProps): Html =>
  html`<nav class="mc-tabs"${attributes({ 'aria-label': label })}><ul>${items.map(
    ({ text, href, count, current }) =>
      html`<li><a${attributes({ href, 'aria-current': current && 'page' })}>${text}${
        count !== undefined && html` <span class="mc-count">${count}</span>`
      }</a></li>`,
  )}</ul></nav>`;
