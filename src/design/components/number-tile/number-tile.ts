import { attributes, type Hole, type Html, html } from '#platform/html';
import { type HeadingLevel, heading } from '../../markup.ts';
import type { Tone } from '../tag/tag.ts';

export interface NumberTileProps {
  readonly label: string;
  /** Already formatted: `1.284`, `96,8 %`. */
  readonly value: string;
  /** What the number means and what to do next. */
  readonly meaning: Hole;
  /** Every number opens what it counts. */
  readonly href: string;
  readonly tone?: Tone | undefined;
  readonly headingLevel?: HeadingLevel | undefined;
}

/** One large number with its meaning; the whole tile opens the list behind it. */
export const numberTile = ({ label, value, meaning, href, tone, headingLevel = 2 }: NumberTileProps): Html =>
  html`<div class="mc-tile">${heading(headingLevel, html`<a${attributes({ href })}>${label}</a>`)}<p${attributes(
    {
      class: `mc-tile-value mc-tile--${tone ?? 'grey'}`,
    },
  )}>${value}</p><div class="mc-quiet">${meaning}</div></div>`;
