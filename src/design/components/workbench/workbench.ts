import { attributes, type Hole, type Html, html } from '#platform/html';

export interface WorkbenchProps {
  /** What there is, to choose from. */
  readonly outline: Hole;
  /** What was chosen, to be worked on. */
  readonly bench: Hole;
  /** Name of the side that shows what comes out of it. */
  readonly lookLabel: string;
  readonly look: Hole;
}

/** Outline left, the piece in work in the middle, how it will look on the right; one below the other when narrow. */
export const workbench = ({ outline, bench, lookLabel, look }: WorkbenchProps): Html =>
  html`<div class="mc-bench"><div class="mc-stack">${outline}</div><div class="mc-stack">${bench}</div><section class="mc-bench-look mc-stack"${attributes({ 'aria-label': lookLabel })}>${look}</section></div>`;
