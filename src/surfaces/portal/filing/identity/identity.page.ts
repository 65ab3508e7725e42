import { z } from 'zod';
import { identityPermissions, startGuest } from '#capabilities/identity';
import { definePage, htmlReply, problem, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { portalPermissions } from '../../permissions.ts';
import * as paths from '../core/paths.ts';
import { mayBegin } from '../start/may-begin.ts';
import { startableOf } from '../start/procedure.ts';
import { readReplies, writeReplies } from '../start/replies.ts';
import { identityView } from './identity.view.ts';

const input = z.object({ code: z.string().max(20), dk: z.string().max(2000).optional() });
const path = '/nop-ho-so/bat-dau/:code/danh-tinh';

/** Sign in, or go on as a guest where the procedure lets identity be proven later. */
export const identityPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission: portalPermissions['portal.read'],
    audit: 'none',
    input,
    async handle(ctx, { code, dk }) {
      const definition = (await startableOf(doors, code))?.definition;
      if (!definition) return problem('not-found');
      const replies = writeReplies(readReplies(dk, definition));
      if (mayBegin(ctx.actor, definition)) return redirectTo(paths.start(code, 'cho-ai', replies));
      return htmlReply(identityView(ctx, doors, { definition, replies }));
    },
  }),
  definePage({
    method: 'POST',
    path,
    permission: identityPermissions.signIn,
    audit: 'guest.start',
    input,
    perMinute: 20,
    async handle(ctx, { code, dk }) {
      const definition = (await startableOf(doors, code))?.definition;
      if (!definition) return problem('not-found');
      const replies = writeReplies(readReplies(dk, definition));
      if (!definition.assurance.identityPendingAllowed || ctx.actor.kind === 'officer')
        return redirectTo(paths.start(code, 'danh-tinh', replies));
      // Somebody who is known already keeps that; pressing back and the button again makes no second guest.
      if (ctx.actor.kind !== 'citizen') await ctx.signIn('citizen', await startGuest(ctx), { guest: true });
      return redirectTo(paths.start(code, 'cho-ai', replies));
    },
  }),
];
