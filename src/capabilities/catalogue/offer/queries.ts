import { z } from 'zod';
import type { UnitId } from '#kernel/ids';
import { params, query } from '#platform/db';
import { movableLevels } from '../decentralisation/decentralisation.ts';
import { listNames } from '../lists/listing.ts';
import { serviceLevels } from '../scope/service-level.ts';

const file = (name: string) => new URL(`./sql/${name}.sql`, import.meta.url);
const unit = z.custom<UnitId>((value) => typeof value === 'string').nullable();

export const allLevels = query({
  file: file('levels'),
  params: params(),
  row: z.object({
    code: z.string(),
    unit,
    level: z.enum([...serviceLevels, 'as-published']),
    from_day: z.string(),
    decision: z.string(),
  }),
});
export const allListings = query({
  file: file('listings'),
  params: params(),
  row: z.object({
    list: z.enum(listNames),
    code: z.string(),
    listed: z.boolean(),
    from_day: z.string(),
    decision: z.string(),
  }),
});
export const approvedMoves = query({
  file: file('moves'),
  params: params(),
  row: z.object({
    id: z.string(),
    number: z.string(),
    issuer: z.string(),
    decided_on: z.string(),
    kind: z.enum(['decentralise', 'delegate']),
    codes: z.array(z.string()),
    to_level: z.enum(movableLevels).nullable(),
    to_unit: unit,
    from_day: z.string(),
    until_day: z.string().nullable(),
    open_dossiers: z.enum(['stay', 'move']),
  }),
});
export const allClosings = query({
  file: file('closings'),
  params: params(),
  row: z.object({ code: z.string(), from_day: z.string(), replaced_by: z.string().nullable() }),
});
