import type { Locale } from '#kernel/text';
import { attributes, type Hole, type Html, html } from '#platform/html';
import { wordsOf } from '../../words.ts';
import { button } from '../button/button.ts';

export interface FilterBarProps {
  readonly label: string;
  readonly action: string;
  /** Selects and inputs of the design. */
  readonly fields: Hole;
  readonly buttonText: string;
  /** What is in force, each with the address without it. */
  readonly applied?: readonly { readonly text: string; readonly removeHref: string }[] | undefined;
  /** Save this filter, clear all: links or small forms. */
  readonly extra?: Hole;
  readonly locale?: Locale | undefined;
}

/** Filters as a GET form: a filtered list has an address of its own. */
export function filterBar({
  label,
  action,
  fields,
  buttonText,
  applied = [],
  extra,
  locale,
}: FilterBarProps): Html {
  const words = wordsOf(locale);
  return html`<div class="mc-filter"><form${attributes({ action, 'aria-label': label })}>${fields}${button({ text: buttonText })}</form>${
    (applied.length > 0 || extra !== undefined) &&
    html`<div class="mc-row">${applied.map(
      ({ text, removeHref }) =>
        html`<a class="mc-filter-on"${attributes({ href: removeHref, 'aria-label': words.removeFilter(text) })}>${text}<span aria-hidden="true">×</span></a>`,
    )}${extra}</div>`
  }</div>`;
}
