import {
  button,
  type DeadlineTagProps,
  emptyState,
  numberTile,
  pageHeading,
  type TagProps,
  type Tone,
  worklist,
} from '#design';
import type { OfficerRole } from '#kernel/actor';
import { inLocale, type Locale } from '#kernel/text';
import { formatDate, formatDay, type PlainDate } from '#kernel/time';
import { type Html, html } from '#platform/html';
import { dossierHref, listHref } from '../core/addresses.ts';
import type { WorkRow } from '../core/rows.ts';
import { everydayLists, type ListKey, lists } from '../words/lists.ts';
import { number, type Say } from '../words/say.ts';
import { officeSearch } from '../work-list/work-list.view.ts';

interface Line {
  readonly row: WorkRow;
  readonly deadline: DeadlineTagProps;
  readonly marks: readonly TagProps[];
}

export interface LandingView {
  readonly say: Say;
  readonly locale: Locale;
  readonly today: PlainDate;
  readonly counts: ReadonlyMap<ListKey, number>;
  readonly mine: readonly Line[];
  readonly urgent: readonly Line[];
  /** Sees dossiers at all: an administrator of systems does not. */
  readonly works: boolean;
  readonly takes: boolean;
  readonly roles: readonly OfficerRole[];
  readonly hidden: Html;
}

export function landingView(view: LandingView): Html {
  const { say, locale, counts } = view;
  // Three numbers at a glance: what is mine stands below, the rail has the rest.
  const tiles = everydayLists(view.roles)
    .filter((key) => key !== 'mine')
    .slice(0, 3);
  const heading = pageHeading({
    title: say('Việc hôm nay', 'Work today'),
    beside: html`<span class="mc-quiet">${say(formatDay(view.today), formatDate(view.today))}</span>`,
    actions: [view.works && officeSearch(say), view.takes && takeNext(view)],
  });
  if (!view.works)
    return html`${heading}${emptyState({
      title: say('Vai trò của bạn không xem hồ sơ', 'Your role does not read dossiers'),
      text: say('Hãy chọn việc ở cột bên trái.', 'Choose your work at the left.'),
    })}`;
  return html`${heading}${
    tiles.length > 0 &&
    html`<div class="mc-grid">${tiles.map((key) =>
      numberTile({
        label: inLocale(lists[key].name, locale),
        value: number(counts.get(key) ?? 0),
        meaning: inLocale(lists[key].about, locale),
        href: listHref(key),
        tone: toneOf(key, counts.get(key) ?? 0),
      }),
    )}</div>`
  }${section(view, 'mine', say('Việc của tôi lúc này', 'My work now'), view.mine)}${section(
    view,
    'overdue',
    say('Gấp trong đơn vị', 'Urgent in my unit'),
    view.urgent,
  )}`;
}

const toneOf = (key: ListKey, count: number): Tone =>
  count === 0 ? 'grey' : key === 'overdue' ? 'red' : key === 'soon' ? 'amber' : 'grey';

const takeNext = ({ say, hidden }: LandingView): Html =>
  html`<form method="post" action="/mot-cua/viec-tiep">${hidden}${button({
    text: say('Lấy việc tiếp theo', 'Take the next'),
    kind: 'primary',
    key: 'L',
  })}</form>`;

function section({ say, locale }: LandingView, list: ListKey, title: string, lines: readonly Line[]): Html {
  const body =
    lines.length === 0
      ? html`<p class="mc-quiet">${list === 'mine' ? say('Bạn không có hồ sơ nào đang giữ.', 'Nothing is assigned to you.') : say('Không có hồ sơ nào gấp.', 'Nothing is urgent.')}</p>`
      : worklist({
          id: `bang-${lists[list].slug}`,
          caption: title,
          columns: {
            code: say('Mã hồ sơ', 'Code'),
            title: say('Thủ tục, người nộp', 'Procedure, person'),
            deadline: say('Hạn', 'Due'),
            step: say('Bước', 'Step'),
            tags: say('Lưu ý', 'Marks'),
          },
          locale,
          rows: lines.map(({ row, deadline, marks }) => ({
            value: row.code,
            code: row.code,
            href: dossierHref(row.code, lists[list].slug),
            title: row.procedure_name,
            subtitle: row.owner_name,
            deadline,
            step: row.step_name || inLocale(lists[row.list as ListKey].name, locale),
            tags: marks.slice(0, 2),
          })),
        });
  return html`<section class="mc-stack"><h2>${title}</h2>${body}</section>`;
}
