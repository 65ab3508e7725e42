import { z } from 'zod';
import type { Blocks } from '#capabilities/forms';
import { params, query } from '#platform/db';
import type { DraftContent } from './content.ts';

const file = (name: string) => new URL(`./sql/${name}.sql`, import.meta.url);

/** Without its content, for lists. */
const head = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  /** Version it was begun from, or renewed to; null for a procedure that has none. */
  based_on: z.number().nullable(),
  revision: z.number(),
  state: z.enum(['draft', 'review', 'approved', 'published', 'abandoned']),
  /** Everybody who began or saved it. */
  authors: z.array(z.string()),
  reviewer: z.string().nullable(),
  /** What the reviewer wrote when sending it back. */
  note: z.string().nullable(),
  /** The version it became. */
  version: z.number().nullable(),
  started_at: z.number(),
  changed_at: z.number(),
  sent_at: z.number().nullable(),
  decided_at: z.number().nullable(),
});
export type ProcedureDraftHead = z.output<typeof head>;

/** What the national record says and a machine must not place; ticked off by whoever placed it. */
const todo = z.object({ at: z.string(), text: z.string(), done: z.boolean() });
export type DraftTodo = z.output<typeof todo>;

/** The package from which a draft was begun, and what this instance thought then of who signed it. */
const origin = z.object({
  kind: z.enum(['version', 'draft']),
  version: z.number(),
  sha256: z.string(),
  signer: z.object({
    standing: z.enum(['own', 'known', 'unknown']),
    id: z.string(),
    name: z.string().optional(),
  }),
});
export type DraftOrigin = z.output<typeof origin>;

const draft = head.extend({
  todo: z.array(todo).readonly(),
  origin: origin.nullable(),
  content: z.custom<DraftContent>((value) => typeof value === 'object' && value !== null),
  /** Steps that can be taken back, and those taken back that can be done again. */
  steps_back: z.number(),
  steps_ahead: z.number(),
});
export type ProcedureDraft = z.output<typeof draft>;

const revision = z.object({ revision: z.number() });

export const insertDraft = query({
  file: file('insert'),
  params: params<{
    id: string;
    code: string;
    based_on: number | null;
    content: string;
    author: string;
    at: string;
  }>(),
  row: z.object({ id: z.string() }),
});
export const openDraftOf = query({
  file: file('open-of'),
  params: params<{ code: string }>(),
  row: z.object({ id: z.string() }),
});
export const findDraft = query({ file: file('find'), params: params<{ id: string }>(), row: draft });
export const lockDraft = query({ file: file('lock'), params: params<{ id: string }>(), row: draft });
export const listDrafts = query({ file: file('list'), params: params<{ size: number }>(), row: head });
export const saveDraft = query({
  file: file('save'),
  params: params<{ id: string; content: string; author: string; at: string; most: number }>(),
  row: revision,
});
export const keepBeginnings = query({
  file: file('keep-beginnings'),
  params: params<{ id: string; todo: string; origin: string | null }>(),
  row: z.object({ id: z.string() }),
});
export const keepTodo = query({
  file: file('keep-todo'),
  params: params<{ id: string; todo: string }>(),
  row: z.object({ id: z.string() }),
});
export const blocksElsewhereOf = query({
  file: file('blocks'),
  params: params<{ code: string; size: number }>(),
  row: z.object({
    code: z.string(),
    name: z.string(),
    drafted: z.boolean(),
    blocks: z.custom<Blocks>((value) => typeof value === 'object' && value !== null),
  }),
});
export const walkSteps = query({
  file: file('walk'),
  params: params<{ id: string; way: number; author: string; at: string }>(),
  row: revision,
});
export const stepBeside = query({
  file: file('step-beside'),
  params: params<{ id: string; way: number }>(),
  row: draft.pick({ content: true }),
});
export const renewBase = query({
  file: file('renew-base'),
  params: params<{ id: string; based_on: number; author: string; at: string }>(),
  row: revision,
});
export const moveDraft = query({
  file: file('move'),
  params: params<{
    id: string;
    state: ProcedureDraft['state'];
    reviewer: string | null;
    note: string | null;
    version: number | null;
    sent_at: string | null;
    decided_at: string | null;
  }>(),
  row: revision,
});
export const draftTookEffect = query({
  file: file('took-effect'),
  params: params<{ code: string; version: number }>(),
  row: z.object({ id: z.string() }),
});
