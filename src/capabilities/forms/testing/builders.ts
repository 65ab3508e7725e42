import { readdirSync, readFileSync } from 'node:fs';
import { asPlainDate } from '#kernel/time';
import {
  type CodeLists,
  createCodeLists,
  type ProcedureDefinition,
  parseDefinition,
  type ReadingContext,
} from '../index.ts';

const folder = new URL('../../../../samples/procedures/', import.meta.url);

/** Codes of the sample procedures that have a definition, in order. */
export const sampleCodes = (): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** A sample definition as it stands in its file, checked. */
export function sampleDefinition(code: string): ProcedureDefinition {
  const parsed = parseDefinition(
    JSON.parse(readFileSync(new URL(`${code}/definition.json`, folder), 'utf8')),
  );
  if (!parsed.ok) throw new Error(`${code}: ${JSON.stringify(parsed.refusal.problems, null, 2)}`);
  return parsed.value;
}
export const sampleDefinitions = (): readonly ProcedureDefinition[] => sampleCodes().map(sampleDefinition);

const place = (value: string, vi: string, within?: string) => ({
  value,
  label: { vi },
  ...(within === undefined ? {} : { within }),
});

/** The national lists with a handful of places. */
export function aFewLists(): CodeLists {
  const communes = [
    place('30316', 'Phường Châu Đốc', '91'),
    place('30325', 'Xã Vĩnh Thạnh Trung', '91'),
    place('00004', 'Phường Ba Đình', '01'),
  ];
  return createCodeLists({
    provinces: [place('91', 'Tỉnh An Giang'), place('01', 'Thành phố Hà Nội')],
    communes,
    'home-communes': communes.filter((commune) => commune.within === '91'),
  });
}

export const aReading = (today = '2026-11-25', facts: ReadingContext['facts'] = {}): ReadingContext => ({
  today: asPlainDate(today),
  lists: aFewLists(),
  facts,
});

export { fieldsFor, fillPage, type Pick, seededPick } from './fill-in.ts';
