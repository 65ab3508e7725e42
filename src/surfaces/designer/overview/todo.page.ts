import { z } from 'zod';
import { cataloguePermissions, tickDraftTodo } from '#capabilities/catalogue';
import { definePage, problem, type Route, redirectTo } from '#platform/http';
import { draftHref } from '../core/paths-of-pages.ts';

/** Ticks off what the national record left open, or opens it again. */
export const todoPage = (): Route =>
  definePage({
    method: 'POST',
    path: '/thiet-ke/:draft/viec',
    permission: cataloguePermissions['catalogue.design'],
    audit: 'catalogue.tick-draft',
    input: z.object({
      draft: z.uuid(),
      _so: z.coerce.number().int().min(0).max(999),
      _xong: z.enum(['co', 'chua']),
    }),
    async handle(ctx, { draft, _so: index, _xong: done }) {
      const ticked = await tickDraftTodo(ctx, draft, { index, done: done === 'co' });
      if (!ticked.ok && ticked.refusal.code === 'procedure-draft-unknown') return problem('not-found');
      return redirectTo(`${draftHref(draft)}#con-viec`);
    },
  });
