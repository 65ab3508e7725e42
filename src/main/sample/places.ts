import type { Chance } from './chance.ts';
import { recordsOf, sampleJson } from './files.ts';

const anGiang = '91';

export interface Commune {
  readonly code: string;
  readonly province: string;
  readonly provinceName: string;
  readonly fullName: string;
  readonly kind: string;
  /** A weight, not a statistic. */
  readonly population: number;
  /** First three digits of numbers given here before the merger: 089 old An Giang, 091 Kiên Giang. */
  readonly birthPlace: string;
}
/** Shape of an address answer of the forms. */
export interface SampleAddress {
  readonly province: string;
  readonly commune: string;
  readonly detail: string;
}

/** The communes of An Giang. */
export const homeCommunes = (): readonly Commune[] => communesOf(anGiang);

/** The communes of one province, or of all. */
export function communesOf(province?: string): readonly Commune[] {
  const provinces = new Map(
    recordsOf('national/admin_provinces.csv').map((row) => [row['code'] ?? '', row['full_name'] ?? '']),
  );
  const oldProvince = new Map(
    recordsOf('national/admin_old_to_new.csv').map((row) => [
      row['new_commune_code'] ?? '',
      row['old_province_code'] ?? '',
    ]),
  );
  return recordsOf('national/admin_communes.csv')
    .filter((row) => province === undefined || row['province_code'] === province)
    .map((row) => ({
      code: row['code'] ?? '',
      province: row['province_code'] ?? '',
      provinceName: provinces.get(row['province_code'] ?? '') ?? '',
      fullName: row['full_name'] ?? '',
      kind: row['type'] ?? '',
      population: Number(row['population']) || 1000,
      birthPlace: `0${oldProvince.get(row['code'] ?? '') ?? '89'}`,
    }));
}

interface AddressPatterns {
  readonly street_names: readonly string[];
  readonly hamlet_names_an_giang: readonly string[];
}
let patterns: AddressPatterns | undefined;
const addressPatterns = (): AddressPatterns =>
  (patterns ??= sampleJson<{ address_patterns: AddressPatterns }>(
    'national/reference_codes.json',
  ).address_patterns);

/** House and street in a ward, house and hamlet in a commune. The houses are invented. */
export function detailIn(commune: Commune, chance: Chance): string {
  const { street_names: streets, hamlet_names_an_giang: hamlets } = addressPatterns();
  if (commune.kind === 'phuong')
    // The numbered quarter (khóm) is a word of the south-west.
    return commune.province !== anGiang || chance.percent(70)
      ? `Số ${chance.between(2, 480)} đường ${chance.pick(streets)}`
      : `Số ${chance.between(2, 300)}, khóm ${chance.between(1, 12)}`;
  return `Số ${chance.between(2, 620)}, ấp ${chance.pick(hamlets)}`;
}

/** `Xã Núi Cấm, tỉnh An Giang`, as it stands on envelopes. */
export const communeName = (commune: Commune): string =>
  `${commune.fullName}, ${commune.provinceName.charAt(0).toLowerCase()}${commune.provinceName.slice(1)}`;
