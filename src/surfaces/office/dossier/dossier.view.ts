import type { RegisteredResult } from '#capabilities/results';
import {
  backLink,
  buttonLink,
  card,
  deadlineTag,
  details,
  keyAttributes,
  keyHint,
  pageHeading,
  splitView,
  status,
  tabs,
  tag,
} from '#design';
import { inLocale, type LocalText } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import { officeHome } from '../core/addresses.ts';
import { registeredCards } from '../results/registered.view.ts';
import { listOfSlug, lists } from '../words/lists.ts';
import { stageNames } from '../words/state.ts';
import { actionButtons, otherActions } from './actions.view.ts';
import { clockCard, dueOf, stepsCard } from './clock.view.ts';
import { applicantCard, formCard } from './facts.view.ts';
import { historySide } from './history.view.ts';
import { matterCards } from './matters.view.ts';
import type { Neighbours } from './neighbours.ts';
import type { Opened } from './open.ts';
import { paperSide } from './papers.view.ts';
import { purposes } from './purposes.ts';
import { type TalkTyped, talkSide, type Uploads } from './talk.view.ts';
import { tasksCard } from './tasks.view.ts';

/** Sides of a dossier, each with its own address: `?mat=trao-doi`. */
export const sides = ['ho-so', 'trao-doi', 'lich-su'] as const;
export type Side = (typeof sides)[number];

export interface DossierPageView {
  readonly opened: Opened;
  readonly hidden: Html;
  readonly side: Side;
  /** The list it was opened from, as it travels in addresses. */
  readonly from: string;
  readonly neighbours: Neighbours | undefined;
  readonly paper: {
    readonly chosen: Opened['view']['documents'][number] | undefined;
    readonly pages: number;
    readonly signed?: Html | undefined;
  };
  readonly prints: readonly { readonly name: string; readonly title: LocalText }[];
  readonly registered: readonly RegisteredResult[];
  readonly purpose: string;
  readonly others: readonly string[];
  readonly elsewhere: boolean;
  /** What the last act did. */
  readonly done: string | undefined;
  readonly may: { readonly message: boolean; readonly note: boolean };
  readonly uploads: Uploads;
  readonly typed?: TalkTyped | undefined;
}

export function dossierView(view: DossierPageView): Html {
  const { opened, from } = view;
  const { say } = opened;
  const acting = { opened, from, hidden: view.hidden };
  return html`${view.done && status({ text: view.done, locale: opened.locale })}${trail(view)}${pageHeading({
    title: opened.view.dossier.procedure_name,
    beside: tagsOf(view),
    actions: actionButtons(acting),
  })}${otherActions(acting)}${here(view)}${splitView({
    leftLabel: say('Nội dung hồ sơ', 'What the dossier says'),
    left: html`${sideTabs(view)}${leftOf(view)}`,
    right: paperSide(
      opened,
      view.paper.chosen,
      view.paper.pages,
      (id) => addressOf(view, view.side, id),
      view.paper.signed,
    ),
  })}`;
}

function leftOf(view: DossierPageView): Html {
  const { opened, from } = view;
  if (view.side === 'trao-doi')
    return talkSide({ opened, hidden: view.hidden, uploads: view.uploads, may: view.may, typed: view.typed });
  if (view.side === 'lich-su') return html`${historySide(opened)}${!opened.tried && purposeCard(view)}`;
  const road = tasksCard(opened, from);
  // Where several are at work, that is what one looks for first.
  const first = (opened.view.state.plan?.tasks.length ?? 0) > 1;
  // What was revoked or replaced is said before what was issued.
  const ended = view.registered.some(({ state }) => state !== 'valid');
  const registered = registeredCards(opened, view.registered);
  return html`${first && road}${ended && registered}${matterCards(opened)}${!ended && registered}${applicantCard(opened)}${formCard(opened)}${
    first ? '' : (road ?? stepsCard(opened))
  }${clockCard(opened)}${printCard(view)}`;
}

function trail({ from, neighbours, opened }: DossierPageView): Html | false {
  const { say, locale } = opened;
  if (opened.tried) return false;
  const list = listOfSlug(from.split('?')[0] ?? '');
  const go = (href: string | undefined, key: string, text: string) =>
    href &&
    html`<a${attributes({ href, ...keyAttributes(key) })}><span class="mc-hidden">${text}</span>${keyHint({ keys: key })}</a>`;
  const back = neighbours?.listHref ?? officeHome;
  const name = list ? inLocale(lists[list].name, locale) : say('Bàn làm việc', 'My desk');
  return html`<div class="mc-row">${backLink({ href: back, text: name, locale })}${
    neighbours?.at !== undefined &&
    html`<span class="mc-quiet">${say(`${neighbours.at} trên ${neighbours.count}`, `${neighbours.at} of ${neighbours.count}`)}</span>`
  }${go(neighbours?.next, 'J', say('Hồ sơ tiếp theo', 'Next dossier'))}${go(
    neighbours?.previous,
    'K',
    say('Hồ sơ trước', 'Previous dossier'),
  )}</div>`;
}

function tagsOf({ opened, elsewhere }: DossierPageView): Html {
  const { view, say, locale, names } = opened;
  const due = dueOf(opened);
  return html`<span class="mc-code">${opened.code}</span>${due && deadlineTag(due)}${tag({ text: inLocale(stageNames[view.state.stage], locale), tone: 'grey' })}${
    elsewhere &&
    tag({
      text: say(
        `Phi địa giới: nhận tại ${names.unit(view.state.receiver)}`,
        `Filed elsewhere: ${names.unit(view.state.receiver)}`,
      ),
      tone: 'blue',
    })
  }${view.state.identityPending && tag({ text: say('Chờ xác minh danh tính', 'Identity pending'), tone: 'amber' })}`;
}

/** Who else has it open now; kept fresh by the browser, said once without it. */
function here({ opened, others }: DossierPageView): Html | false {
  if (opened.tried) return false;
  const text = othersInWords(opened.say, others);
  return html`<p class="mc-quiet" role="status"${attributes({
    'data-presence-url': opened.at.below('co-mat'),
    hidden: text === '',
  })}>${text}</p>`;
}
export const othersInWords = (say: Opened['say'], others: readonly string[]): string =>
  others.length === 0
    ? ''
    : say(`${others.join(', ')} cũng đang mở hồ sơ này.`, `${others.join(', ')} also has this open.`);

const addressOf = ({ opened, from, paper }: DossierPageView, side: Side, id = paper.chosen?.id): string =>
  opened.at.page({
    ...(side !== 'ho-so' && { mat: side }),
    ...(id !== undefined && { giay: id }),
    ...(from !== '' && { tu: from }),
  });

function sideTabs(view: DossierPageView): Html {
  const { say } = view.opened;
  const { messages, notes } = view.opened.view;
  const names: Record<Side, string> = {
    'ho-so': say('Hồ sơ', 'Dossier'),
    'trao-doi': say('Trao đổi, ghi chú', 'Messages, notes'),
    'lich-su': say('Lịch sử', 'History'),
  };
  return tabs({
    label: say('Các mặt của hồ sơ', 'Sides of the dossier'),
    items: sides.map((side) => ({
      text: names[side],
      href: addressOf(view, side),
      current: side === view.side,
      ...(side === 'trao-doi' && { count: messages.length + notes.length }),
    })),
  });
}

function printCard({ opened, prints }: DossierPageView): Html {
  const { say, locale, at } = opened;
  return card({
    title: say('Giấy tờ để in', 'Papers to print'),
    content:
      prints.length === 0
        ? html`<p class="mc-quiet">${say('Chưa có giấy tờ nào để in.', 'Nothing to print yet.')}</p>`
        : html`<div class="mc-buttons">${prints.map(({ name, title }) =>
            buttonLink({
              text: inLocale(title, locale),
              href: at.below(`in/${name}`),
              icon: 'printer',
            }),
          )}</div>`,
  });
}

function purposeCard({ opened, purpose, from }: DossierPageView): Html {
  const { say, locale } = opened;
  const own = purposes[purpose];
  return details({
    summary: say(
      `Bạn đang xem để ${own ? inLocale(own, locale) : ''}. Đổi mục đích`,
      `You read this for ${own ? inLocale(own, locale) : ''}. Change`,
    ),
    content: html`<ul>${Object.entries(purposes).map(
      ([key, name]) =>
        html`<li><a${attributes({
          href: opened.at.page({ 'muc-dich': key, ...(from && { tu: from }) }),
        })}>${inLocale(name, locale)}</a></li>`,
    )}</ul>`,
  });
}
