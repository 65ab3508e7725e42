import type { Locale } from '#kernel/text';
import { attributes, type Hole, type Html, html } from '#platform/html';
import { type HeadingLevel, heading } from '../../markup.ts';
import { wordsOf } from '../../words.ts';
import { type IconName, icon } from '../icon/icon.ts';

/** success: it worked · info: from a register or good to know · warning: do this in time · danger: this cannot be undone. */
export type NoticeKind = 'success' | 'info' | 'warning' | 'danger' | 'inset';

export interface NoticeProps {
  readonly kind: NoticeKind;
  readonly title?: string | undefined;
  readonly headingLevel?: HeadingLevel | undefined;
  readonly content?: Hole;
  readonly locale?: Locale | undefined;
}

const icons: Partial<Record<NoticeKind, IconName>> = {
  success: 'check',
  info: 'info',
  warning: 'warning',
  danger: 'warning',
};

/** A message that stays on the page, in the flow, until it is no longer true. */
export function notice({ kind, title, headingLevel, content, locale }: NoticeProps): Html {
  const words = wordsOf(locale);
  const prefix = kind === 'warning' || kind === 'danger' ? words.important : undefined;
  const name = icons[kind];
  const spoken = prefix && html`<span class="mc-hidden">${prefix} </span>`;
  const head =
    title !== undefined &&
    (headingLevel === undefined
      ? html`<p class="mc-notice-title">${spoken}${title}</p>`
      : heading(headingLevel, [spoken, title], 'mc-notice-title'));
  return html`<div${attributes({ class: `mc-notice mc-notice--${kind}` })}>${name && icon({ name })}<div class="mc-stack">${head}${
    content !== undefined && html`<div>${title === undefined && spoken}${content}</div>`
  }</div></div>`;
}
