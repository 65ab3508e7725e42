import { z } from 'zod';
import { bindGuest, identityPermissions, signInCitizen, startGuest } from '#capabilities/identity';
import type { PersonId } from '#kernel/ids';
import { html } from '#platform/html';
import { definePage, htmlReply, type PageCtx, type Route, redirectTo } from '#platform/http';
import { citizenSignInTitle, citizenSignInView } from './citizen-sign-in.view.ts';
import { homes, type SignInDeps, sayer, withReturn } from './deps.ts';
import { type Begun, keep, take } from './kept.ts';
import { refuse } from './refuse.ts';
import { safeReturn } from './return-to.ts';

const input = z.object({
  ve: z.string().optional().catch(undefined),
  ra: z.string().optional().catch(undefined),
});
const permission = identityPermissions.signIn;
const isCitizen = (ctx: PageCtx) => ctx.actor.kind === 'citizen' && !ctx.actor.guest;
const isGuest = (ctx: PageCtx) => ctx.actor.kind === 'citizen' && ctx.actor.guest;
const pathOf = (address: string) => address.split(/[?#]/)[0] ?? '/';

/** Sign-in of citizens: the page, the way to VNeID and back, and going on without. */
export function citizenSignInRoutes(deps: SignInDeps): readonly Route[] {
  const target = (wanted: string | undefined) => safeReturn(wanted, homes.citizen);
  return [
    definePage({
      method: 'GET',
      path: '/dang-nhap',
      permission,
      audit: 'none',
      input,
      async handle(ctx, { ve, ra }) {
        const to = target(ve);
        if (isCitizen(ctx)) return redirectTo(to);
        const say = sayer(ctx);
        const without = deps.guestMayGoTo(pathOf(to))
          ? html`<input type="hidden" name="_csrf" value="${ctx.csrf}"><input type="hidden" name="ve" value="${to}">`
          : undefined;
        const signedOut = ra === undefined ? undefined : { elsewhere: deps.citizen.signOutUrl() };
        const start = withReturn('/dang-nhap/vneid', to, homes.citizen);
        const body = citizenSignInView({ say, start, signedOut, without });
        return htmlReply(deps.frame(ctx, { title: citizenSignInTitle(say), body }));
      },
    }),
    definePage({
      method: 'GET',
      path: '/dang-nhap/vneid',
      permission,
      audit: 'none',
      input,
      perMinute: 30,
      async handle(ctx, { ve }) {
        const to = target(ve);
        if (isCitizen(ctx)) return redirectTo(to);
        const begun = await deps.citizen.begin(to);
        if (!begun.ok) return refuse(ctx, deps, 'citizen', begun.refusal.code, to);
        await keep(ctx, deps.sessions, 'citizen', begun.value.keep);
        return redirectTo(begun.value.url);
      },
    }),
    definePage({
      method: 'GET',
      path: '/dang-nhap/ve',
      permission,
      audit: 'citizen.sign-in',
      input: z.object({}),
      perMinute: 30,
      async handle(ctx) {
        const begun = await take(ctx, deps.sessions, 'citizen');
        if (!begun) return refuse(ctx, deps, 'citizen', 'sign-in-refused', homes.citizen);
        const to = target(begun.kept.returnTo);
        const answer = await deps.citizen.finish(ctx.url, begun.kept);
        if (!answer.ok) return refuse(ctx, deps, 'citizen', answer.refusal.code, to);
        const known = await signInCitizen(ctx, answer.value);
        if (!known.ok) return refuse(ctx, deps, 'citizen', known.refusal.code, to);
        await bindGuestOf(begun, ctx, deps, known.value);
        const { name, loa, provider } = answer.value;
        await ctx.signIn('citizen', known.value, { name, loa, provider });
        return redirectTo(to);
      },
    }),
    definePage({
      method: 'POST',
      path: '/dang-nhap/chua-xac-minh',
      permission,
      audit: 'guest.start',
      input,
      perMinute: 20,
      async handle(ctx, { ve }) {
        const to = target(ve);
        if (isCitizen(ctx) || isGuest(ctx)) return redirectTo(to);
        if (!deps.guestMayGoTo(pathOf(to))) return redirectTo(withReturn('/dang-nhap', to, homes.citizen));
        await ctx.signIn('citizen', await startGuest(ctx), { guest: true });
        return redirectTo(to);
      },
    }),
  ];
}

/** Only a guest's session is carried over; whoever else was signed in here is simply signed out. */
async function bindGuestOf(
  { session }: Begun,
  ctx: PageCtx,
  deps: SignInDeps,
  person: PersonId,
): Promise<void> {
  if (session.kind !== 'citizen' || session.data['guest'] !== true || session.subject === null) return;
  const guest = session.subject as PersonId;
  const bound = await bindGuest(ctx, guest, person);
  if (bound.ok) await deps.afterBinding?.(ctx, guest, person);
  else ctx.log.warn({ requestId: ctx.requestId, refusal: bound.refusal.code }, 'guest not bound');
}
