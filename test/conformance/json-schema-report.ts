export interface Miss {
  readonly file: string;
  readonly at: string;
  /** The wrong verdict, or the sentence with which the schema was refused. */
  readonly said: boolean | string;
}
export interface Tally {
  passed: number;
  readonly misses: Miss[];
}

const files: Readonly<Record<string, string>> = {
  core: 'anchor boolean_schema defs id infinite-loop-detection ref unknownKeyword',
  'dynamic references, own vocabularies': 'dynamicRef vocabulary',
  'references to other documents': 'refRemote',
  applicator:
    'additionalProperties allOf anyOf contains dependentSchemas if-then-else items maxContains minContains not oneOf ' +
    'patternProperties prefixItems properties propertyNames',
  validation:
    'const dependentRequired enum exclusiveMaximum exclusiveMinimum maxItems maxLength maxProperties maximum minItems ' +
    'minLength minProperties minimum multipleOf pattern required type uniqueItems',
  unevaluated: 'unevaluatedItems unevaluatedProperties',
  'meta-data, content': 'content default',
  'format, as annotation': 'format',
  'patterns (optional part)': 'optional/ecmascript-regex',
  'format date (optional part)': 'optional/format/date',
};

/** The vocabulary whose keywords a file of the suite asks for. */
export function vocabularyOf(file: string): string {
  const name = file.replace(/\.json$/, '');
  return Object.entries(files).find(([, names]) => names.split(' ').includes(name))?.[0] ?? 'other';
}

/** What the contracts of forms are made of (`src/capabilities/forms/schema.ts`). */
const used = new Set(['core', 'applicator', 'validation', 'format date (optional part)']);

const share = (passed: number, all: number): string =>
  `${passed} of ${all} (${((100 * passed) / Math.max(1, all)).toFixed(2)} %)`;
const count = ({ passed, misses }: Tally): number => passed + misses.length;
const saying = (said: Miss['said']): string =>
  typeof said === 'boolean' ? `judged ${said ? 'valid' : 'invalid'}` : `schema refused: \`${said}\``;

export function written(tallies: ReadonlyMap<string, Tally>): string {
  const all = [...tallies];
  const ours = all.filter(([name]) => used.has(name)).map(([, tally]) => tally);
  const [passed, asked] = [
    ours.reduce((sum, each) => sum + each.passed, 0),
    ours.reduce((sum, each) => sum + count(each), 0),
  ];
  return [
    '# Conformance: JSON Schema 2020-12',
    '',
    'The official test suite of JSON Schema, draft 2020-12, judged with exactly the options by which the answers of forms',
    'are judged (`src/platform/validation`). Written by `node test/conformance/json-schema.ts <folder of the suite>`.',
    '',
    `**The vocabularies that contracts of forms use: ${share(passed, asked)}.**`,
    '',
    '| vocabulary | passed | used by forms |',
    '|---|---|---|',
    ...all.map(
      ([name, tally]) =>
        `| ${name} | ${share(tally.passed, count(tally))} | ${used.has(name) ? 'yes' : 'no'} |`,
    ),
    '',
    '## Why there are misses',
    '',
    '* A schema never fetches another one: a reference to another document is refused.',
    '* Contracts of forms have no dynamic references and no vocabularies of their own; Ajv knows them in part.',
    '* `format` is judged, where the standard only notes it.',
    '* Ajv refuses an empty `enum`, and an embedded schema with an `$id` beside its `$ref`; it never sees `__proto__`.',
    '* Patterns run in linear time: look-around, references back and a few spellings are refused with the schema.',
    '',
    '## Each miss',
    '',
    ...all.flatMap(([name, { misses }]) =>
      misses.length === 0
        ? []
        : [`### ${name}`, '', ...misses.map(({ file, at, said }) => `* ${file}, ${at}: ${saying(said)}`), ''],
    ),
  ].join('\n');
}
