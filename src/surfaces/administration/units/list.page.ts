import { z } from 'zod';
import { identityPermissions } from '#capabilities/identity';
import type { Unit, UnitDirectory } from '#capabilities/organisations';
import { searchBox, table } from '#design';
import type { OfficerActor } from '#kernel/actor';
import { foldText, inLocale, type Locale } from '#kernel/text';
import { formatDate } from '#kernel/time';
import { type Html, html } from '#platform/html';
import { definePage } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { adminReply, officerOf, ownRoots } from '../core/frame.ts';
import { number, type Say, sayIn } from '../core/say.ts';
import { unitKindNames } from '../core/words.ts';
import { officialsHome } from '../officials/addresses.ts';

const most = 100;
export const unitHref = (id: string, rest = ''): string => `/quan-tri/don-vi/${id}${rest}`;

/** Units that the officer administers: the tree two levels deep, or what a search finds. */
export const unitListPage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: '/quan-tri/don-vi',
    permission: identityPermissions.managePeople,
    audit: 'none',
    input: z.object({ q: z.string().max(200).default('') }),
    async handle(ctx, { q }) {
      const say = sayIn(ctx.locale);
      const directory = await doors.units.directory();
      const found = findUnits(officerOf(ctx), directory, q);
      const main = html`<p><a href="${officialsHome}">${say('Nhập nhiều cán bộ từ một tệp', 'Take many officials from a file')}</a></p>${searchBox(
        {
          id: 'q',
          name: 'q',
          action: '/quan-tri/don-vi',
          label: say('Tìm đơn vị theo tên hoặc mã', 'Find a unit by name or code'),
          value: q,
          buttonText: say('Tìm đơn vị', 'Search'),
          key: '/',
        },
      )}${unitTable(
        say,
        ctx.locale,
        found.slice(0, most),
        say(`${number(found.length)} đơn vị`, `${number(found.length)} units`),
      )}${
        found.length > most &&
        html`<p class="mc-quiet">${say(`Hiện ${most} đơn vị đầu; hãy tìm hẹp hơn.`, 'Narrow your search to see the rest.')}</p>`
      }`;
      return adminReply(ctx, doors, {
        title: say('Đơn vị và cán bộ', 'Units and people'),
        at: 'units',
        main,
      });
    },
  });

/** The trees below the officer's own units, each unit under its parent. */
export function findUnits(actor: OfficerActor, directory: UnitDirectory, q: string): readonly Unit[] {
  const words = foldText(q);
  const all: Unit[] = [];
  const visit = (unit: Unit): void => {
    if (all.includes(unit)) return;
    all.push(unit);
    for (const child of directory.children(unit.id)) visit(child);
  };
  for (const id of ownRoots(actor, directory)) visit(directory.get(id));
  if (words === '') return all;
  return all.filter(
    (unit) =>
      foldText(unit.name).includes(words) ||
      unit.code.toLowerCase().startsWith(q.trim().toLowerCase()) ||
      foldText(unit.shortName).includes(words),
  );
}

export const unitTable = (
  say: Say,
  locale: Locale,
  units: readonly Unit[],
  caption: string,
  id = 'don-vi',
): Html =>
  table({
    id,
    caption,
    columns: [
      { text: say('Mã', 'Code') },
      { text: say('Tên', 'Name') },
      { text: say('Loại', 'Kind') },
      { text: say('Hoạt động từ', 'Since') },
      { text: say('Cán bộ', 'People') },
    ],
    rows: units.map((unit) => [
      html`<span class="mc-code">${unit.code}</span>`,
      html`<a href="${unitHref(unit.id)}">${unit.name}</a>`,
      inLocale(unitKindNames[unit.kind], locale),
      formatDate(unit.validFrom),
      html`<a href="${unitHref(unit.id, '/nguoi')}">${say('Xem', 'View')}<span class="mc-hidden"> ${unit.name}</span></a>`,
    ]),
  });
