import { attributes, type Hole, type Html, html } from '#platform/html';
import { type HeadingLevel, heading } from '../../markup.ts';
import { type IconName, icon } from '../icon/icon.ts';

export interface VerdictProps {
  /** The answer to the question of the page, in words that stand alone. */
  readonly title: string;
  readonly tone: 'jade' | 'amber' | 'red' | 'grey';
  readonly icon: IconName;
  readonly headingLevel?: HeadingLevel | undefined;
  readonly content?: Hole;
}

/** One large answer: an icon, a sentence, and why; the colour only repeats what the words say. */
export const verdict = ({ title, tone, icon: name, headingLevel = 1, content }: VerdictProps): Html =>
  html`<div${attributes({ class: `mc-verdict mc-verdict--${tone}` })}>${icon({ name })}<div class="mc-stack">${heading(
    headingLevel,
    title,
  )}${content !== undefined && html`<div class="mc-stack">${content}</div>`}</div></div>`;
