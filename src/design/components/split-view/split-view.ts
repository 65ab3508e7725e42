import { attributes, type Hole, type Html, html } from '#platform/html';

export interface SplitViewProps {
  /** Names of the two sides for those who walk by landmarks. */
  readonly leftLabel: string;
  readonly left: Hole;
  readonly right: Hole;
}

/** Facts left, paper right; the paper stays in sight while the facts scroll. */
export const splitView = ({ leftLabel, left, right }: SplitViewProps): Html =>
  html`<div class="mc-split"><section class="mc-stack"${attributes({ 'aria-label': leftLabel })}>${left}</section><div class="mc-split-paper">${right}</div></div>`;
