import type { Locale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import { wordsOf } from '../../words.ts';
import { icon } from '../icon/icon.ts';

export interface ErrorSummaryProps {
  /** "Còn một chỗ cần sửa" */
  readonly title?: string | undefined;
  /** In the order of the page; `target` is the id of the control, without `#`. An error of the whole page has none. */
  readonly errors: readonly { readonly text: string; readonly target?: string | undefined }[];
  readonly locale?: Locale | undefined;
}

/** All errors of a page, first in `main`; takes the focus when the page opens (enhance.browser.ts). */
export const errorSummary = ({ title, errors, locale }: ErrorSummaryProps): Html =>
  html`<div class="mc-summary-error" role="alert" tabindex="-1" data-focus><h2>${icon({ name: 'error' })}${
    title ?? wordsOf(locale).errorTitle
  }</h2><ul>${errors.map(
    ({ text, target }) =>
      html`<li>${target === undefined ? text : html`<a${attributes({ href: `#${target}` })}>${text}</a>`}</li>`,
  )}</ul></div>`;
