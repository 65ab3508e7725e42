import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** What a value breaks: where (JSON Pointer, `` is the whole value), which keyword, and the machine's sentence. */
export interface SchemaProblem {
  readonly at: string;
  readonly keyword: string;
  readonly message: string;
}
export type SchemaCheck = (value: unknown) => readonly SchemaProblem[];

// Conditions in `if` name no type of their own, hence no strictTypes; a misspelt keyword is still refused (strict).
// Not kept by `$id`: two versions of a form may carry the same one.
const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictTuples: false,
  strictRequired: false,
  addUsedSchema: false,
});
// ajv-formats is CommonJS: the types call the default export a namespace, at run time it is the function.
(addFormats as unknown as (target: Ajv2020) => void)(ajv);

/** More than any answer needs; an attacker's answer must not buy thousands of error objects. */
const mostProblems = 50;
const compiled = new WeakMap<object, SchemaCheck>();

const problemOf = (error: ErrorObject): SchemaProblem => ({
  at: error.instancePath,
  keyword: error.keyword,
  message: error.message ?? error.keyword,
});

/**
 * Compiles a JSON Schema 2020-12 once per schema object (compiling costs milliseconds, checking microseconds).
 * @throws when the schema itself is wrong: that is a fault of ours, not of the one who fills in.
 */
export function compileSchema(schema: object): SchemaCheck {
  const known = compiled.get(schema);
  if (known) return known;
  const validate: ValidateFunction = ajv.compile(schema);
  // Ajv holds what it compiled for ever; our own cache lets go of a schema that nobody holds.
  ajv.removeSchema(schema);
  const check: SchemaCheck = (value) =>
    validate(value) ? [] : (validate.errors ?? []).slice(0, mostProblems).map(problemOf);
  compiled.set(schema, check);
  return check;
}
export { parseCsv, parseCsvRecords } from './csv.ts';
