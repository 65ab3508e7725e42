import { type Hole, type Html, html } from '#platform/html';

export interface PageHeadingProps {
  /** A question or a fact. */
  readonly title: string;
  /** Code above the title, in mono figures. */
  readonly code?: string | undefined;
  /** Beside the title: count and order, or tags. */
  readonly beside?: Hole;
  /** At the right: search, the next action. */
  readonly actions?: Hole;
}

/** The one `h1` of a page with what belongs to it. */
export const pageHeading = ({ title, code, beside, actions }: PageHeadingProps): Html =>
  html`<div class="mc-title"><div class="mc-title-text">${code && html`<p class="mc-code mc-quiet">${code}</p>`}<h1>${title}</h1>${
    beside !== undefined && html`<div class="mc-row">${beside}</div>`
  }</div>${actions !== undefined && html`<div class="mc-buttons">${actions}</div>`}</div>`;
