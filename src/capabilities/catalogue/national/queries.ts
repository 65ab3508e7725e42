import { z } from 'zod';
import { params, query } from '#platform/db';
import type { Difference } from '../difference/difference.ts';
import type { NationalProcedure } from '../procedure.ts';

const file = (name: string) => new URL(`./sql/${name}.sql`, import.meta.url);
const record = z.custom<NationalProcedure>((value) => typeof value === 'object' && value !== null);
const differences = z.custom<readonly Difference[]>(Array.isArray);

export const heldProcedures = query({
  file: file('held'),
  params: params<{ today: string }>(),
  row: z.object({ code: z.string(), national: record, live: z.boolean(), closed: z.boolean() }),
});
export const insertList = query({
  file: file('insert-list'),
  params: params<{
    id: string;
    name: string;
    at: string;
    procedures: number;
    same: number;
    report: string;
  }>(),
  row: z.object({ id: z.string() }),
});
export const insertItems = query({
  file: file('insert-items'),
  params: params<{ list: string; at: string; rows: string }>(),
  row: z.object({ code: z.string() }),
});
const list = z.object({
  id: z.string(),
  name: z.string(),
  read_at: z.number(),
  procedures: z.number(),
  same: z.number(),
  new: z.number(),
  changed: z.number(),
  gone: z.number(),
  undecided: z.number(),
});
/** A list that was compared, with how many differences it showed and how many wait for a decision. */
export type NationalListHead = z.output<typeof list>;
export const listLists = query({ file: file('lists'), params: params<{ size: number }>(), row: list });
export const findList = query({
  file: file('find-list'),
  params: params<{ id: string }>(),
  row: list.extend({ report: z.string() }),
});
const item = z.object({
  code: z.string(),
  change: z.enum(['new', 'changed', 'gone']),
  name: z.string(),
  live: z.boolean(),
  differences,
  decision: z.enum(['taken', 'kept']).nullable(),
  /** `published`, `draft`, `draft-open`, `closed` or `to-do`: what taking it led to. */
  outcome: z.string().nullable(),
  draft_id: z.string().nullable(),
  decided_at: z.number().nullable(),
});
export type NationalItem = z.output<typeof item>;
export const listItems = query({
  file: file('items'),
  params: params<{ list: string; change: string | null; open: boolean; skip: number; size: number }>(),
  row: item,
});
export const lockItem = query({
  file: file('lock-item'),
  params: params<{ list: string; code: string }>(),
  row: item.extend({ record: record.nullable() }),
});
export const decideItem = query({
  file: file('decide-item'),
  params: params<{
    list: string;
    code: string;
    decision: 'taken' | 'kept';
    outcome: string | null;
    draft: string | null;
    by: string;
    at: string;
  }>(),
  row: z.object({ code: z.string() }),
});
export const openCodes = query({
  file: file('open-codes'),
  params: params<{ list: string; change: string; size: number }>(),
  row: z.object({ code: z.string() }),
});
export const putTaken = query({
  file: file('put-taken'),
  params: params<{ code: string; record: string; list: string; at: string }>(),
  row: z.object({ code: z.string() }),
});
export const insertRecord = query({
  file: file('insert-record'),
  params: params<{
    code: string;
    version: number;
    name: string;
    name_folded: string;
    field: string;
    levels: string;
    internal: boolean;
    record: string;
    at: string;
    by: string;
    today: string;
  }>(),
  row: z.object({ version: z.number() }),
});
