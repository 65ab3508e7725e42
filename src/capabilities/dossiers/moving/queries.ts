import { z } from 'zod';
import type { Answers } from '#capabilities/forms';
import type { Places } from '#capabilities/workflow';
import { params, query } from '#platform/db';
import type { Draft, DraftFacts } from '../queries/drafts.ts';
import type { Hindrance } from './weigh.ts';

const file = (name: string) => new URL(`./sql/${name}.sql`, import.meta.url);
const identified = z.object({ id: z.string() });

/** Elements of older versions that stand at others in the new one: version → id there → id here. */
export type MovePlaces = Readonly<Record<string, Places>>;

const move = z.object({
  id: z.string(),
  /** Procedure. */
  code: z.string(),
  to_version: z.number(),
  reason: z.string(),
  /** Decision or law that it rests on, as it was written. */
  ground: z.string(),
  places: z.custom<MovePlaces>((value) => typeof value === 'object' && value !== null),
  /** `weighing`: the worker looks at each open thing; `approved`: the worker moves them. */
  state: z.enum(['weighing', 'proposed', 'approved', 'done', 'dropped']),
  proposed_by: z.string(),
  proposed_by_name: z.string(),
  proposed_at: z.number(),
  decided_by: z.string().nullable(),
  decided_by_name: z.string().nullable(),
  decided_at: z.number().nullable(),
  done_at: z.number().nullable(),
});
export type VersionMove = z.output<typeof move>;

const kind = z.enum(['dossier', 'draft']);
const outcome = z.enum(['moved', 'stayed']).nullable();
const why = z.custom<readonly Hindrance[]>((value) => Array.isArray(value));
type ItemKey = { move: string; kind: 'dossier' | 'draft'; owner: string; id: string };

export const insertMove = query({
  file: file('insert-move'),
  params: params<{
    id: string;
    code: string;
    to_version: number;
    reason: string;
    ground: string;
    places: string;
    by: string;
    by_name: string;
    at: string;
  }>(),
  row: identified,
});
export const movesOf = query({ file: file('moves-of'), params: params<{ code: string }>(), row: move });
export const lockMove = query({ file: file('lock-move'), params: params<{ id: string }>(), row: move });
export const nextMove = query({ file: file('next-move'), params: params(), row: move });
export const decideMove = query({
  file: file('decide-move'),
  params: params<{ id: string; state: 'approved' | 'dropped'; by: string; by_name: string; at: string }>(),
  row: identified,
});
export const turnMove = query({
  file: file('turn-move'),
  params: params<{ id: string; state: VersionMove['state']; was: VersionMove['state']; at: string }>(),
  row: identified,
});
export const itemsOf = query({
  file: file('items-of'),
  params: params<{ move: string; size: number }>(),
  row: z.object({
    kind,
    code: z.string(),
    from_version: z.number(),
    why,
    outcome,
    due_before: z.string().nullable(),
    due_after: z.string().nullable(),
  }),
});
export const countsOf = query({
  file: file('counts-of'),
  params: params<{ move: string }>(),
  row: z.object({ kind, can: z.boolean(), outcome, count: z.number() }),
});
export const openDossiers = query({
  file: file('open-dossiers'),
  params: params<{ code: string; to_version: number; after_unit: string; after_id: string; size: number }>(),
  row: z.object({ home_unit: z.string(), id: z.string() }),
});
export const openDrafts = query({
  file: file('open-drafts'),
  params: params<{
    code: string;
    to_version: number;
    now: string;
    after_person: string;
    after_id: string;
    size: number;
  }>(),
  row: z.object({
    person_id: z.string(),
    id: z.string(),
    procedure_version: z.number(),
    channel: z.custom<Draft['channel']>((value) => typeof value === 'string'),
    facts: z.custom<DraftFacts>(),
    answers: z.custom<Answers>(),
  }),
});
export const putItem = query({
  file: file('put-item'),
  params: params<
    ItemKey & {
      code: string;
      from_version: number;
      why: string;
      due_before: string | null;
      due_after: string | null;
    }
  >(),
  row: identified,
});
export const itemsToMove = query({
  file: file('items-to-move'),
  params: params<{ move: string; size: number }>(),
  row: z.object({ kind, owner: z.string(), id: z.string(), from_version: z.number() }),
});
export const settleItem = query({
  file: file('settle-item'),
  params: params<ItemKey & { outcome: 'moved' | 'stayed'; why: string | null; due_after: string | null }>(),
  row: identified,
});
type Moved = { owner: string; id: string; to_version: number };
export const moveDraftRow = query({
  file: file('move-draft'),
  params: params<Moved & { from_version: number; reason: string }>(),
  row: identified,
});
export const moveDossierRow = query({ file: file('move-dossier'), params: params<Moved>(), row: identified });
