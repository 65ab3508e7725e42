import { readdirSync, readFileSync } from 'node:fs';
import { asPlainDate } from '#kernel/time';
import {
  type CodeLists,
  createCodeLists,
  type ProcedureDefinition,
  parseDefinition,
  type ReadingContext,
  readyDecisions,
  withDecisions,
} from '../index.ts';
import { withEveryType } from './every-type.ts';

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

/** A sample definition with its decision tables made ready. */
export async function sampleWithDecisions(code: string): Promise<ProcedureDefinition> {
  const xml = readFileSync(new URL(`${code}/decisions.dmn`, folder), 'utf8');
  return withDecisions(sampleDefinition(code), await readyDecisions(xml));
}

/** A procedure whose form asks a question of every type. */
export function procedureOfEveryType(): ProcedureDefinition {
  const parsed = parseDefinition(withEveryType(sampleDefinition('generic')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal.problems, null, 2));
  return parsed.value;
}

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
    'old-provinces': [place('89', 'Tỉnh An Giang')],
    'old-districts': [place('884', 'Thành phố Châu Đốc', '89'), place('889', 'Huyện Châu Phú', '89')],
    'old-wards': [
      place('30316', 'Phường Châu Phú B', '884'),
      place('30325', 'Phường Vĩnh Mỹ', '884'),
      place('30463', 'Xã Vĩnh Thạnh Trung', '889'),
    ],
    // The second was divided between two communes.
    'communes-of-old-wards': [
      place('30316', 'Phường Châu Đốc', '30316'),
      place('30316', 'Phường Châu Đốc', '30325'),
      place('30325', 'Xã Vĩnh Thạnh Trung', '30325'),
      place('30325', 'Xã Vĩnh Thạnh Trung', '30463'),
    ],
  });
}

export const aReading = (today = '2026-11-25', facts: ReadingContext['facts'] = {}): ReadingContext => ({
  today: asPlainDate(today),
  lists: aFewLists(),
  facts,
});

export { fieldsFor, fillPage, type Pick, seededPick } from '../inventing/fill-in.ts';
export { withEveryType } from './every-type.ts';
export { neverVisited } from './walk-paths.ts';
