import { z } from 'zod';
import type { ProcedureDefinition } from '#capabilities/forms';
import { params, query } from '#platform/db';
import type { NationalProcedure } from '../procedure.ts';

const file = (name: string) => new URL(`./sql/${name}.sql`, import.meta.url);
const national = z.custom<NationalProcedure>((value) => typeof value === 'object' && value !== null);
const definition = z
  .custom<ProcedureDefinition>((value) => typeof value === 'object' && value !== null)
  .nullable();

/** Both JSON columns were checked before they were written, so they are taken as they stand. */
const procedure = z.object({
  code: z.string(),
  version: z.number(),
  name: z.string(),
  field: z.string(),
  levels: z.string(),
  live: z.boolean(),
  internal: z.boolean(),
  national,
  definition,
  published_at: z.number(),
  valid_from: z.string(),
});
export type PublishedProcedure = z.output<typeof procedure>;

export const currentProcedure = query({
  file: file('current'),
  params: params<{ code: string }>(),
  row: procedure,
});
export const procedureVersion = query({
  file: file('version'),
  params: params<{ code: string; version: number }>(),
  row: procedure,
});
export const procedureVersions = query({
  file: file('versions'),
  params: params<{ code: string }>(),
  row: z.object({
    code: z.string(),
    version: z.number(),
    name: z.string(),
    live: z.boolean(),
    published_at: z.number(),
    published_by: z.string().nullable(),
    valid_from: z.string(),
    replaced_at: z.number().nullable(),
  }),
});
export const allProcedures = query({
  file: file('all'),
  params: params(),
  row: z.object({
    code: z.string(),
    version: z.number(),
    live: z.boolean(),
    national,
    life_events: z.array(z.string()).nullable(),
    name_en: z.string().nullable(),
  }),
});
export const latestChange = query({
  file: file('latest'),
  params: params(),
  row: z.object({ at: z.number(), count: z.number() }),
});
export const replaceProcedure = query({
  file: file('replace'),
  params: params<{ code: string; at: string }>(),
  row: z.object({ version: z.number() }),
});
export const insertProcedure = query({
  file: file('insert'),
  params: params<{
    code: string;
    version: number;
    name: string;
    name_folded: string;
    field: string;
    levels: string;
    live: boolean;
    internal: boolean;
    national: string;
    definition: string | null;
    at: string;
    by: string | null;
    valid_from: string;
  }>(),
  row: z.object({ version: z.number() }),
});
export const loadProcedureRows = query({
  file: file('load'),
  params: params<{ rows: string }>(),
  row: z.object({ code: z.string() }),
});
