import { z } from 'zod';
import type { ProcedureDefinition } from '#capabilities/forms';
import type { Refusal } from '#kernel/outcome';
import { params, query } from '#platform/db';
import type { MassChange, MassSelection } from './change.ts';

const file = (name: string) => new URL(`./sql/${name}.sql`, import.meta.url);
const object = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null);

const chosen = z.object({
  code: z.string(),
  /** The newest version, also one that waits for its day: the draft is made on it. */
  version: z.number(),
  name: z.string(),
  field: z.string(),
  definition: object<ProcedureDefinition>(),
  workflow: z.string().nullable(),
  decisions: z.string().nullable(),
  templates: object<Record<string, unknown>>().nullable(),
  runs: z.array(z.unknown()).nullable(),
  open_draft: z.string().nullable(),
});
/** A procedure with a form of its own, as its newest version has it. */
export type ChosenProcedure = z.output<typeof chosen>;

export const chooseProcedures = query({
  file: file('choose'),
  params: params<{
    codes: readonly string[] | null;
    field: string | null;
    level: string | null;
    online: string | null;
    internal: boolean | null;
    today: string;
    most: number;
  }>(),
  row: chosen,
});
export const fieldsOfLive = query({
  file: file('fields'),
  params: params(),
  row: z.object({ field: z.string(), procedures: z.number() }),
});
export const insertMassChange = query({
  file: file('insert'),
  params: params<{ id: string; reason: string; selection: string; change: string; by: string; at: string }>(),
  row: z.object({ id: z.string() }),
});
export const insertMassItem = query({
  file: file('insert-item'),
  params: params<{
    change: string;
    code: string;
    name: string;
    draft: string | null;
    refusal: string | null;
  }>(),
  row: z.object({ code: z.string() }),
});
export const noteMassItem = query({
  file: file('note-item'),
  params: params<{ change: string; code: string; refusal: string | null }>(),
  row: z.object({ code: z.string() }),
});
export const approveMassRow = query({
  file: file('approve'),
  params: params<{ id: string; by: string; at: string; effective_from: string }>(),
  row: z.object({ id: z.string() }),
});

const head = z.object({
  id: z.string(),
  reason: z.string(),
  selection: object<MassSelection>(),
  change: object<MassChange>(),
  made_by: z.string(),
  made_at: z.number(),
  approved_by: z.string().nullable(),
  approved_at: z.number().nullable(),
  effective_from: z.string().nullable(),
  procedures: z.number(),
  drafts: z.number(),
  in_review: z.number(),
  published: z.number(),
});
export type MassChangeHead = z.output<typeof head>;
export const listMassChanges = query({ file: file('list'), params: params<{ size: number }>(), row: head });
export const findMassChange = query({ file: file('find'), params: params<{ id: string }>(), row: head });
const item = z.object({
  code: z.string(),
  name: z.string(),
  draft_id: z.string().nullable(),
  refusal: object<Refusal>().nullable(),
  state: z.enum(['draft', 'review', 'approved', 'published', 'abandoned']).nullable(),
  revision: z.number().nullable(),
  version: z.number().nullable(),
});
/** One procedure of a mass change, with what became of its draft. */
export type MassItem = z.output<typeof item>;
export const listMassItems = query({ file: file('items'), params: params<{ id: string }>(), row: item });
