import type { Locale } from '#kernel/text';
import { attributes, type Hole, type Html, html } from '#platform/html';
import { wordsOf } from '../../words.ts';
import { icon } from '../icon/icon.ts';

export interface StatusProps {
  readonly text: Hole;
  /** Undo, see it: a link or a small form. */
  readonly action?: Hole;
  readonly tone?: 'jade' | 'amber' | undefined;
  readonly locale?: Locale | undefined;
}

/** What the last act did, said at the top of the next page; it stays, for a toast that fades is missed. */
export const status = ({ text, action, tone = 'jade', locale }: StatusProps): Html =>
  html`<div role="status"${attributes({ class: `mc-status mc-status--${tone}` })}>${icon({ name: tone === 'amber' ? 'warning' : 'check' })}<p>${
    tone === 'jade' && html`<span class="mc-hidden">${wordsOf(locale).success} </span>`
  }${text}</p>${action}</div>`;
