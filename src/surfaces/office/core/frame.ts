import { dossierPermissions } from '#capabilities/dossiers';
import { paymentPermissions } from '#capabilities/payments';
import type { RailItem } from '#design';
import { allows } from '#kernel/actor';
import { inLocale } from '#kernel/text';
import type { Hole } from '#platform/html';
import { htmlReply, type PageCtx, type Reply } from '#platform/http';
import { type Doors, officePage } from '#surfaces/shared';
import { booksHome } from '../books/addresses.ts';
import { internalHome } from '../internal/addresses.ts';
import { matchingHome } from '../matching/addresses.ts';
import { ownKeyPath } from '../own-key/addresses.ts';
import { shiftsPath, tillHome } from '../till/addresses.ts';
import { everydayLists, keysOf, type ListKey, listKeys, lists } from '../words/lists.ts';
import { number } from '../words/say.ts';
import { listHref, officeHome, registerPath } from './addresses.ts';
import { type Desk, deskOf, mostCounted } from './desk.ts';
import { unitsOf } from './officer.ts';

export interface OfficeView {
  readonly title: string;
  readonly main: Hole;
  /** Marked in the rail. */
  readonly at?:
    | ListKey
    | 'home'
    | 'absence'
    | 'register'
    | 'internal'
    | 'books'
    | 'till'
    | 'matching'
    | 'own-key'
    | 'filter'
    | undefined;
  readonly status?: number | undefined;
}

/** A page of the office with its rail of work. `desk` is handed in by pages that looked at it themselves. */
export async function officeReply(ctx: PageCtx, doors: Doors, view: OfficeView, desk?: Desk): Promise<Reply> {
  const own = desk ?? (await deskOf(ctx, doors));
  const body = officePage(ctx, doors, {
    title: view.title,
    main: view.main,
    rail: railOf(ctx, own, view.at, doors.signing !== undefined),
    unit: unitsOf(own.actor)
      .map((unit) => own.directory.byId(unit)?.shortName ?? '')
      .join(', '),
  });
  return htmlReply(body, view.status ?? 200);
}

const tones: Partial<Record<ListKey, 'amber' | 'red'>> = { soon: 'amber', overdue: 'red' };

function railOf(ctx: PageCtx, desk: Desk, at: OfficeView['at'], signs: boolean) {
  const { say, actor, counts } = desk;
  const everyday = everydayLists(actor.posts.map((post) => post.role));
  const works = allows(actor, dossierPermissions['dossiers.read']);
  const shown = works
    ? listKeys.filter((key) => everyday.includes(key) || (counts.get(key) ?? 0) > 0 || key === at)
    : [];
  const item = (key: ListKey): RailItem => {
    const count = counts.get(key) ?? 0;
    return {
      text: inLocale(lists[key].name, ctx.locale),
      href: listHref(key),
      key: keysOf(key),
      count: key === 'mine' && count >= mostCounted ? `${mostCounted - 1}+` : number(count),
      current: at === key,
      tone: count > 0 ? tones[key] : undefined,
    };
  };
  const work: RailItem[] = [
    { text: say('Bàn làm việc', 'My desk'), href: officeHome, key: 'G H', current: at === 'home' },
    ...shown.map(item),
  ];
  const takes = allows(actor, paymentPermissions['payments.take']);
  const counter: RailItem[] = [
    ...(allows(actor, dossierPermissions['dossiers.receive-at-counter'])
      ? [{ text: say('Nhận tại quầy', 'Receive a walk-in'), href: '/mot-cua/quay', key: 'N' }]
      : []),
    ...(takes ? [{ text: say('Thu phí', 'Take a fee'), href: tillHome, current: at === 'till' }] : []),
    ...(!takes && allows(actor, paymentPermissions['payments.look-at-tills'])
      ? [{ text: say('Ca thu', 'Shifts'), href: shiftsPath, current: at === 'till' }]
      : []),
  ];
  const filters = desk.filters.map(
    ({ name, filter }): RailItem => ({
      text: name,
      href: savedHref(filter),
      current: ctx.url === savedHref(filter),
    }),
  );
  const administers = actor.posts.some(({ role }) => role.endsWith('-administrator'));
  const other: RailItem[] = [
    ...(works
      ? [
          {
            text: say('Sổ theo dõi', 'Register'),
            href: registerPath,
            key: 'G O',
            current: at === 'register',
          },
        ]
      : []),
    {
      text: say('Vắng mặt', 'Absence'),
      href: '/mot-cua/vang-mat',
      key: 'G V',
      current: at === 'absence',
    },
    ...(signs ? [{ text: say('Chữ ký số', 'Signature'), href: ownKeyPath, current: at === 'own-key' }] : []),
    ...(allows(actor, dossierPermissions['dossiers.file-for-unit'])
      ? [
          {
            text: say('Thủ tục nội bộ', 'Between agencies'),
            href: internalHome,
            key: 'G I',
            current: at === 'internal',
          },
        ]
      : []),
    ...(allows(actor, paymentPermissions['payments.read-books'])
      ? [{ text: say('Sổ thu phí', 'Books of fees'), href: booksHome, current: at === 'books' }]
      : []),
    ...(allows(actor, paymentPermissions['payments.look-at-matching'])
      ? [{ text: say('Đối soát', 'Reconciliation'), href: matchingHome, current: at === 'matching' }]
      : []),
    ...(administers ? [{ text: say('Quản trị', 'Administration'), href: '/quan-tri' }] : []),
  ];
  return [
    { title: say('Công việc', 'Work'), items: work },
    { title: say('Quầy', 'Counter'), items: counter },
    { title: say('Bộ lọc đã lưu', 'Saved filters'), items: filters },
    { title: say('Khác', 'Other'), items: other },
  ].filter((group) => group.items.length > 0);
}

/** A saved filter keeps the list's slug under `viec` and the rest as it stands in the address. */
export function savedHref(filter: Readonly<Record<string, string>>): string {
  const { viec = lists.mine.slug, ...fields } = filter;
  const query = new URLSearchParams(fields).toString();
  return `/mot-cua/viec/${encodeURIComponent(viec)}${query && `?${query}`}`;
}
