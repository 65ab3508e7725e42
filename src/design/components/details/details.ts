import { attributes, type Hole, type Html, html } from '#platform/html';

export interface DetailsProps {
  readonly summary: string;
  readonly content: Hole;
  readonly open?: boolean | undefined;
}

/** Help that only some need, closed until asked for. */
export const details = ({ summary, content, open }: DetailsProps): Html =>
  html`<details class="mc-details"${attributes({ open })}><summary>${summary}</summary><div>${content}</div></details>`;
