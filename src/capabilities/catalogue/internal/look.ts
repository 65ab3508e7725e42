import { z } from 'zod';
import type { LegalTime } from '#capabilities/forms';
import { localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { params, query } from '#platform/db';

const times = z.custom<readonly LegalTime[]>(Array.isArray).nullable();

const internalProcedures = query({
  file: new URL('./sql/list.sql', import.meta.url),
  params: params<{ today: string; size: number }>(),
  row: z.object({
    code: z.string(),
    version: z.number(),
    name: z.string(),
    field: z.string(),
    levels: z.string(),
    /** It has a form of its own, so it can be filed. */
    live: z.boolean(),
    times,
  }),
});
export type InternalProcedure = z.output<typeof internalProcedures.row>;

const mostListed = 500;

/** Procedures between agencies, for officers; those that can be filed first. They are on no page of the public. */
export const proceduresBetweenAgencies = (ctx: Ctx): Promise<readonly InternalProcedure[]> =>
  ctx.actor.kind === 'officer'
    ? ctx.db.read(scopeOf(ctx.actor), (reader) =>
        reader.rows(internalProcedures, { today: localDate(ctx.clock.now()), size: mostListed }),
      )
    : Promise.resolve([]);
