import { z } from 'zod';
import type { UnitId } from '#kernel/ids';
import { params, query } from '#platform/db';
import { movableLevels } from './decentralisation.ts';

const file = (name: string) => new URL(`./sql/${name}.sql`, import.meta.url);
const ref = z.object({ id: z.string() });
const unit = z.custom<UnitId>((value) => typeof value === 'string');

const row = z.object({
  id: z.string(),
  number: z.string(),
  issuer: z.string(),
  decided_on: z.string(),
  kind: z.enum(['decentralise', 'delegate']),
  codes: z.array(z.string()),
  to_level: z.enum(movableLevels).nullable(),
  to_unit: unit.nullable(),
  from_day: z.string(),
  until_day: z.string().nullable(),
  open_dossiers: z.enum(['stay', 'move']),
  state: z.enum(['proposed', 'approved', 'withdrawn']),
  note: z.string(),
  author: z.string(),
  proposed_at: z.number(),
  decider: z.string().nullable(),
  decided_at: z.number().nullable(),
  /** When all open dossiers had been told, and how many they were. */
  carried_out_at: z.number().nullable(),
  told: z.number().nullable(),
});
export type Decentralisation = z.output<typeof row>;

export const insertMove = query({
  file: file('insert'),
  params: params<{
    id: string;
    number: string;
    issuer: string;
    decided_on: string;
    kind: string;
    codes: readonly string[];
    to_level: string | null;
    to_unit: string | null;
    from_day: string;
    until_day: string | null;
    open_dossiers: string;
    note: string;
    author: string;
    at: string;
  }>(),
  row: ref,
});
export const findMove = query({ file: file('find'), params: params<{ id: string }>(), row });
export const lockMove = query({ file: file('lock'), params: params<{ id: string }>(), row });
export const allMoves = query({ file: file('all'), params: params<{ most: number }>(), row });
export const decideMove = query({
  file: file('decide'),
  params: params<{ id: string; state: 'approved' | 'withdrawn'; decider: string; at: string }>(),
  row: ref,
});
export const endMove = query({
  file: file('end'),
  params: params<{ id: string; until: string }>(),
  row: ref,
});
export const dueMoves = query({
  file: file('due'),
  params: params<{ today: string; settled: string }>(),
  row,
});
export const moveCarriedOut = query({
  file: file('carried-out'),
  params: params<{ id: string; at: string | null; told: number }>(),
  row: z.object({ told: z.number() }),
});
