import type { Ctx } from '#platform/context';
import { type Query, systemScope } from '#platform/db';
import { actOnDossier } from '../commands/act-on-dossier.ts';
import type { Intent } from '../rules/possible.ts';
import type { DossierServices } from '../services.ts';
import type { After } from './queries.ts';

const nothing = '00000000-0000-0000-0000-000000000000';
const size = 50;

/**
 * Acts on every dossier that is due, in small batches and one transaction each. One that is refused (somebody was
 * faster) or fails is left for the next sweep and does not keep the others waiting. @returns how many were done.
 */
export async function sweep<P extends object>(
  ctx: Ctx,
  services: DossierServices,
  due: Query<P & After, { home_unit: string; id: string }>,
  given: P,
  intent: Intent,
): Promise<number> {
  let after = { home_unit: nothing, id: nothing };
  let count = 0;
  for (;;) {
    const params = { ...given, after_unit: after.home_unit, after_id: after.id, size };
    const rows = await ctx.db.read(systemScope, (reader) => reader.rows(due, params));
    for (const row of rows) if (await actOnOne(ctx, services, row, intent)) count++;
    const last = rows.at(-1);
    if (!last || rows.length < size) return count;
    after = last;
  }
}

async function actOnOne(
  ctx: Ctx,
  services: DossierServices,
  row: { home_unit: string; id: string },
  intent: Intent,
): Promise<boolean> {
  try {
    const outcome = await actOnDossier(ctx, services, { homeUnit: row.home_unit, id: row.id }, intent, {});
    if (!outcome.ok)
      ctx.log.debug({ dossier: row.id, intent, code: outcome.refusal.code }, 'a sweep was refused');
    return outcome.ok;
  } catch (error) {
    ctx.log.error({ dossier: row.id, intent, error }, 'a sweep could not act on a dossier');
    return false;
  }
}
