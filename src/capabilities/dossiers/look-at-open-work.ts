import { z } from 'zod';
import { cataloguePermissions, type OpenWork } from '#capabilities/catalogue';
import { allows } from '#kernel/actor';
import type { Ctx } from '#platform/context';
import { params, query } from '#platform/db';

const openWorkOfProcedure = query({
  file: new URL('./queries/open-work.sql', import.meta.url),
  params: params<{ code: string; now: string }>(),
  row: z.object({ version: z.number(), drafts: z.number(), dossiers: z.number() }),
});

/** Drafts of citizens and unfinished dossiers of all units by the version they stay on, as numbers, for who designs procedures. */
export async function openWork(ctx: Ctx, code: string): Promise<readonly OpenWork[]> {
  if (!allows(ctx.actor, cataloguePermissions['catalogue.design'])) return [];
  const now = new Date(ctx.clock.now()).toISOString();
  return ctx.db.direct.rows(openWorkOfProcedure, { code, now });
}
