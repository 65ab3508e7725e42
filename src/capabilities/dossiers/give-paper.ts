import { z } from 'zod';
import { type Ctx, scopeOf } from '#platform/context';
import { params, query } from '#platform/db';
import type { DossierRef } from './queries/load-dossier.ts';

const notePaper = query({
  file: new URL('./queries/give-paper.sql', import.meta.url),
  params: params<{ home_unit: string; id: string; name: string; sha256: string; at: string }>(),
  row: z.object({ key: z.string(), content: z.string(), fresh: z.boolean() }),
});

/**
 * Notes that a paper was given out to somebody who has shown the right to it, once for each file. What is noted becomes a leaf
 * of the public log. @returns what the log is told, and whether it is new.
 */
export function givePaper(
  ctx: Ctx,
  ref: DossierRef,
  paper: { readonly name: string; readonly sha256: string },
) {
  const at = new Date(ctx.clock.now()).toISOString();
  return ctx.db.transact(scopeOf(ctx.actor), (transactor) =>
    transactor.get(notePaper, { home_unit: ref.homeUnit, id: ref.id, ...paper, at }),
  );
}
