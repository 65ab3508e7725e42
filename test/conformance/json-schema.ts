/**
 * Runs the official JSON Schema 2020-12 test suite against our validation, with exactly the options by which answers are
 * judged, and writes what passes: `node test/conformance/json-schema.ts <folder of a checkout>`. By hand only: the cases
 * are not ours to ship.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileSchema } from '#platform/validation';
import { type Miss, type Tally, vocabularyOf, written } from './json-schema-report.ts';

const page = 'docs/reference/conformance-json-schema.md';
const root = process.argv[2];
if (root === undefined || !existsSync(join(root, 'tests/draft2020-12')))
  throw new Error(
    'Usage: node test/conformance/json-schema.ts <folder of a JSON Schema test suite checkout>',
  );
const folder = join(root, 'tests/draft2020-12');

interface Group {
  readonly description: string;
  readonly schema: object | boolean;
  readonly tests: readonly {
    readonly description: string;
    readonly data: unknown;
    readonly valid: boolean;
  }[];
}

/** Two spellings of one question: what the schema says of the value, or why it is no schema to us. */
function verdict(schema: object | boolean, data: unknown): boolean | string {
  try {
    // A form is never a bare boolean; the suite's are put where ours may stand.
    const check = compileSchema(typeof schema === 'boolean' ? { allOf: [schema] } : schema);
    return check(data).length === 0;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '').slice(0, 120) : 'refused';
  }
}

const tallies = new Map<string, Tally>();
// The optional part counts only where our contracts use what it asks: patterns, and the one format they name.
const files = [
  ...readdirSync(folder).filter((name) => name.endsWith('.json')),
  'optional/ecmascript-regex.json',
  'optional/format/date.json',
];
for (const file of files) {
  const vocabulary = vocabularyOf(file);
  const tally = tallies.get(vocabulary) ?? { passed: 0, misses: [] };
  tallies.set(vocabulary, tally);
  for (const group of JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly Group[])
    for (const test of group.tests) {
      const said = verdict(group.schema, test.data);
      if (said === test.valid) tally.passed += 1;
      else tally.misses.push({ file, at: `${group.description}: ${test.description}`, said } satisfies Miss);
    }
}
const text = written(tallies);
writeFileSync(page, text);
process.stdout.write(
  `${text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .join('\n')}\n`,
);
