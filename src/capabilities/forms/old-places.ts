import type { ListItem } from './lists.ts';

/** Rows of the national tables of places before 1/7/2025 and of what became of them, as they stand in their files. */
export interface OldPlaceRows {
  readonly provinces: readonly Readonly<Record<string, string>>[];
  readonly districts: readonly Readonly<Record<string, string>>[];
  readonly wards: readonly Readonly<Record<string, string>>[];
  readonly mapping: readonly Readonly<Record<string, string>>[];
}

const item = (row: Readonly<Record<string, string>>, within?: string): ListItem => ({
  value: row['code'] ?? '',
  label: { vi: row['full_name'] ?? '' },
  ...(within === undefined ? {} : { within: row[within] ?? '' }),
});

/** The lists that questions of type `old-address` search, for `createCodeLists`. */
export const oldPlaces = (rows: OldPlaceRows): Readonly<Record<string, readonly ListItem[]>> => ({
  'old-provinces': rows.provinces.map((row) => item(row)),
  'old-districts': rows.districts.map((row) => item(row, 'province_code')),
  'old-wards': rows.wards.map((row) => item(row, 'district_code')),
  'communes-of-old-wards': rows.mapping.map((row) => ({
    value: row['new_commune_code'] ?? '',
    label: { vi: row['new_commune'] ?? '' },
    within: row['old_ward_code'] ?? '',
  })),
});
