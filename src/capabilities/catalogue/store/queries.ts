import { z } from 'zod';
import { type Competence, type DefinitionAsWritten, expandDefinition } from '#capabilities/forms';
import { params, query } from '#platform/db';
import type { NationalProcedure } from '../procedure.ts';

const file = (name: string) => new URL(`./sql/${name}.sql`, import.meta.url);
const national = z.custom<NationalProcedure>((value) => typeof value === 'object' && value !== null);
/** Kept as it was written; whoever works with it sees blocks and persons laid out into their questions. */
const definition = z
  .custom<DefinitionAsWritten>((value) => typeof value === 'object' && value !== null)
  .nullable()
  .transform((written) => written && expandDefinition(written));

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
  /** DMN as XML; the definitions that the catalogue hands out carry it made ready. */
  decisions: z.string().nullable(),
  published_at: z.number(),
  valid_from: z.string(),
  /** First day on which it is no longer offered, and the procedure that took its place. */
  closed_from: z.string().nullable(),
  replaced_by: z.string().nullable(),
});
export type PublishedProcedure = z.output<typeof procedure>;

export const currentProcedure = query({
  file: file('current'),
  params: params<{ code: string; today: string }>(),
  row: procedure,
});
export const procedureVersion = query({
  file: file('version'),
  params: params<{ code: string; version: number }>(),
  row: procedure,
});
/** Papers and messages that a version brings along; null where it uses the common ones. */
export const templatesOfVersion = query({
  file: file('templates'),
  params: params<{ code: string; version: number }>(),
  row: z.object({
    templates: z
      .custom<Record<string, unknown>>((value) => typeof value === 'object' && value !== null)
      .nullable(),
  }),
});
export const diagramOfVersion = query({
  file: file('diagram'),
  params: params<{ code: string; version: number }>(),
  row: z.object({ workflow: z.string().nullable() }),
});
/** A version in a list of versions. */
export const versionHead = z.object({
  version: z.number(),
  name: z.string(),
  live: z.boolean(),
  published_at: z.number(),
  published_by: z.string().nullable(),
  valid_from: z.string(),
  waits_until: z.string().nullable(),
  replaced_at: z.number().nullable(),
});
export const procedureVersions = query({
  file: file('versions'),
  params: params<{ code: string }>(),
  row: versionHead.extend({ code: z.string() }),
});
export const allProcedures = query({
  file: file('all'),
  params: params<{ today: string }>(),
  row: z.object({
    code: z.string(),
    version: z.number(),
    live: z.boolean(),
    national,
    life_events: z.array(z.string()).nullable(),
    name_en: z.string().nullable(),
    competence: z.custom<Competence>((value) => typeof value === 'object' && value !== null).nullable(),
  }),
});
/** What was published here, newest first; the first version of a record of the national list is no news. */
export const publicChanges = query({
  file: file('changes'),
  params: params<{ most: number }>(),
  row: z.object({
    code: z.string(),
    version: z.number(),
    name: z.string(),
    field: z.string(),
    published_at: z.number(),
    valid_from: z.string(),
    /** The decision that announced the version, and its day. */
    decision: z.string().nullable(),
    decided_on: z.string().nullable(),
  }),
});
export type PublicChange = z.output<typeof publicChanges.row>;
/** Papers that procedures in force here grant, by national code. */
export const grantedResults = query({
  file: file('results'),
  params: params(),
  row: z.object({ code: z.string(), name: z.string() }),
});
export const latestChange = query({
  file: file('latest'),
  params: params<{ today: string }>(),
  row: z.object({ at: z.number(), count: z.number() }),
});
export const loadProcedureRows = query({
  file: file('load'),
  params: params<{ rows: string }>(),
  row: z.object({ code: z.string() }),
});
