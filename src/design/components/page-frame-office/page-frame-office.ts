import type { Locale } from '#kernel/text';
import { attributes, type Hole, type Html, html } from '#platform/html';
import { type Move, moveLink } from '../../markup.ts';
import { wordsOf } from '../../words.ts';
import { header } from '../header/header.ts';
import { icon } from '../icon/icon.ts';
import { keyAttributes, keyHint } from '../key-hint/key-hint.ts';
import { type Preference, preferences } from '../preferences/preferences.ts';

export interface RailItem {
  readonly text: string;
  readonly href: string;
  /** Already formatted, for 1.284 has a dot. */
  readonly count?: string | undefined;
  readonly tone?: 'amber' | 'red' | undefined;
  readonly current?: boolean | undefined;
  readonly key?: string | undefined;
}

export interface OfficeFrameProps {
  readonly locale?: Locale | undefined;
  readonly productName?: string | undefined;
  readonly placeName: string;
  readonly homeHref?: string | undefined;
  readonly person?:
    | { readonly name: string; readonly unit: string; readonly href: string; readonly signOut: Move }
    | undefined;
  /** Work first, then the counter, then saved filters. */
  readonly rail: readonly { readonly title: string; readonly items: readonly RailItem[] }[];
  readonly main: Hole;
  readonly preferences?: readonly Preference[] | undefined;
}

function railGroup(title: string, items: readonly RailItem[], index: number): Html {
  const id = `rail-${index + 1}`;
  return html`<h2${attributes({ id })}>${title}</h2><ul${attributes({ 'aria-labelledby': id })}>${items.map(
    (item) => {
      const given = attributes({
        href: item.href,
        'aria-current': item.current && 'page',
        class: item.tone && `mc-rail--${item.tone}`,
        ...keyAttributes(item.key),
      });
      return html`<li><a${given}><span>${item.text}</span>${item.count !== undefined && html` <b>${item.count}</b>`}${
        item.key !== undefined && keyHint({ keys: item.key })
      }</a></li>`;
    },
  )}</ul>`;
}

/** The button that opens the map of keys; its words travel to office.browser.ts as data. */
function keyMapButton(locale: Locale | undefined): Html {
  const words = wordsOf(locale);
  const given = attributes({
    type: 'button',
    class: 'mc-key-map',
    'aria-label': words.keys,
    'data-key-map': true,
    'data-switch': words.keysOn,
    'data-close': words.close,
    'data-next': words.nextRow,
    'data-previous': words.previousRow,
    'data-tick': words.tickRow,
    hidden: true,
  });
  return html`<button${given}><kbd class="mc-key">?</kbd></button>`;
}

/** Header, the rail of work with its counts, the page. */
export function officeFrame(props: OfficeFrameProps): Html {
  const { locale, placeName, homeHref = '/mot-cua', person, rail, main } = props;
  const words = wordsOf(locale);
  const who =
    person &&
    html`<a class="mc-head-name"${attributes({ href: person.href })}>${icon({ name: 'person' })}<span>${person.name} · ${person.unit}</span></a>${moveLink(person.signOut, words.signOut)}`;
  const top = header({
    locale,
    productName: props.productName,
    placeName,
    homeHref,
    links: [who, keyMapButton(locale)],
  });
  return html`${top}<div class="mc-office"><nav class="mc-rail"${attributes({ 'aria-label': words.work })}>${rail.map(
    ({ title, items }, index) => railGroup(title, items, index),
  )}${props.preferences && preferences({ items: props.preferences, locale })}</nav><main id="main" class="mc-office-main mc-stack" tabindex="-1">${main}</main></div>`;
}
