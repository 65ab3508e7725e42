import type { Locale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import { wordsOf } from '../../words.ts';
import { icon } from '../icon/icon.ts';

export interface BackLinkProps {
  readonly href: string;
  readonly text?: string | undefined;
  readonly locale?: Locale | undefined;
}

/** The way back, first thing on a page; it loses nothing. */
export const backLink = ({ href, text, locale }: BackLinkProps): Html =>
  html`<a${attributes({ class: 'mc-back', href })}>${icon({ name: 'back' })}${text ?? wordsOf(locale).back}</a>`;
