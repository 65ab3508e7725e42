import { auditPermissions } from '#capabilities/audit';
import { calendarPermissions } from '#capabilities/calendar';
import { cataloguePermissions } from '#capabilities/catalogue';
import { identityPermissions } from '#capabilities/identity';
import { type UnitDirectory } from '#capabilities/organisations';
import { backLink, errorSummary, pageHeading, status } from '#design';
import { allows, type OfficerActor, type OfficerRole, type Permission } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import { invariant, type Refusal } from '#kernel/outcome';
import type { Ctx } from '#platform/context';
import { type Hole, html } from '#platform/html';
import { htmlReply, type PageCtx, type Reply } from '#platform/http';
import { attentionPermissions } from '#platform/jobs';
import { type Doors, officePage } from '#surfaces/shared';
import { sentenceFor } from '../sentences.ts';
import { sayIn } from './say.ts';

export type Section =
  | 'home'
  | 'units'
  | 'rights'
  | 'calendar'
  | 'procedures'
  | 'announcements'
  | 'levels'
  | 'moves'
  | 'lists'
  | 'designer'
  | 'mass'
  | 'national'
  | 'duties'
  | 'simplification'
  | 'attention'
  | 'journal'
  | 'settings';

export interface AdminView {
  readonly title: string;
  readonly code?: string | undefined;
  readonly beside?: Hole;
  readonly at: Section;
  readonly back?: { readonly href: string; readonly text: string } | undefined;
  readonly main: Hole;
  /** Why the last act was refused; the page then shows again what was typed. */
  readonly refusal?: Refusal | undefined;
  /** Control that mends it. */
  readonly target?: string | undefined;
  readonly statusCode?: number;
}

const places: readonly {
  readonly key: Section;
  readonly href: string;
  readonly vi: string;
  readonly en: string;
  readonly needs: Permission;
}[] = [
  {
    key: 'home',
    href: '/quan-tri',
    vi: 'Tổng quan',
    en: 'Overview',
    needs: identityPermissions.managePeople,
  },
  {
    key: 'units',
    href: '/quan-tri/don-vi',
    vi: 'Đơn vị và cán bộ',
    en: 'Units and people',
    needs: identityPermissions.managePeople,
  },
  {
    key: 'rights',
    href: '/quan-tri/quyen',
    vi: 'Ai được làm gì',
    en: 'Who can do what',
    needs: identityPermissions.managePeople,
  },
  {
    key: 'calendar',
    href: '/quan-tri/lich',
    vi: 'Lịch làm việc',
    en: 'Calendar',
    needs: calendarPermissions.publishCalendar,
  },
  {
    key: 'procedures',
    href: '/quan-tri/thu-tuc',
    vi: 'Thủ tục',
    en: 'Procedures',
    needs: cataloguePermissions['catalogue.publish'],
  },
  {
    key: 'announcements',
    href: '/quan-tri/cong-bo',
    vi: 'Quyết định công bố',
    en: 'Announcements',
    needs: cataloguePermissions['catalogue.publish'],
  },
  {
    key: 'levels',
    href: '/quan-tri/muc-truc-tuyen',
    vi: 'Mức trực tuyến',
    en: 'Online levels',
    needs: cataloguePermissions['catalogue.publish'],
  },
  {
    key: 'moves',
    href: '/quan-tri/phan-cap',
    vi: 'Phân cấp, ủy quyền',
    en: 'Decentralisation',
    needs: cataloguePermissions['catalogue.design'],
  },
  {
    key: 'lists',
    href: '/quan-tri/danh-muc',
    vi: 'Danh mục thủ tục',
    en: 'Lists of procedures',
    needs: cataloguePermissions['catalogue.publish'],
  },
  {
    key: 'designer',
    href: '/thiet-ke',
    vi: 'Thiết kế thủ tục',
    en: 'Designer',
    needs: cataloguePermissions['catalogue.design'],
  },
  {
    key: 'mass',
    href: '/quan-tri/sua-hang-loat',
    vi: 'Sửa hàng loạt',
    en: 'Many at once',
    needs: cataloguePermissions['catalogue.design'],
  },
  {
    key: 'national',
    href: '/quan-tri/danh-muc-quoc-gia',
    vi: 'Danh mục quốc gia',
    en: 'National list',
    needs: cataloguePermissions['catalogue.publish'],
  },
  {
    key: 'duties',
    href: '/quan-tri/dieu-kien-bao-cao',
    vi: 'Điều kiện, báo cáo',
    en: 'Conditions, reports',
    needs: cataloguePermissions['catalogue.design'],
  },
  {
    key: 'simplification',
    href: '/quan-tri/don-gian-hoa',
    vi: 'Rà soát, cắt giảm',
    en: 'Simplification',
    needs: cataloguePermissions['catalogue.design'],
  },
  {
    key: 'attention',
    href: '/quan-tri/can-xu-ly',
    vi: 'Việc bị kẹt',
    en: 'Stuck work',
    needs: attentionPermissions['attention.tend'],
  },
  {
    key: 'journal',
    href: '/quan-tri/nhat-ky',
    vi: 'Nhật ký thay đổi',
    en: 'Journal',
    needs: auditPermissions['audit.read-changes'],
  },
  {
    key: 'settings',
    href: '/quan-tri/thiet-lap',
    vi: 'Thiết lập',
    en: 'Settings',
    needs: cataloguePermissions['catalogue.publish'],
  },
];

export function officerOf(ctx: Ctx): OfficerActor {
  invariant(ctx.actor.kind === 'officer', 'pages of administration are for officers');
  return ctx.actor;
}
const administrative: readonly OfficerRole[] = ['system-administrator', 'unit-administrator'];

/** Units where the officer's administration begins; everything for the technical administrator. */
export function ownRoots(actor: OfficerActor, directory: UnitDirectory): readonly UnitId[] {
  if (isTechnical(actor)) return [directory.head()?.id].filter((id) => id !== undefined);
  return [
    ...new Set(actor.posts.filter(({ role }) => role === 'unit-administrator').map(({ unit }) => unit)),
  ];
}
export const isTechnical = (actor: OfficerActor): boolean =>
  actor.posts.some(({ role }) => role === 'system-administrator');
/** A page of administration with its own rail. */
export async function adminReply(ctx: PageCtx, doors: Doors, view: AdminView): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const actor = officerOf(ctx);
  const directory = await doors.units.directory();
  const { refusal } = view;
  const words = refusal && sentenceFor(refusal, ctx.locale);
  const title = words ? say(`Lỗi: ${view.title}`, `Error: ${view.title}`) : view.title;
  const main = html`${
    words !== undefined &&
    errorSummary({
      errors: [{ text: words, ...(view.target === undefined ? {} : { target: view.target }) }],
      locale: ctx.locale,
    })
  }${view.back && backLink(view.back)}${pageHeading({ title: view.title, beside: view.code === undefined ? view.beside : html`<span class="mc-code mc-quiet">${view.code}</span>${view.beside}` })}${
    ctx.url.includes('xong=1') && status({ text: say('Đã lưu và ghi vào nhật ký.', 'Saved, and recorded.') })
  }${view.main}`;
  const body = officePage(ctx, doors, {
    title,
    main,
    unit: actor.posts
      .filter(({ role }) => administrative.includes(role))
      .map(({ unit }) => directory.byId(unit)?.shortName ?? '')
      .join(', '),
    rail: [
      {
        title: say('Quản trị', 'Administration'),
        items: places
          .filter(({ needs }) => allows(actor, needs))
          .map(({ key, href, vi, en }) => ({ text: say(vi, en), href, current: key === view.at })),
      },
      {
        title: say('Nơi khác', 'Elsewhere'),
        items: [{ text: say('Bàn làm việc', 'My desk'), href: '/mot-cua' }],
      },
    ],
  });
  return htmlReply(body, view.statusCode ?? (refusal ? 422 : 200));
}

/** An act beyond one's rights: said in a sentence, and nothing else is shown. */
export const refusedReply = (ctx: PageCtx, doors: Doors, at: Section, refusal: Refusal): Promise<Reply> =>
  adminReply(ctx, doors, {
    title: sayIn(ctx.locale)('Việc này không làm được', 'This cannot be done'),
    at,
    main: '',
    refusal,
    back: { href: '/quan-tri', text: sayIn(ctx.locale)('Về trang quản trị', 'Back to administration') },
    statusCode: 403,
  });

/** Refusals that say nothing about what was typed: no form is shown again. */
export const beyondRights = (refusal: Refusal): boolean =>
  ['not-allowed', 'own-rights', 'beyond-own-rights', 'not-yours'].includes(refusal.code);
