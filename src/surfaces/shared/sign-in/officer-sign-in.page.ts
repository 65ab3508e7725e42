import { z } from 'zod';
import { identityPermissions, signInBreakGlass, signInOfficer } from '#capabilities/identity';
import { definePage, htmlReply, type PageCtx, type Reply, type Route, redirectTo } from '#platform/http';
import { placeWords } from '../place-words.ts';
import { homes, type SignInDeps, sayer, withReturn } from './deps.ts';
import { keep, take } from './kept.ts';
import {
  emergencyTitle,
  emergencyView,
  officerSignInTitle,
  officerSignInView,
} from './officer-sign-in.view.ts';
import { refuse } from './refuse.ts';
import { safeReturn } from './return-to.ts';

const input = z.object({
  ve: z.string().optional().catch(undefined),
  ra: z.string().optional().catch(undefined),
});
const permission = identityPermissions.signIn;
const emergencyPath = '/mot-cua/dang-nhap/khan-cap';
const typed = z.string().max(200).catch('');

/** Sign-in of officers: the page, the way to the officers' provider and back, and the emergency account. */
export function officerSignInRoutes(deps: SignInDeps): readonly Route[] {
  const target = (wanted: string | undefined) => safeReturn(wanted, homes.officer);
  return [
    definePage({
      method: 'GET',
      path: '/mot-cua/dang-nhap',
      permission,
      audit: 'none',
      input,
      async handle(ctx, { ve, ra }) {
        const to = target(ve);
        if (ctx.actor.kind === 'officer') return redirectTo(to);
        const say = sayer(ctx);
        const body = officerSignInView({
          say,
          own: placeWords(deps.place, ctx.locale).own,
          start: withReturn('/mot-cua/dang-nhap/tinh', to, homes.officer),
          emergency: emergencyPath,
          signedOut: ra === undefined ? undefined : { elsewhere: deps.officer.signOutUrl() },
        });
        return htmlReply(deps.frame(ctx, { title: officerSignInTitle(say), body }));
      },
    }),
    definePage({
      method: 'GET',
      path: '/mot-cua/dang-nhap/tinh',
      permission,
      audit: 'none',
      input,
      perMinute: 30,
      async handle(ctx, { ve }) {
        const to = target(ve);
        if (ctx.actor.kind === 'officer') return redirectTo(to);
        const begun = await deps.officer.begin(to);
        if (!begun.ok) return refuse(ctx, deps, 'officer', begun.refusal.code, to);
        await keep(ctx, deps.sessions, 'officer', begun.value.keep);
        return redirectTo(begun.value.url);
      },
    }),
    definePage({
      method: 'GET',
      path: '/mot-cua/dang-nhap/ve',
      permission,
      audit: 'officer.sign-in',
      input: z.object({}),
      perMinute: 30,
      async handle(ctx) {
        const begun = await take(ctx, deps.sessions, 'officer');
        if (!begun) return refuse(ctx, deps, 'officer', 'sign-in-refused', homes.officer);
        const to = target(begun.kept.returnTo);
        const answer = await deps.officer.finish(ctx.url, begun.kept);
        if (!answer.ok) return refuse(ctx, deps, 'officer', answer.refusal.code, to);
        const officer = await signInOfficer(ctx, answer.value);
        if (!officer.ok) return refuse(ctx, deps, 'officer', officer.refusal.code, to);
        await ctx.signIn('officer', officer.value, { provider: answer.value.provider });
        return redirectTo(to);
      },
    }),
    definePage({
      method: 'GET',
      path: emergencyPath,
      permission,
      audit: 'none',
      input: z.object({}),
      handle: async (ctx) => emergencyPage(ctx, deps, ''),
    }),
    definePage({
      method: 'POST',
      path: emergencyPath,
      permission,
      audit: 'officer.break-glass',
      input: z.object({ email: typed, 'mat-khau': typed, ma: typed }),
      perMinute: 5,
      async handle(ctx, { email, 'mat-khau': password, ma: code }) {
        const officer = await signInBreakGlass(ctx, { email, password, code });
        if (!officer.ok) return emergencyPage(ctx, deps, email, true);
        await ctx.signIn('officer', officer.value, { provider: 'break-glass' });
        return redirectTo(homes.officer);
      },
    }),
  ];
}

function emergencyPage(ctx: PageCtx, deps: SignInDeps, email: string, refused = false): Reply {
  const say = sayer(ctx);
  const body = emergencyView({ say, locale: ctx.locale, csrf: ctx.csrf, email, refused });
  const title = `${refused ? say('Lỗi: ', 'Error: ') : ''}${emergencyTitle(say)}`;
  return htmlReply(deps.frame(ctx, { title, body }), refused ? 422 : 200);
}
