import { mostText } from './computed.ts';
import { type Condition, questionsIn } from './condition.ts';
import type { JsonSchema } from './json-schema.ts';
import { listOf } from './lists.ts';
import { type Form, type Question, type QuestionType } from './questions.ts';
import { emailPattern, phonePattern } from './reading/read-codes.ts';
import { fileReference } from './reading/read-file.ts';
import { mostCharacters, wholeText } from './reading/read-text.ts';
import { conditionSchema } from './schema-conditions.ts';

const partialDate = { type: 'string', pattern: '^[0-9]{4}(-[0-9]{2}){0,2}$' };
const date = { type: 'string', format: 'date' };
const year = { type: 'string', pattern: '^[0-9]{4}$' };
const code = { type: 'string', minLength: 1, maxLength: 40 };
const given = (entries: JsonSchema): JsonSchema =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));

const text = (most: number) => (question: Question) =>
  given({
    type: 'string',
    minLength: question.minLength ?? 1,
    maxLength: question.maxLength ?? most,
    pattern: question.pattern === undefined ? undefined : wholeText(question.pattern),
  });
const amount = (type: 'number' | 'integer') => (question: Question) =>
  given({ type, minimum: question.min, maximum: question.max });
const record = (properties: JsonSchema): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const todaysAddress = {
  province: code,
  commune: code,
  detail: { type: 'string', minLength: 1, maxLength: mostCharacters.detail },
};
const file = { type: 'string', pattern: fileReference.source };
const gives = {
  number: { type: 'number' },
  money: { type: 'integer', minimum: 0 },
  text: { type: 'string', minLength: 1, maxLength: mostText },
  'yes-no': { type: 'boolean' },
  date,
} as const;
const chosen = (question: Question): JsonSchema =>
  listOf(question) === undefined
    ? { type: 'string', enum: (question.options ?? []).map((option) => option.value) }
    : { ...code, $comment: `code of the list ${listOf(question)}` };

/** One shape per type; a type without one does not compile. Cross-checks between answers stay with `readPage`. */
const shapes: Record<QuestionType, (question: Question) => JsonSchema | undefined> = {
  text: text(mostCharacters.text),
  'long-text': text(mostCharacters['long-text']),
  number: (question) => amount((question.decimals ?? 0) === 0 ? 'integer' : 'number')(question),
  money: (question) => given({ type: 'integer', minimum: question.min ?? 0, maximum: question.max }),
  date: (question) => (question.partial === true ? partialDate : date),
  year: () => year,
  time: () => ({ type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' }),
  'yes-no': () => ({ type: 'boolean' }),
  choice: chosen,
  choices: (question) =>
    given({
      type: 'array',
      items: chosen(question),
      uniqueItems: true,
      minItems: question.min ?? 1,
      maxItems: question.max,
    }),
  'search-choice': chosen,
  'personal-number': () => ({ type: 'string', pattern: '^[0-9]{12}$' }),
  'enterprise-code': () => ({ type: 'string', pattern: '^[0-9]{10}(-[0-9]{3})?$' }),
  phone: () => ({ type: 'string', pattern: `^(?:${phonePattern})$` }),
  email: () => ({ type: 'string', maxLength: 254, pattern: `^(?:${emailPattern})$` }),
  'commune-address': () => record(todaysAddress),
  'old-address': () =>
    record({ ...todaysAddress, old: record({ province: code, district: code, ward: code }) }),
  nationality: chosen,
  'ethnic-group': chosen,
  photo: () => file,
  file: () => file,
  group: rows,
  table: rows,
  calculated: ({ compute }) => gives[compute?.gives ?? 'text'],
  explanation: () => undefined,
  signature: () => undefined,
  declaration: () => ({ const: true }),
};

function rows(question: Question): JsonSchema {
  return given({
    type: 'array',
    minItems: Math.max(1, question.min ?? 1),
    maxItems: question.max,
    items: objectOf(rowGates(question.items ?? [])),
  });
}

interface Gated {
  readonly question: Question;
  readonly gates: readonly Condition[];
}
const gatesOf = (...conditions: readonly (Condition | undefined)[]): readonly Condition[] =>
  conditions.filter((condition) => condition !== undefined);

/** A row's schema sees the row alone: a condition that looks outside cannot be said in it. */
function rowGates(items: readonly Question[]): readonly Gated[] {
  const own = new Set(items.map((item) => item.id));
  const outside: Condition = { fact: 'outside the row', is: true };
  return items.map((item) => ({
    question: item,
    gates: questionsIn(item.if).every((id) => own.has(id)) ? gatesOf(item.if) : [outside],
  }));
}

/** An object of questions; one behind conditions is demanded when they hold and forbidden when they do not. */
function objectOf(gated: readonly Gated[], named: Named = new Map()): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  const rules: JsonSchema[] = [];
  for (const { question, gates } of gated) {
    const shape = shapes[question.type](question);
    if (shape === undefined) continue;
    properties[question.id] = { title: question.label.vi, ...referred(question, shape, named) };
    if (gates.length === 0) {
      if (question.required === true) required.push(question.id);
      continue;
    }
    const condition = conditionSchema({ all: gates });
    if (condition === undefined) continue;
    rules.push({
      if: condition,
      ...(question.required === true ? { then: { required: [question.id] } } : {}),
      else: { properties: { [question.id]: false } },
    });
  }
  return {
    type: 'object',
    properties,
    required,
    ...(rules.length > 0 ? { allOf: rules } : {}),
    additionalProperties: false,
  };
}

/** Shapes of reusable blocks by `block.question`, said once under `$defs`. */
type Named = Map<string, JsonSchema>;

function referred({ from }: Question, shape: JsonSchema, named: Named): JsonSchema {
  if (from === undefined) return shape;
  const known = named.get(from);
  // Two persons may differ in the sex that goes without asking; a shape of its own is then said in place.
  if (known !== undefined && JSON.stringify(known) !== JSON.stringify(shape)) return shape;
  named.set(from, shape);
  return { $ref: `#/$defs/${from}` };
}

/**
 * JSON Schema 2020-12 of the reachable answers of a form. It judges shape and which questions belong together;
 * conditions on facts, ages and dates cannot be said in it and are left to `checkAnswers`.
 * @param id stable address of this version of the form.
 */
export function toJsonSchema(form: Form, id?: string): JsonSchema {
  const gated = form.pages.flatMap((page) =>
    page.questions.map((question) => ({ question, gates: gatesOf(page.if, question.if) })),
  );
  const named: Named = new Map();
  const object = objectOf(gated, named);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...(id === undefined ? {} : { $id: id }),
    title: form.title.vi,
    ...object,
    ...(named.size > 0 ? { $defs: Object.fromEntries(named) } : {}),
  };
}

const own = new WeakMap<Form, JsonSchema>();
/** The schema by which a submission is judged, made once per form. */
export function schemaOf(form: Form): JsonSchema {
  const known = own.get(form);
  if (known) return known;
  const schema = toJsonSchema(form);
  own.set(form, schema);
  return schema;
}
