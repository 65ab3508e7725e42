import { attributes, type Hole, type Html, html } from '#platform/html';
import { type HeadingLevel, heading } from '../../markup.ts';

export interface CardProps {
  readonly title?: string | undefined;
  readonly headingLevel?: HeadingLevel | undefined;
  readonly content: Hole;
  /** At the right of the title: a link or a small tag. */
  readonly aside?: Hole;
  readonly id?: string | undefined;
}

/** One matter on its own sheet. */
export const card = ({ title, headingLevel = 2, content, aside, id }: CardProps): Html =>
  html`<section class="mc-card mc-stack"${attributes({ id })}>${
    title !== undefined &&
    (aside === undefined
      ? heading(headingLevel, title)
      : html`<div class="mc-card-head">${heading(headingLevel, title)}<div>${aside}</div></div>`)
  }${content}</section>`;
