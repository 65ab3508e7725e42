import { z } from 'zod';
import { deleteDraft, dossierPermissions } from '#capabilities/dossiers';
import { definePage, htmlReply, problem, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { openFiling } from '../core/open-filing.ts';
import * as paths from '../core/paths.ts';
import { removeView } from './remove.view.ts';

const input = z.object({ draft: z.string() });
const common = {
  path: '/nop-ho-so/:draft/xoa',
  permission: dossierPermissions['dossiers.own'],
  audit: 'none',
  input,
};

/** Asks once, then deletes the draft with its files. */
export const removePages = (doors: Doors): readonly Route[] => [
  definePage({
    ...common,
    method: 'GET',
    async handle(ctx, { draft }) {
      const filing = await openFiling(ctx, doors, draft);
      if (!filing) return problem('not-found');
      return filing.draft.dossier_id
        ? redirectTo(paths.done(draft))
        : htmlReply(removeView(ctx, doors, filing));
    },
  }),
  definePage({
    ...common,
    method: 'POST',
    async handle(ctx, { draft }) {
      const filing = await openFiling(ctx, doors, draft);
      if (!filing) return problem('not-found');
      if (filing.draft.dossier_id) return redirectTo(paths.done(draft));
      const gone = await deleteDraft(ctx, draft);
      if (!gone.ok) return problem('not-found');
      return redirectTo(ctx.actor.kind === 'citizen' && ctx.actor.guest ? '/' : '/cua-toi');
    },
  }),
];
