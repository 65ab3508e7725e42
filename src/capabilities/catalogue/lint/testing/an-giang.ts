import { readFileSync } from 'node:fs';
import { sampleDefinitions } from '#builders/forms';
import { type LintWorld, plainWordsShape } from '../world.ts';

const samples = new URL('../../../../../samples/', import.meta.url);
const json = (file: string): unknown => JSON.parse(readFileSync(new URL(file, samples), 'utf8'));

interface SampleUnit {
  readonly key: string;
  readonly kind: string;
  readonly adminCode: string;
  readonly shortName: string;
}

/** The province that ships, as lint looks at it. */
export function anGiang(today: string): LintWorld {
  const units = json('an-giang/units.json') as readonly SampleUnit[];
  const stands = (kind: string, fits: (unit: SampleUnit) => boolean) =>
    units.some((unit) => unit.kind === kind && fits(unit));
  return {
    today,
    communes: units
      .filter((unit) => unit.kind === 'commune-committee')
      .map((unit) => ({ code: unit.adminCode, name: unit.shortName })),
    decides({ level, department }, commune) {
      if (level === 'commune') return stands('commune-committee', (unit) => unit.adminCode === commune);
      if (level === 'commune-police') return stands('commune-police', (unit) => unit.adminCode === commune);
      if (level === 'provincial-police') return stands('provincial-police', () => true);
      return department === undefined || stands('department', (unit) => unit.key === department);
    },
    plainWords: plainWordsShape.parse(json('words/officialese.json')),
    results: sampleDefinitions()
      .map(({ result }) => ({ code: result.code, name: result.name.vi }))
      .filter(({ code }) => code !== 'local'),
  };
}
