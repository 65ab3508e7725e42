import { z } from 'zod';
import type { UnitId } from '#kernel/ids';
import type { Instant } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { params, query } from '#platform/db';
import { workUnits } from './look-at-work.ts';
import { iso } from './rules/rows.ts';
import type { DossierState } from './rules/state.ts';

const registerRows = query({
  file: new URL('./queries/register.sql', import.meta.url),
  params: params<{ units: readonly string[]; from: string | null; before: string | null; size: number }>(),
  row: z.object({
    code: z.string(),
    procedure_name: z.string(),
    owner_name: z.string(),
    phone: z.string().nullable(),
    address: z.string().nullable(),
    channel: z.custom<DossierState['channel']>(),
    stage: z.custom<DossierState['stage']>(),
    competent_unit: z.custom<UnitId>(),
    submitted_at: z.number(),
    due_date: z.string().nullable(),
    finished_at: z.number().nullable(),
    returned_at: z.number().nullable(),
  }),
});
export type RegisterRow = z.output<typeof registerRows.row>;

/**
 * The register of dossiers (form 07): what a unit officially received from `from` until just before `before`, oldest first,
 * at most `size`. Of units in which the officer works.
 */
export async function registerOf(
  ctx: Ctx,
  asked: { readonly unit: UnitId; readonly from: Instant; readonly before: Instant; readonly size: number },
): Promise<readonly RegisterRow[]> {
  const { actor } = ctx;
  if (actor.kind !== 'officer' || !workUnits(actor).includes(asked.unit)) return [];
  return ctx.db.read(scopeOf(actor), (reader) =>
    reader.rows(registerRows, {
      units: [asked.unit],
      from: iso(asked.from),
      before: iso(asked.before),
      size: asked.size,
    }),
  );
}
