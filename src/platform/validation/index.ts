import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { linearPattern } from './linear-pattern.ts';

/** What a value breaks: where (JSON Pointer, `` is the whole value), which keyword, and the machine's sentence. */
export interface SchemaProblem {
  readonly at: string;
  readonly keyword: string;
  readonly message: string;
  /** The property that is missing. */
  readonly property?: string;
}
export type SchemaCheck = (value: unknown) => readonly SchemaProblem[];

// As the standard has it: what is unknown is passed over (no strict mode), and only own properties count, so that nobody
// meets a `constructor` that was never sent.
const ajv = new Ajv2020({
  allErrors: true,
  strict: false,
  ownProperties: true,
  logger: false,
  // Schemas are written by administrators too: no pattern may take more than linear time.
  code: { regExp: Object.assign(schemaPattern, { code: 'new RegExp' }) },
});
// ajv-formats is CommonJS: the types call the default export a namespace, at run time it is the function.
(addFormats as unknown as (target: Ajv2020) => void)(ajv);

function schemaPattern(text: string): { test(value: string): boolean } {
  const pattern = linearPattern(text);
  if (!pattern) throw new Error(`No pattern that can be judged in linear time: ${text.slice(0, 100)}`);
  return pattern;
}

/**
 * Ajv keeps every schema it compiled, and every address in it, for ever. Two versions of a form may carry one `$id`, and
 * our own cache lets go of a schema that nobody holds; so what a compilation added is taken out again.
 */
function compileAlone(schema: object): ValidateFunction {
  const before = new Set(Object.keys(ajv.refs));
  try {
    return ajv.compile(schema);
  } finally {
    ajv.removeSchema(schema);
    for (const address of Object.keys(ajv.refs)) if (!before.has(address)) delete ajv.refs[address];
  }
}

/** More than any answer needs; an attacker's answer must not buy thousands of error objects. */
const mostProblems = 50;
const compiled = new WeakMap<object, SchemaCheck>();

const problemOf = ({ instancePath, keyword, message, params }: ErrorObject): SchemaProblem => ({
  at: instancePath,
  keyword,
  message: message ?? keyword,
  ...(typeof params['missingProperty'] === 'string' ? { property: params['missingProperty'] } : {}),
});

/**
 * Compiles a JSON Schema 2020-12 once per schema object (compiling costs milliseconds, checking microseconds).
 * @throws when the schema itself is wrong: that is a fault of ours, not of the one who fills in.
 */
export function compileSchema(schema: object): SchemaCheck {
  const known = compiled.get(schema);
  if (known) return known;
  const validate = compileAlone(schema);
  const check: SchemaCheck = (value) =>
    validate(value) ? [] : (validate.errors ?? []).slice(0, mostProblems).map(problemOf);
  compiled.set(schema, check);
  return check;
}
export { parseCsv, parseCsvRecords } from './csv.ts';
export { readCsvRows } from './csv-rows.ts';
export { readCsvTable } from './csv-table.ts';
export { type LinearPattern, linearPattern } from './linear-pattern.ts';
export { standaloneCheck } from './standalone.ts';
