import { z } from 'zod';
import { params, query } from '#platform/db';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);
type Key = { home_unit: string; id: string };
/** A sweep walks by key, so that a dossier that cannot be acted on does not stand in the way of the next. */
export type After = { after_unit: string; after_id: string; size: number };
const ref = z.object({ home_unit: z.string(), id: z.string() });
const workRow = z.object({
  unit_id: z.string(),
  list: z.string(),
  home_unit: z.string(),
  dossier_id: z.string(),
  code: z.string(),
  due: z.string(),
});
export type WatchedWork = z.output<typeof workRow>;

export const dueSupplements = query({
  file: file('due-supplements'),
  params: params<After & { today: string }>(),
  row: ref,
});
/** Open dossiers of a decision that moves authority that have not been told of it. */
export const openUnderMove = query({
  file: file('open-under-move'),
  params: params<After & { codes: readonly string[]; move: string }>(),
  row: ref,
});
export const dueDrafts = query({
  file: file('due-drafts'),
  params: params<After & { now: number }>(),
  row: ref,
});
/** Plans with a timer that is due or a dossier to be opened. */
export const duePlans = query({
  file: file('due-plans'),
  params: params<After & { now: number }>(),
  row: ref,
});
export const nearDue = query({
  file: file('near-due'),
  params: params<{ horizon: string; until: number; size: number }>(),
  row: workRow,
});
export const overdue = query({
  file: file('overdue'),
  params: params<{ today: string; now: number; size: number }>(),
  row: workRow,
});
export const overdueNow = query({
  file: file('count-overdue'),
  params: params<{ today: string; now: number }>(),
  row: z.object({ overdue: z.number() }),
});
export const flagWork = query({
  file: file('flag-work'),
  params: params<{ unit_id: string; list: string; home_unit: string; dossier_id: string; flag: string }>(),
  row: z.object({ code: z.string() }),
});
export const keepWarning = query({
  file: file('keep-warning'),
  params: params<{ home_unit: string; dossier_id: string; kind: string; due: string; now: number }>(),
  row: z.object({ kind: z.string() }),
});
export const putWarning = query({
  file: file('put-warning'),
  params: params<{
    home_unit: string;
    event: string;
    now: number;
    topic: string;
    dossier_id: string;
    payload: string;
  }>(),
  row: z.object({ ok: z.boolean() }),
});
export const someWorkUnit = query({
  file: file('some-work-unit'),
  params: params(),
  row: z.object({ unit_id: z.string() }),
});
export const purgeDrafts = query({
  file: file('purge-drafts'),
  params: params<{ now: number; size: number }>(),
  row: z.object({ id: z.string() }),
});
export const finderSource = query({
  file: file('finder-source'),
  params: params<Key>(),
  row: z.object({
    code: z.string(),
    owner_folded: z.string(),
    procedure_name: z.string(),
    procedure_code: z.string(),
    subject_number: z.string().nullable(),
  }),
});
export const upsertFinder = query({
  file: file('keep-finder'),
  params: params<Key & { words: string }>(),
  row: z.object({ dossier_id: z.string() }),
});
