import { type Hole, type Html, html } from '#platform/html';
import { type HeadingLevel, heading } from '../../markup.ts';
import { type TagProps, tag } from '../tag/tag.ts';

export interface BigDateProps {
  /** The state comes first. */
  readonly state?: TagProps | undefined;
  /** "Hẹn trả" */
  readonly lead: string;
  /** "thứ Tư 25/11/2026" */
  readonly date: string;
  readonly headingLevel?: HeadingLevel | undefined;
  /** Working days left and what stops the clock. */
  readonly text?: Hole;
  /** The one thing to do. */
  readonly action?: Hole;
}

/** State, then the date in large type, then what it means, then the one thing to do. */
export const bigDate = ({ state, lead, date, headingLevel = 2, text, action }: BigDateProps): Html =>
  html`<section class="mc-card mc-date-big">${state && html`<p>${tag(state)}</p>`}${heading(
    headingLevel,
    html`<span>${lead}<span class="mc-hidden">: </span></span> <strong>${date}</strong>`,
  )}${text !== undefined && html`<div class="mc-quiet">${text}</div>`}${
    action !== undefined && html`<div class="mc-date-big-act">${action}</div>`
  }</section>`;
