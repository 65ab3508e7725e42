import { z } from 'zod';
import { dossierPermissions } from '#capabilities/dossiers';
import { definePage, htmlReply, problem, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { openFiling } from '../core/open-filing.ts';
import * as paths from '../core/paths.ts';
import { tasksView } from './tasks.view.ts';

/** The list of what is done and what is still to do: the place to come back to. */
export const tasksPage = (doors: Doors): Route =>
  definePage({
    method: 'GET',
    path: '/nop-ho-so/:draft',
    permission: dossierPermissions['dossiers.own'],
    audit: 'none',
    input: z.object({ draft: z.string() }),
    async handle(ctx, { draft }) {
      const filing = await openFiling(ctx, doors, draft);
      if (!filing) return problem('not-found');
      if (filing.draft.dossier_id) return redirectTo(paths.done(draft));
      return htmlReply(tasksView(ctx, doors, filing));
    },
  });
