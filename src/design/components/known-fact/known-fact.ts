import { type Hole, type Html, html } from '#platform/html';
import { type HeadingLevel, heading, type Move, moveLink } from '../../markup.ts';
import { icon } from '../icon/icon.ts';

export interface KnownFactProps {
  /** Where it comes from and how old it is: "Lấy từ Cơ sở dữ liệu dân cư, 4 phút trước". */
  readonly source: string;
  readonly headingLevel?: HeadingLevel | undefined;
  readonly content: Hole;
  /** The way to deny it: "Không đúng người này". */
  readonly deny?: { readonly text: string; readonly to: Move } | undefined;
}

/** What is already known, so that nobody is asked twice; it can be denied. */
export const knownFact = ({ source, headingLevel = 2, content, deny }: KnownFactProps): Html =>
  html`<section class="mc-known">${heading(headingLevel, [icon({ name: 'info' }), source])}<div>${content}</div>${
    deny && html`<div>${moveLink(deny.to, deny.text)}</div>`
  }</section>`;
