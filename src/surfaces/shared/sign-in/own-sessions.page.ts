import { createHash } from 'node:crypto';
import { z } from 'zod';
import { identityPermissions, signOutEverywhere } from '#capabilities/identity';
import { definePage, htmlReply, type PageCtx, problem, type Route, redirectTo } from '#platform/http';
import { keepSessionPath, timeLeft } from '../session-end.ts';
import { type SignInDeps, sayer } from './deps.ts';
import { deviceOf, ownSessionsTitle, ownSessionsView } from './own-sessions.view.ts';

const goodbye = (ctx: PageCtx) =>
  ctx.actor.kind === 'officer' ? '/mot-cua/dang-nhap?ra=1' : '/dang-nhap?ra=1';

/** Signing out, here or everywhere, and looking at where one is signed in. */
export const ownSessionRoutes = (deps: SignInDeps): readonly Route[] => [
  definePage({
    method: 'POST',
    path: '/dang-xuat',
    permission: identityPermissions.signIn,
    audit: 'none',
    input: z.object({}),
    async handle(ctx) {
      const to = goodbye(ctx);
      await ctx.signOut();
      return redirectTo(to);
    },
  }),
  definePage({
    method: 'GET',
    path: '/phien',
    permission: identityPermissions.manageOwnSessions,
    audit: 'none',
    input: z.object({}),
    async handle(ctx) {
      const say = sayer(ctx);
      const subject = ctx.session?.subject ?? '';
      // Sessions are listed by the hash of their token; our own is the one whose cookie hashes to it.
      const here = createHash('sha256')
        .update(ctx.cookies['__Host-mc'] ?? '')
        .digest('hex');
      const sessions = (await deps.sessions.list(subject)).map((session) => ({
        since: session.created_at,
        seen: session.seen_at,
        device: deviceOf(session.agent, say('Thiết bị không rõ', 'Unknown device')),
        here: session.id === here,
      }));
      const body = ownSessionsView({ say, locale: ctx.locale, csrf: ctx.csrf, sessions });
      return htmlReply(deps.frame(ctx, { title: ownSessionsTitle(say), body }));
    },
  }),
  // Being asked is what keeps a session: the courtesy of the pages asks here before it ends (session-end.ts).
  definePage({
    method: 'GET',
    path: keepSessionPath,
    permission: identityPermissions.manageOwnSessions,
    audit: 'none',
    input: z.object({}),
    perMinute: 60,
    async handle(ctx) {
      const left = timeLeft(ctx);
      return left ? { kind: 'json', status: 200, body: { left: left.idle } } : problem('sign-in');
    },
  }),
  definePage({
    method: 'POST',
    path: '/phien',
    permission: identityPermissions.manageOwnSessions,
    audit: 'session.end-all',
    input: z.object({}),
    async handle(ctx) {
      const to = goodbye(ctx);
      await signOutEverywhere(ctx, deps.sessions);
      await ctx.signOut();
      return redirectTo(to);
    },
  }),
];
