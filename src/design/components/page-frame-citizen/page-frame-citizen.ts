import type { Locale } from '#kernel/text';
import { attributes, type Hole, type Html, html } from '#platform/html';
import { type Move, moveLink } from '../../markup.ts';
import { wordsOf } from '../../words.ts';
import { header } from '../header/header.ts';
import { icon } from '../icon/icon.ts';
import { type Preference, preferences } from '../preferences/preferences.ts';

/** At the right of the header: who is here, or the way in, or the way out of a form with everything kept. */
export type CitizenSession =
  | { readonly kind: 'guest'; readonly signIn: Move; readonly text?: string | undefined }
  | { readonly kind: 'person'; readonly name: string; readonly href: string; readonly signOut: Move }
  | { readonly kind: 'filling'; readonly text: string; readonly leave: Move };

export interface CitizenFrameProps {
  readonly locale?: Locale | undefined;
  readonly productName?: string | undefined;
  readonly placeName: string;
  readonly homeHref?: string | undefined;
  readonly session?: CitizenSession | undefined;
  readonly help: { readonly href: string; readonly text?: string | undefined };
  /** First in `main`: back link or breadcrumb. */
  readonly before?: Hole;
  readonly main: Hole;
  readonly preferences?: readonly Preference[] | undefined;
  readonly footerLinks?: readonly { readonly text: string; readonly href: string }[] | undefined;
  /** Where to ask a person, at the same place on every page (WCAG 3.2.6). */
  readonly contact?: Hole;
}

function sessionLinks(session: CitizenSession | undefined, locale: Locale | undefined): Hole {
  const words = wordsOf(locale);
  if (session === undefined) return undefined;
  if (session.kind === 'filling') return moveLink(session.leave, session.text);
  if (session.kind === 'guest') return moveLink(session.signIn, session.text ?? words.signIn);
  return [
    html`<a class="mc-head-name"${attributes({ href: session.href })}>${icon({ name: 'person' })}<span>${session.name}</span></a>`,
    moveLink(session.signOut, words.signOut),
  ];
}

/** One-line lacquer header, one column, quiet footer. */
export function citizenFrame(props: CitizenFrameProps): Html {
  const { locale, placeName, homeHref = '/', session, help } = props;
  const words = wordsOf(locale);
  const helpText = help.text ?? words.help;
  const helpLink = html`<a${attributes({ href: help.href, class: session && 'mc-head-wide' })}>${helpText}</a>`;
  const links = props.footerLinks ?? [];
  const top = header({
    locale,
    productName: props.productName,
    placeName,
    homeHref,
    links: [helpLink, sessionLinks(session, locale)],
  });
  const before = props.before !== undefined && html`<div class="mc-before">${props.before}</div>`;
  return html`${top}<main id="main" class="mc-main mc-stack" tabindex="-1">${before}${props.main}</main><footer class="mc-foot"><div>${
    props.preferences && preferences({ items: props.preferences, locale })
  }${props.contact !== undefined && html`<div>${props.contact}</div>`}<ul class="mc-foot-links"><li><a${attributes({ href: help.href })}>${helpText}</a></li>${links.map(
    ({ text, href }) => html`<li><a${attributes({ href })}>${text}</a></li>`,
  )}</ul></div></footer>`;
}
