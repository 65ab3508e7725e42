import type { Locale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import { type Move, moveLink } from '../../markup.ts';
import { wordsOf } from '../../words.ts';
import { type IconName, icon } from '../icon/icon.ts';

export interface Preference {
  /** What it will do: "Chữ lớn", "English", "Nền tối". */
  readonly text: string;
  readonly to: Move;
  readonly icon?: IconName | undefined;
  /** Language of the words when it is not the page's. */
  readonly lang?: string | undefined;
}

export interface PreferencesProps {
  readonly items: readonly Preference[];
  readonly locale?: Locale | undefined;
}

/** Language, large text, light or dark: plain links or posts that come back to the same page. */
export const preferences = ({ items, locale }: PreferencesProps): Html =>
  html`<ul class="mc-prefs"${attributes({ 'aria-label': wordsOf(locale).settings })}>${items.map(
    ({ text, to, icon: name, lang }) =>
      html`<li>${moveLink(to, [name && icon({ name }), text], { lang })}</li>`,
  )}</ul>`;
