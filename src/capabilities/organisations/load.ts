import type { UnitId } from '#kernel/ids';
import { cleanText, foldText } from '#kernel/text';
import { json, type Transactor } from '#platform/db';
import type { Area, OldWard } from './areas.ts';
import * as sql from './queries/index.ts';
import type { Unit } from './unit.ts';

/** A unit of the seed; parents come before children or in the same call. */
export type UnitToLoad = Pick<Unit, 'id' | 'key' | 'code' | 'name' | 'kind' | 'validFrom'> &
  Partial<
    Pick<
      Unit,
      | 'codeInferred'
      | 'shortName'
      | 'adminCode'
      | 'address'
      | 'lat'
      | 'lon'
      | 'hours'
      | 'validTo'
      | 'successor'
    >
  > & { readonly parent?: UnitId | null };

/** For the seed, as the worker: in bulk, without journal. A key already there is left as it is. */
export async function loadUnits(t: Transactor, units: readonly UnitToLoad[]): Promise<void> {
  const rows = units.map((unit) => ({
    id: unit.id,
    key: unit.key,
    code: unit.code,
    code_inferred: unit.codeInferred ?? false,
    name: cleanText(unit.name),
    short_name: cleanText(unit.shortName ?? unit.name),
    kind: unit.kind,
    parent_id: unit.parent ?? null,
    admin_code: unit.adminCode ?? null,
    address: cleanText(unit.address ?? ''),
    lat: unit.lat ?? null,
    lon: unit.lon ?? null,
    hours: unit.hours ?? 'office',
    valid_from: unit.validFrom,
    valid_to: unit.validTo ?? null,
    successor_id: unit.successor ?? null,
  }));
  await t.get(sql.loadUnits, { rows: json(rows) });
}

export interface OldWardToLoad extends OldWard {
  readonly name: string;
  readonly newProvince: string;
  readonly newCommune: string;
  readonly split: boolean;
}

/** Areas replace those of the same code; old wards are only added. */
export async function loadAreas(
  t: Transactor,
  input: { readonly areas: readonly Area[]; readonly oldWards: readonly OldWardToLoad[] },
): Promise<void> {
  const areas = input.areas.map((area) => ({
    code: area.code,
    level: area.level,
    name: cleanText(area.name),
    full_name: cleanText(area.fullName),
    name_folded: foldText(area.fullName),
    province_code: area.provinceCode,
    kind: area.kind,
  }));
  const old = input.oldWards.map((ward) => ({
    old_province_code: ward.province,
    old_district_code: ward.district,
    old_ward_code: ward.ward,
    old_ward: cleanText(ward.name),
    new_province_code: ward.newProvince,
    new_commune_code: ward.newCommune,
    split: ward.split,
  }));
  await t.get(sql.loadAreas, { rows: json(areas) });
  await t.get(sql.loadOldAreas, { rows: json(old) });
}
