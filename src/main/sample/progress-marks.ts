import { z } from 'zod';
import { record } from '#capabilities/audit';
import { type Ctx, scopeOf } from '#platform/context';
import type { Database } from '#platform/db';
import type { SampleName } from './sample.ts';
import { statement } from './statement.ts';

/** The seed writes its own progress into the journal, where it is true and stays. */
const begun = 'sample.begun';
const seeded = 'sample.seeded';

const marks = statement<Record<never, never>, { action: string; at: number; sample: string | null }>(
  'marks',
  [],
  z.object({ action: z.string(), at: z.number(), sample: z.string().nullable() }),
  `select action, at, details ->> 'sample' as sample from audit.entry where subject = 'sample' and action in ('${begun}', '${seeded}') order by at, id`,
);
const toldAlready = statement<Record<never, never>, { request_id: string }>(
  'told',
  [],
  z.object({ request_id: z.string() }),
  `select distinct request_id from audit.entry where request_id like 'sample-%' and action in ('dossier.submit', 'dossier.submitted')`,
);
const anyUnit = statement<Record<never, never>, { found: boolean }>(
  'any-unit',
  [],
  z.object({ found: z.boolean() }),
  'select exists (select from organisations.unit) as found',
);

export type Standing =
  | { readonly kind: 'empty' }
  | { readonly kind: 'begun'; readonly at: number; readonly sample: SampleName }
  /** A sample stands complete, or a real place does. */
  | { readonly kind: 'there' };

export async function standing(worker: Database): Promise<Standing> {
  const found = await worker.direct.rows(marks, {});
  if (found.some((mark) => mark.action === seeded)) return { kind: 'there' };
  const first = found.find((mark) => mark.action === begun);
  if (first)
    return { kind: 'begun', at: first.at, sample: first.sample === 'ministry' ? 'ministry' : 'province' };
  return (await worker.direct.get(anyUnit, {})).found ? { kind: 'there' } : { kind: 'empty' };
}

export const toldSoFar = async (worker: Database): Promise<ReadonlySet<string>> =>
  new Set((await worker.direct.rows(toldAlready, {})).map((row) => row.request_id));

const mark = (ctx: Ctx, action: string, details: Readonly<Record<string, unknown>>): Promise<void> =>
  ctx.db.transact(scopeOf(ctx.actor), (t) => record(t, ctx, { action, subject: 'sample', details }));

export const markBegun = (ctx: Ctx, details: Readonly<Record<string, unknown>>) => mark(ctx, begun, details);
export const markSeeded = (ctx: Ctx, details: Readonly<Record<string, unknown>>) =>
  mark(ctx, seeded, details);
