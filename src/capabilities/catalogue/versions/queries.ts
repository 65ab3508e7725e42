import { z } from 'zod';
import type { ProcedureDefinition } from '#capabilities/forms';
import { params, query } from '#platform/db';
import type { NationalProcedure } from '../procedure.ts';
import { versionHead } from '../store/queries.ts';

const file = (name: string) => new URL(`./sql/${name}.sql`, import.meta.url);
const object = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null);
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

const whole = z.object({
  code: z.string(),
  version: z.number(),
  field: z.string(),
  levels: z.string(),
  internal: z.boolean(),
  national: object<NationalProcedure>(),
  definition: object<ProcedureDefinition>().nullable(),
  workflow: z.string().nullable(),
  decisions: z.string().nullable(),
  templates: object<Record<string, unknown>>().nullable(),
  runs: z.array(z.unknown()).nullable(),
  package: bytes.nullable(),
});
/** Everything that is kept of a version. */
export type WholeVersion = z.output<typeof whole>;

export const newestVersion = query({
  file: file('newest'),
  params: params<{ code: string }>(),
  row: whole,
});
/** Held to the end of the transaction: two publications of one procedure follow one another. */
export const oneAtATime = query({
  file: file('one-at-a-time'),
  params: params<{ code: string }>(),
  row: z.object({ ok: z.boolean() }),
});
export const wholeVersion = query({
  file: file('whole'),
  params: params<{ code: string; version: number }>(),
  row: whole,
});
export const inForce = query({
  file: file('in-force'),
  params: params<{ code: string }>(),
  row: z.object({ version: z.number() }),
});
export const replaceInForce = query({
  file: file('replace'),
  params: params<{ code: string; at: string }>(),
  row: z.object({ version: z.number() }),
});
export const insertVersion = query({
  file: file('insert-version'),
  params: params<{
    code: string;
    version: number;
    name: string;
    name_folded: string;
    field: string;
    levels: string;
    internal: boolean;
    national: string;
    definition: string;
    workflow: string | null;
    decisions: string | null;
    templates: string | null;
    runs: string | null;
    package: Uint8Array | null;
    at: string;
    by: string | null;
    valid_from: string;
    waits_until: string | null;
  }>(),
  row: z.object({ version: z.number() }),
});
export const keepPackage = query({
  file: file('keep-package'),
  params: params<{ code: string; version: number; package: Uint8Array }>(),
  row: z.object({ version: z.number() }),
});
export const dueVersions = query({
  file: file('due'),
  params: params<{ today: string; size: number }>(),
  row: z.object({ code: z.string(), version: z.number() }),
});
export const takeEffect = query({
  file: file('take-effect'),
  params: params<{ code: string; version: number }>(),
  row: z.object({ version: z.number() }),
});
export const putClosing = query({
  file: file('put-closing'),
  params: params<{
    code: string;
    from_day: string;
    replaced_by: string | null;
    by: string | null;
    at: string;
  }>(),
  row: z.object({ code: z.string() }),
});
export const removeClosing = query({
  file: file('remove-closing'),
  params: params<{ code: string }>(),
  row: z.object({ code: z.string() }),
});
export const listVersions = query({
  file: file('list'),
  params: params<{ code: string }>(),
  row: versionHead.extend({ packed: z.boolean() }),
});
