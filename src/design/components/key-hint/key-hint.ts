import { type Html, html } from '#platform/html';

export interface KeyHintProps {
  /** One stroke, or strokes with a space between: `B`, `G D`. */
  readonly keys: string;
}

/** The key shown where it acts; hidden from ears, for `aria-keyshortcuts` on the control says it. */
export const keyHint = ({ keys }: KeyHintProps): Html =>
  html`<span class="mc-keys" aria-hidden="true">${keys.split(' ').map((key) => html`<kbd class="mc-key">${key}</kbd>`)}</span>`;

/** Attributes that make a link, button or field answer to a key (office.browser.ts) and say so. */
export const keyAttributes = (keys: string | undefined): Record<string, string | undefined> => ({
  'data-key': keys?.toLowerCase(),
  'aria-keyshortcuts': keys,
});
