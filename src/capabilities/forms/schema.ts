import { type Condition, questionsIn } from './condition.ts';
import type { Form, Question, QuestionType } from './definition.ts';
import type { JsonSchema } from './json-schema.ts';
import { listOf } from './lists.ts';
import { emailPattern, phonePattern } from './reading/read-codes.ts';
import { mostCharacters } from './reading/read-text.ts';
import { conditionSchema } from './schema-conditions.ts';

const partialDate = { type: 'string', pattern: '^[0-9]{4}(-[0-9]{2}){0,2}$' };
const date = { type: 'string', format: 'date' };
const code = { type: 'string', minLength: 1, maxLength: 40 };
const given = (entries: JsonSchema): JsonSchema =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));

const text = (most: number) => (question: Question) =>
  given({
    type: 'string',
    minLength: question.minLength ?? 1,
    maxLength: question.maxLength ?? most,
    pattern: question.pattern === undefined ? undefined : `^(?:${question.pattern})$`,
  });
const amount = (type: 'number' | 'integer') => (question: Question) =>
  given({ type, minimum: question.min, maximum: question.max });
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
  'personal-number': () => ({ type: 'string', pattern: '^[0-9]{12}$' }),
  'enterprise-code': () => ({ type: 'string', pattern: '^[0-9]{10}(-[0-9]{3})?$' }),
  phone: () => ({ type: 'string', pattern: `^(?:${phonePattern})$` }),
  email: () => ({ type: 'string', maxLength: 254, pattern: `^(?:${emailPattern})$` }),
  'commune-address': () => ({
    type: 'object',
    properties: { province: code, commune: code, detail: text(mostCharacters.detail)({} as Question) },
    required: ['province', 'commune', 'detail'],
    additionalProperties: false,
  }),
  nationality: chosen,
  'ethnic-group': chosen,
  group: (question) =>
    given({
      type: 'array',
      minItems: Math.max(1, question.min ?? 1),
      maxItems: question.max,
      items: objectOf(rowGates(question.items ?? [])),
    }),
  explanation: () => undefined,
  declaration: () => ({ const: true }),
};

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
function objectOf(gated: readonly Gated[]): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  const rules: JsonSchema[] = [];
  for (const { question, gates } of gated) {
    const shape = shapes[question.type](question);
    if (shape === undefined) continue;
    properties[question.id] = { title: question.label.vi, ...shape };
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

/**
 * JSON Schema 2020-12 of the reachable answers of a form. It judges shape and which questions belong together;
 * conditions on facts, ages and dates cannot be said in it and are left to `checkAnswers`.
 * @param id stable address of this version of the form.
 */
export function toJsonSchema(form: Form, id?: string): JsonSchema {
  const gated = form.pages.flatMap((page) =>
    page.questions.map((question) => ({ question, gates: gatesOf(page.if, question.if) })),
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...(id === undefined ? {} : { $id: id }),
    title: form.title.vi,
    ...objectOf(gated),
  };
}
