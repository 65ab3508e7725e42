import { z } from 'zod';
import type { Refusal } from '#kernel/outcome';
import { params, query } from '#platform/db';
import type { Difference } from '../difference/difference.ts';
import type { ReadingSummary, ReportLine } from '../importing/index.ts';
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
    read_by: string | null;
    counts: string | null;
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
  /** The officer who handed it in; null where a command read it. */
  read_by: z.string().nullable(),
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
  row: list.extend({
    report: z.string(),
    /** What reading it left to say; null for lists that were read before this was kept. */
    counts: z.custom<ReadingSummary>((value) => typeof value === 'object').nullable(),
  }),
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
  row: item.extend({ record: record.nullable(), read_by: z.string().nullable() }),
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

const upload = z.object({
  id: z.string(),
  name: z.string(),
  uploaded_by: z.string(),
  uploaded_at: z.number(),
  state: z.enum(['waiting', 'reading', 'read', 'refused']),
  refusal: z.custom<Refusal>((value) => typeof value === 'object' && value !== null).nullable(),
  list_id: z.string().nullable(),
});
/** A list that was handed in, without its bytes. */
export type NationalUpload = z.output<typeof upload>;
export const insertUpload = query({
  file: file('insert-upload'),
  params: params<{
    id: string;
    name: string;
    list: Uint8Array;
    details: Uint8Array | null;
    by: string;
    at: string;
  }>(),
  row: z.object({ id: z.string() }),
});
export const listUploads = query({
  file: file('list-uploads'),
  params: params<{ size: number }>(),
  row: upload,
});
const bytes = z.instanceof(Uint8Array).nullable();
export const beginUpload = query({
  file: file('begin-upload'),
  params: params<{ at: string; abandoned: string }>(),
  row: z.object({
    id: z.string(),
    name: z.string(),
    list: bytes,
    details: bytes,
    uploaded_by: z.string(),
    tries: z.number(),
  }),
});
export const endUpload = query({
  file: file('end-upload'),
  params: params<{ id: string; state: 'read' | 'refused'; refusal: string | null; list: string | null }>(),
  row: z.object({ id: z.string() }),
});
export const insertRemarks = query({
  file: file('insert-remarks'),
  params: params<{ list: string; rows: string }>(),
  row: z.object({ nth: z.number() }),
});
const remark = z.object({
  nth: z.number(),
  code: z.string(),
  field: z.string(),
  action: z.enum(['corrected', 'kept', 'set-aside']),
  reason: z.custom<ReportLine['reason']>((value) => typeof value === 'string'),
  before: z.string(),
  after: z.string(),
});
export type NationalRemark = z.output<typeof remark>;
export const listRemarks = query({
  file: file('remarks'),
  params: params<{ list: string; reason: string | null; skip: number; size: number }>(),
  row: remark,
});
