import { citizenFrame, htmlDocument, officeFrame, type RailItem } from '#design';
import { type Hole, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { checkHome } from './check-address.ts';
import type { Doors } from './doors.ts';
import { sessionEndOf } from './session-end.ts';

/** Hidden field that every form carries. */
export const csrfField = (ctx: PageCtx): Html => html`<input type="hidden" name="_csrf" value="${ctx.csrf}">`;

const theme = (ctx: PageCtx): 'dark' | 'light' | undefined => {
  const wish = ctx.cookies['mc-theme'];
  return wish === 'dark' || wish === 'light' ? wish : undefined;
};

/** Language, large letters, light or dark: links that set a cookie and come back (`/cai-dat`). */
function preferencesOf(ctx: PageCtx) {
  const large = ctx.cookies['mc-large'] === '1';
  const dark = theme(ctx) === 'dark';
  const english = ctx.locale === 'en';
  const to = (name: string, value: string) => ({
    href: `/cai-dat?${new URLSearchParams({ [name]: value, ve: ctx.url }).toString()}`,
  });
  const say = (vi: string, en: string) => (english ? en : vi);
  return [
    english
      ? { text: 'Tiếng Việt', lang: 'vi', to: to('ngon-ngu', 'vi') }
      : { text: 'English', lang: 'en', to: to('ngon-ngu', 'en') },
    large
      ? { text: say('Chữ thường', 'Normal text'), to: to('chu', 'thuong') }
      : { text: say('Chữ lớn', 'Large text'), to: to('chu', 'lon') },
    dark
      ? { text: say('Nền sáng', 'Light'), to: to('nen', 'sang') }
      : { text: say('Nền tối', 'Dark'), to: to('nen', 'toi') },
  ];
}

export interface CitizenPage {
  /** Begins with "Lỗi: " when the page shows an error summary. */
  readonly title: string;
  readonly main: Hole;
  readonly before?: Hole;
  /** While a form is filled in: "Lưu và thoát" leads here. */
  readonly leave?: string;
  readonly noindex?: boolean;
  /** The page itself says in words until when it can be sent. */
  readonly endTold?: boolean | undefined;
  /** Scripts of this page alone. */
  readonly scripts?: readonly string[];
}

/** A page of the portal. */
export function citizenPage(ctx: PageCtx, doors: Doors, page: CitizenPage): Html {
  const say = (vi: string, en: string) => (ctx.locale === 'en' ? en : vi);
  const { actor } = ctx;
  const signOut = { action: '/dang-xuat', hidden: csrfFieldIfNeeded(ctx) };
  const session =
    page.leave !== undefined
      ? ({
          kind: 'filling',
          text: say('Lưu và thoát', 'Save and leave'),
          leave: { href: page.leave },
        } as const)
      : actor.kind === 'citizen' && !actor.guest
        ? ({ kind: 'person', name: actor.name, href: '/cua-toi', signOut } as const)
        : ({ kind: 'guest', signIn: { href: `/dang-nhap?ve=${encodeURIComponent(ctx.url)}` } } as const);
  const phone = doors.place.helpPhone;
  return htmlDocument({
    locale: ctx.locale,
    title: `${page.title} · Một Cửa ${doors.place.name}`,
    stylesheets: [doors.asset('citizen.css')],
    scripts: [doors.asset('enhance.js'), ...(page.scripts ?? [])],
    theme: theme(ctx),
    large: ctx.cookies['mc-large'] === '1',
    icon: '/favicon.svg',
    ...(page.noindex ? { robots: 'noindex' as const } : {}),
    body: citizenFrame({
      locale: ctx.locale,
      placeName: doors.place.name,
      session,
      help: { href: '/tro-giup' },
      before: page.before,
      main: [page.main, sessionEndOf(ctx, page.endTold)],
      preferences: preferencesOf(ctx),
      footerLinks: [
        { text: say('Tra cứu hồ sơ', 'Track a dossier'), href: '/tra-cuu' },
        { text: say('Kiểm tra kết quả', 'Check a result'), href: checkHome },
        { text: say('Trả phí bằng mã', 'Pay by code'), href: '/thanh-toan' },
        { text: say('Danh sách thủ tục', 'All procedures'), href: '/thu-tuc' },
        { text: say('Nơi nộp hồ sơ', 'Centres'), href: '/trung-tam' },
        { text: say('Giới thiệu', 'About'), href: '/gioi-thieu' },
        { text: say('Quyền riêng tư', 'Privacy'), href: '/quyen-rieng-tu' },
        { text: say('Tiếp cận', 'Accessibility'), href: '/tiep-can' },
      ],
      contact: html`<p>${say('Cần người giúp? Gọi', 'Need help? Call')} <a href="tel:${phone.replaceAll(' ', '')}">${phone}</a></p>`,
    }),
  });
}

const csrfFieldIfNeeded = (ctx: PageCtx): Html | undefined =>
  ctx.actor.kind === 'public' ? undefined : csrfField(ctx);

export interface OfficePage {
  readonly title: string;
  readonly main: Hole;
  readonly rail: readonly { readonly title: string; readonly items: readonly RailItem[] }[];
  /** Name of the unit shown beside the officer. */
  readonly unit: string;
  /** Scripts and style sheets of this page alone. */
  readonly more?:
    | { readonly stylesheets: readonly string[]; readonly scripts: readonly string[] }
    | undefined;
}

/** A page of the office or of administration. */
export function officePage(ctx: PageCtx, doors: Doors, page: OfficePage): Html {
  const { actor } = ctx;
  return htmlDocument({
    locale: ctx.locale,
    title: `${page.title} · Một Cửa ${doors.place.name}`,
    stylesheets: [doors.asset('office.css'), ...(page.more?.stylesheets ?? [])],
    scripts: [doors.asset('enhance.js'), doors.asset('office.js'), ...(page.more?.scripts ?? [])],
    theme: theme(ctx),
    large: ctx.cookies['mc-large'] === '1',
    icon: '/favicon.svg',
    robots: 'noindex',
    body: officeFrame({
      locale: ctx.locale,
      placeName: doors.place.name,
      ...(actor.kind === 'officer'
        ? {
            person: {
              name: actor.name,
              unit: page.unit,
              href: '/phien',
              signOut: { action: '/dang-xuat', hidden: csrfField(ctx) },
            },
          }
        : {}),
      rail: page.rail,
      main: [page.main, sessionEndOf(ctx)],
      preferences: preferencesOf(ctx),
    }),
  });
}
