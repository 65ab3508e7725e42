import { z } from 'zod';
import type { UnitId } from '#kernel/ids';
import { asPlainDate } from '#kernel/time';
import { params, query } from '#platform/db';
import { type Unit, unitKinds } from '../unit.ts';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);
const unitId = z.string().transform((id) => id as UnitId);
const day = z.string().transform(asPlainDate);
const ok = z.object({ ok: z.boolean() });
type Nothing = Record<never, never>;

const unitRow = z
  .object({
    id: unitId,
    key: z.string(),
    code: z.string(),
    code_inferred: z.boolean(),
    name: z.string(),
    short_name: z.string(),
    kind: z.enum(unitKinds),
    parent_id: unitId.nullable(),
    admin_code: z.string().nullable(),
    address: z.string(),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    hours: z.string(),
    valid_from: day,
    valid_to: day.nullable(),
    successor_id: unitId.nullable(),
    version: z.number(),
  })
  .transform(
    (row): Unit => ({
      id: row.id,
      key: row.key,
      code: row.code,
      codeInferred: row.code_inferred,
      name: row.name,
      shortName: row.short_name,
      kind: row.kind,
      parent: row.parent_id,
      adminCode: row.admin_code,
      address: row.address,
      lat: row.lat,
      lon: row.lon,
      hours: row.hours,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      successor: row.successor_id,
      version: row.version,
    }),
  );

export const allUnits = query({ file: file('all-units'), params: params<Nothing>(), row: unitRow });
export const lockUnit = query({ file: file('lock-unit'), params: params<{ unit: string }>(), row: unitRow });
export const insertUnit = query({
  file: file('insert-unit'),
  params: params<{ row: string }>(),
  row: z.object({ id: unitId }),
});
export const renameUnit = query({
  file: file('rename-unit'),
  params: params<{
    unit: string;
    former: string;
    former_key: string;
    name: string;
    short_name: string;
    from: string;
  }>(),
  row: ok,
});
export const changeUnit = query({
  file: file('change-unit'),
  params: params<{ unit: string; address: string; hours: string }>(),
  row: ok,
});
export const closeUnit = query({
  file: file('close-unit'),
  params: params<{ unit: string; on: string; successor: string | null }>(),
  row: ok,
});
export const loadUnits = query({ file: file('load-units'), params: params<{ rows: string }>(), row: ok });

export const areaRow = z.object({
  code: z.string(),
  level: z.enum(['province', 'commune']),
  name: z.string(),
  full_name: z.string(),
  province_code: z.string(),
  kind: z.string(),
});
export const allAreas = query({ file: file('all-areas'), params: params<Nothing>(), row: areaRow });
export const newAreasOfOld = query({
  file: file('new-areas-of-old'),
  params: params<{ province: string; district: string; ward: string }>(),
  row: z.object({ old_ward: z.string(), new_commune_code: z.string(), split: z.boolean() }),
});
export const loadAreas = query({ file: file('load-areas'), params: params<{ rows: string }>(), row: ok });
export const loadOldAreas = query({
  file: file('load-old-areas'),
  params: params<{ rows: string }>(),
  row: ok,
});

export const recordAudit = query({
  file: file('record-audit'),
  params: params<{
    id: string;
    now: number;
    kind: string;
    actor: string | null;
    unit: string | null;
    action: string;
    subject: string;
    details: string;
    request: string;
  }>(),
  row: ok,
});
export const putEvent = query({
  file: file('put-event'),
  params: params<{ unit: string; id: string; now: number; topic: string; payload: string }>(),
  row: ok,
});
