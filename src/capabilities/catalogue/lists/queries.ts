import { z } from 'zod';
import { params, query } from '#platform/db';
import { type ListName, listNames } from './listing.ts';

const file = (name: string) => new URL(`./sql/${name}.sql`, import.meta.url);
const code = z.object({ code: z.string() });

export const addListings = query({
  file: file('add-all'),
  params: params<{
    rows: string;
    list: ListName;
    listed: boolean;
    from_day: string;
    decision: string;
    by: string | null;
    at: string;
  }>(),
  row: code,
});
/** Which of these codes are procedures in force. */
export const knownCodes = query({
  file: file('known'),
  params: params<{ codes: readonly string[] }>(),
  row: code,
});
const kept = z.object({
  list: z.enum(listNames),
  code: z.string(),
  listed: z.boolean(),
  from_day: z.string(),
  decision: z.string(),
  entered_at: z.number(),
});
export type KeptListing = z.output<typeof kept>;
export const listingsOf = query({
  file: file('of-list'),
  params: params<{ list: ListName; most: number }>(),
  row: kept,
});
