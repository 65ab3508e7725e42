import { z } from 'zod';
import type { OfficerId, UnitId } from '#kernel/ids';
import { params, query } from '#platform/db';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);
const officerId = z.string().transform((id) => id as OfficerId);
const unitId = z.string().transform((id) => id as UnitId);
const id = z.object({ id: z.string() });

export const officersNamed = query({
  file: file('officers-named'),
  params: params<{
    numbers: readonly string[];
    accounts: readonly string[];
    now: number;
    lock: boolean;
  }>(),
  row: z.object({
    id: officerId,
    personal_number: z.string().nullable(),
    account: z.string().nullable(),
    name: z.string(),
    email: z.string(),
    title: z.string(),
    active: z.boolean(),
    posts: z.array(
      z.object({
        post: z.string(),
        unit: unitId,
        role: z.string(),
        from: z.number(),
        until: z.number().nullable(),
      }),
    ),
  }),
});
type Rows = { rows: string };
export const addOfficials = query({
  file: file('add-officials'),
  params: params<Rows & { now: number }>(),
  row: id,
});
export const changeOfficials = query({ file: file('change-officials'), params: params<Rows>(), row: id });
export const knowNumbers = query({ file: file('know-numbers'), params: params<Rows>(), row: id });
export const addPosts = query({
  file: file('add-posts'),
  params: params<Rows & { given_by: string | null }>(),
  row: id,
});
export const datePosts = query({ file: file('date-posts'), params: params<Rows>(), row: id });
export const returnLent = query({
  file: file('return-lent'),
  params: params<Rows & { now: number }>(),
  row: z.object({ to_officer: officerId }),
});

export const officersById = query({
  file: file('officers-by-id'),
  params: params<{ ids: readonly string[]; roles: readonly string[]; now: number }>(),
  row: z.object({ id: officerId, name: z.string(), unit: unitId }),
});

const result = z.object({
  added: z.array(officerId),
  changed: z.array(officerId),
  unchanged: z.number(),
  left: z.number(),
});
/** What became of a file: accounts that are new, those that something was changed of, and rows that were left out. */
export type OfficialsResult = z.output<typeof result>;

export const keepOfficialsFile = query({
  file: file('keep-officials-file'),
  params: params<{ officer: string; id: string; name: string; content: Uint8Array; now: number }>(),
  row: id,
});
export const dropOfficialsFiles = query({
  file: file('drop-officials-files'),
  params: params<{ officer: string; most: number }>(),
  row: id,
});
export const officialsFile = query({
  file: file('officials-file'),
  params: params<{ officer: string; id: string }>(),
  row: z.object({
    id: z.string(),
    name: z.string(),
    content: z.instanceof(Uint8Array).nullable(),
    handed_in_at: z.number(),
    taken_at: z.number().nullable(),
    result: result.nullable(),
  }),
});
export const officialsFileTaken = query({
  file: file('officials-file-taken'),
  params: params<{ officer: string; id: string; now: number; result: string }>(),
  row: id,
});
export const forgetOfficialsFiles = query({
  file: file('forget-officials-files'),
  params: params<{ before: number }>(),
  row: id,
});
