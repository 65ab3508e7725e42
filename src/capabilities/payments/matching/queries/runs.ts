import { z } from 'zod';
import { params, query } from '#platform/db';
import type { DifferenceKind } from '../kinds.ts';
import { day, ok, unit, withId } from './shapes.ts';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);

type Days = { gateway: string; from: string; to: string };
export const gatherRows = query({
  file: file('gather'),
  params: params<Days & { merchants: readonly string[] }>(),
  row: z.object({ references: z.number() }),
});
/** What a comparison found: sums on both sides, references looked at, items that are open by it. */
export const matchResult = z.object({
  there: z.number(),
  here: z.number(),
  references: z.number(),
  open: z.number(),
  /** Sums of each day compared, by its date. */
  days: z.record(z.string(), z.object({ there: z.number(), here: z.number() })),
});
export type MatchResult = z.output<typeof matchResult>;
export const compareRows = query({
  file: file('compare'),
  params: params<Days & { unit: string | null; now: string; dossiers: string | null }>(),
  row: z.object({ result: matchResult }),
});
export const unresolvedRows = query({
  file: file('unresolved'),
  params: params<{ unit: string | null; now: string }>(),
  row: z.object({ found: z.number() }),
});
export const noteDifference = query({
  file: file('note-difference'),
  params: params<{ difference: string }>(),
  row: ok,
});
export const closeDifference = query({
  file: file('close-difference'),
  params: params<{ kind: DifferenceKind; gateway: string; reference: string; now: string }>(),
  row: z.object({ difference_id: z.string() }),
});
export const openDossierCharges = query({
  file: file('open-dossier-charges'),
  params: params<{ kinds: readonly DifferenceKind[] }>(),
  row: z.object({ charge_id: z.string() }),
});
export const wantRun = query({
  file: file('want-run'),
  params: params<Days & { id: string; unit: string; at: string; by: string }>(),
  row: withId,
});
export const takeRun = query({
  file: file('take-run'),
  params: params<{ now: string; until: string }>(),
  row: z.object({ id: z.string(), gateway: z.string(), from_day: day, to_day: day, unit_id: unit }),
});
export const endRun = query({
  file: file('end-run'),
  params: params<{ id: string; at: string; result: string }>(),
  row: withId,
});
export const dayFacts = query({
  file: file('day-facts'),
  params: params<{ gateway: string; day: string }>(),
  row: z.object({ there: z.boolean(), moved: z.boolean() }),
});

const run = z.object({
  id: z.string(),
  gateway: z.string(),
  from_day: day,
  to_day: day,
  asked_at: z.number(),
  asked_by: z.string(),
  done_at: z.number().nullable(),
  result: matchResult.nullable(),
});
export type MatchingRun = z.output<typeof run>;
export const listRuns = query({ file: file('runs'), params: params<{ size: number }>(), row: run });
const matchedDay = z.object({
  day,
  gateway: z.string(),
  lines: z.number().nullable(),
  /** Of the last comparison; null before there was one. */
  sums: z.object({ there: z.number(), here: z.number() }).nullable(),
  open: z.number(),
  closed: z.number(),
});
export type MatchedDay = z.output<typeof matchedDay>;
export const listDays = query({
  file: file('days'),
  params: params<{
    from: string;
    to: string;
    gateways: readonly string[];
    kinds: readonly DifferenceKind[];
  }>(),
  row: matchedDay,
});
