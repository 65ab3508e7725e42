import { z } from 'zod';
import type { UnitId } from '#kernel/ids';
import { params, query } from '#platform/db';
import { serviceLevels } from './service-level.ts';

const file = (name: string) => new URL(`./sql/${name}.sql`, import.meta.url);

export const addLevel = query({
  file: file('add'),
  params: params<{
    id: string;
    code: string;
    unit: string | null;
    level: string;
    from_day: string;
    decision: string;
    by: string | null;
    at: string;
  }>(),
  row: z.object({ id: z.string() }),
});
const level = z.object({
  id: z.string(),
  code: z.string(),
  unit: z.custom<UnitId>((value) => typeof value === 'string').nullable(),
  level: z.enum([...serviceLevels, 'as-published']),
  from_day: z.string(),
  decision: z.string(),
  entered_at: z.number(),
});
export type KeptLevel = z.output<typeof level>;
/** All that was ever decided for a procedure, newest first. */
export const levelsOfCode = query({ file: file('of-code'), params: params<{ code: string }>(), row: level });
