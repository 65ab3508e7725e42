import { z } from 'zod';
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

const draft = head.extend({
  content: z.custom<DraftContent>((value) => typeof value === 'object' && value !== null),
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
  params: params<{ id: string; content: string; author: string; at: string }>(),
  row: revision,
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
