import { z } from 'zod';
import type { Refusal } from '#kernel/outcome';
import { params, query } from '#platform/db';
import { day, unit, withId } from './shapes.ts';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);

export const insertFile = query({
  file: file('hand-in'),
  params: params<{
    id: string;
    kind: 'settlement' | 'statement';
    gateway: string;
    day: string | null;
    unit: string;
    name: string;
    size: number;
    sha256: string;
    bytes: Uint8Array;
    at: string;
    by: string;
    by_name: string;
  }>(),
  row: withId,
});
export const takeFile = query({
  file: file('take-file'),
  params: params<{ now: string; until: string }>(),
  row: z.object({
    id: z.string(),
    kind: z.enum(['settlement', 'statement']),
    gateway: z.string(),
    day: day.nullable(),
    unit_id: unit,
    bytes: z.instanceof(Uint8Array).nullable(),
    tries: z.number(),
  }),
});
export type TakenFile = z.output<typeof takeFile.row>;
export const endFile = query({
  file: file('end-file'),
  params: params<{
    id: string;
    state: 'read' | 'refused';
    refusal: string | null;
    lines: number | null;
    at: string;
  }>(),
  row: withId,
});
export const replaceFile = query({
  file: file('replace-file'),
  params: params<{ gateway: string; day: string }>(),
  row: withId,
});
export const storeLines = query({
  file: file('store-lines'),
  params: params<{
    file: string;
    lines: readonly number[];
    references: readonly string[];
    transactions: readonly string[];
    kinds: readonly string[];
    amounts: readonly number[];
    ats: readonly number[];
    merchants: readonly string[];
    banks: readonly string[];
  }>(),
  row: z.never(),
});
export const storeStatement = query({
  file: file('store-statement'),
  params: params<{ file: string; unit: string; lines: string }>(),
  row: z.object({ number: z.string() }),
});
export const accountsOfUnit = query({
  file: file('accounts-of-unit'),
  params: params<{ unit: string }>(),
  row: z.object({ number: z.string() }),
});

const moneyFile = z.object({
  id: z.string(),
  kind: z.enum(['settlement', 'statement']),
  gateway: z.string(),
  day: day.nullable(),
  unit_id: unit,
  name: z.string(),
  state: z.enum(['waiting', 'reading', 'read', 'refused', 'replaced']),
  refusal: z.custom<Refusal>((value) => typeof value === 'object').nullable(),
  lines: z.number().nullable(),
  handed_at: z.number(),
  handed_by_name: z.string(),
  read_at: z.number().nullable(),
});
export type MoneyFile = z.output<typeof moneyFile>;
export const listFiles = query({ file: file('files'), params: params<{ size: number }>(), row: moneyFile });
