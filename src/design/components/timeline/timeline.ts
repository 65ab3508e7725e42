import type { Locale } from '#kernel/text';
import { attributes, type Hole, type Html, html } from '#platform/html';
import { wordsOf } from '../../words.ts';
import { icon } from '../icon/icon.ts';

export type TimelineState = 'done' | 'now' | 'to-come';

export interface TimelineItem {
  readonly state: TimelineState;
  readonly title: string;
  readonly text?: Hole;
  readonly tone?: 'amber' | 'blue' | 'red' | undefined;
}

export interface TimelineProps {
  readonly items: readonly TimelineItem[];
  readonly dense?: boolean | undefined;
  readonly locale?: Locale | undefined;
}

/** The road: what is done, where it stands now, what is to come; shapes and hidden words say it beside colour. */
export function timeline({ items, dense, locale }: TimelineProps): Html {
  const words = wordsOf(locale);
  const spoken: Record<TimelineState, string> = { done: words.done, now: words.now, 'to-come': words.toCome };
  return html`<ol${attributes({ class: dense ? 'mc-road mc-road--dense' : 'mc-road' })}>${items.map(
    ({ state, title, text, tone = 'amber' }) => {
      const given = attributes({
        class: `mc-road--${state}${state === 'now' ? ` mc-road--${tone}` : ''}`,
        'aria-current': state === 'now' && 'step',
      });
      return html`<li${given}><span class="mc-road-dot">${state === 'done' && icon({ name: 'check' })}</span><p class="mc-road-title"><span class="mc-hidden">${spoken[state]} </span>${title}</p>${
        text !== undefined && html`<div class="mc-quiet">${text}</div>`
      }</li>`;
    },
  )}</ol>`;
}
