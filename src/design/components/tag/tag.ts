import { attributes, type Html, html } from '#platform/html';
import { type IconName, icon } from '../icon/icon.ts';

export type Tone = 'jade' | 'amber' | 'red' | 'blue' | 'grey';

export interface TagProps {
  readonly text: string;
  readonly tone?: Tone | undefined;
  /** Red and amber get an icon of their own when none is named: colour never speaks alone. */
  readonly icon?: IconName | undefined;
}

const ownIcon: Partial<Record<Tone, IconName>> = { amber: 'clock', red: 'warning' };

/** A short state in words, with its colour and icon. */
export function tag({ text, tone = 'grey', icon: named }: TagProps): Html {
  const name = named ?? ownIcon[tone];
  return html`<span${attributes({ class: `mc-tag mc-tag--${tone}` })}>${name && icon({ name })}<span>${text}</span></span>`;
}
