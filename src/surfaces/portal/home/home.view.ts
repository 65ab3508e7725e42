import { button, card, chipList, searchBox, type TagProps, tag, textInput } from '#design';
import { type Html, html } from '#platform/html';
import type { Say } from '../words/say.ts';

export interface HomeProps {
  readonly say: Say;
  /** Words to try in the search. */
  readonly examples: string;
  readonly events: readonly { readonly text: string; readonly href: string }[];
  /** Dossiers of the signed-in person that wait for an action, then drafts. */
  readonly mine: readonly {
    readonly title: string;
    readonly code: string;
    readonly state: TagProps;
    readonly action: { readonly text: string; readonly href: string };
  }[];
}

/** One question with three ways in: search, everyday events, look-up. */
export const homeView = ({ say, examples, events, mine }: HomeProps): Html =>
  html`<h1>${say('Bạn cần làm thủ tục gì?', 'What do you need to do?')}</h1>${
    mine.length > 0 &&
    card({
      title: say('Việc đang chờ bạn', 'Waiting for you'),
      aside: html`<a href="/cua-toi">${say('Mọi hồ sơ', 'All dossiers')}</a>`,
      content: html`<ul class="mc-files">${mine.map(
        (one) =>
          html`<li><span><strong>${one.title}</strong> <span class="mc-quiet mc-code">${one.code}</span><br>${tag(one.state)}</span><a href="${one.action.href}">${one.action.text}<span class="mc-hidden">: ${one.title}</span></a></li>`,
      )}</ul>`,
    })
  }<section class="mc-card">${searchBox({
    id: 'q',
    action: '/thu-tuc',
    name: 'q',
    label: say('Tìm thủ tục', 'Search procedures'),
    headingLevel: 2,
    hint: say(
      `Gõ có dấu hay không dấu đều được, ví dụ: ${examples}`,
      `With or without accents, for example: ${examples}`,
    ),
    buttonText: say('Tìm', 'Search'),
    buttonKind: 'primary',
  })}</section>${
    events.length > 0 &&
    card({
      title: say('Việc thường gặp', 'Everyday events'),
      content: chipList({ label: say('Việc thường gặp', 'Everyday events'), items: events }),
    })
  }${card({
    title: say('Tra cứu hồ sơ', 'Track a dossier'),
    content: html`<form action="/tra-cuu" class="mc-stack">${textInput({
      name: 'ma',
      label: say('Mã hồ sơ', 'Dossier code'),
      hint: say(
        'Không cần đăng nhập. Mã ghi trên giấy tiếp nhận.',
        'No sign-in needed. It is on your receipt.',
      ),
      code: true,
      autocomplete: 'off',
      spellcheck: false,
    })}${button({ text: say('Tra cứu', 'Track') })}</form>`,
  })}`;
