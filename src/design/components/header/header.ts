import type { Locale } from '#kernel/text';
import { attributes, type Hole, type Html, html } from '#platform/html';
import { wordsOf } from '../../words.ts';
import { mark } from '../mark/mark.ts';

export interface HeaderProps {
  readonly locale?: Locale | undefined;
  readonly productName?: string | undefined;
  readonly placeName: string;
  readonly homeHref: string;
  /** At the right: who is here and the ways in and out. */
  readonly links: Hole;
}

/** The skip link and the one-line lacquer header of every frame; `main` has the id `main`. */
export const header = ({ locale, productName = 'Một Cửa', placeName, homeHref, links }: HeaderProps): Html =>
  html`<a class="mc-skip" href="#main">${wordsOf(locale).skipToMain}</a><header class="mc-head"><div class="mc-head-line"><a class="mc-brand"${attributes(
    { href: homeHref },
  )}>${mark()}<span><strong>${productName}</strong> <small>${placeName}</small></span></a><nav${attributes({
    'aria-label': wordsOf(locale).account,
  })}>${links}</nav></div></header>`;
