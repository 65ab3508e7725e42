import { z } from 'zod';
import { listDrafts } from '#capabilities/dossiers';
import { definePage, htmlReply, problem, type Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { portalPermissions } from '../../permissions.ts';
import { startableOf } from './procedure.ts';
import { startView } from './start.view.ts';

export const startPage = (doors: Doors): Route =>
  definePage({
    method: 'GET',
    path: '/nop-ho-so/bat-dau/:code',
    permission: portalPermissions['portal.read'],
    audit: 'none',
    input: z.object({ code: z.string().max(20) }),
    async handle(ctx, { code }) {
      const procedure = await startableOf(doors, code);
      if (!procedure) return problem('not-found');
      const drafts = ctx.actor.kind === 'citizen' ? await listDrafts(ctx) : [];
      const begun = drafts.filter((draft) => draft.procedure_code === code).slice(0, 3);
      return htmlReply(startView(ctx, doors, { procedure, begun }));
    },
  });
