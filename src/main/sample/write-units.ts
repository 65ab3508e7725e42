import { readFileSync, writeFileSync } from 'node:fs';
import { parseCsvRecords } from '../../platform/validation/csv.ts';
import { makeUnits, type SampleUnit } from './make-units.ts';

const samples = new URL('../../../samples/', import.meta.url);

function records(file: string): Record<string, string>[] {
  const parsed = parseCsvRecords(readFileSync(new URL(file, samples), 'utf8'));
  if (!parsed.ok) throw new Error(`${file} is not RFC 4180: ${JSON.stringify(parsed.refusal)}`);
  return parsed.value;
}

/** An Giang, and Rạch Giá, its seat since the merger with Kiên Giang. */
const runningProvince = { code: '91', seat: '30742' };

/** Units of the running province, made from the national files. */
export function unitsOfProvince(
  provinceCode = runningProvince.code,
  seat = runningProvince.seat,
): SampleUnit[] {
  const province = records('national/admin_provinces.csv').find((row) => row['code'] === provinceCode);
  if (province === undefined) throw new Error(`No province ${provinceCode} in admin_provinces.csv`);
  return makeUnits(province, records('national/admin_communes.csv'), seat);
}

/** One unit a line, so that a change of one unit is a change of one line. */
export const unitsAsJson = (units: readonly SampleUnit[]): string =>
  `[\n${units.map((unit) => ` ${JSON.stringify(unit)}`).join(',\n')}\n]\n`;

if (import.meta.main) writeFileSync(new URL('an-giang/units.json', samples), unitsAsJson(unitsOfProvince()));
