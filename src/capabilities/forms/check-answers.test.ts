import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  aReading,
  fillPage,
  procedureOfEveryType,
  sampleDefinition,
  sampleDefinitions,
  seededPick,
} from '#builders/forms';
import { compileSchema } from '#platform/validation';
import {
  type Answers,
  type AnswerValue,
  checkAnswers,
  type Form,
  type ProcedureDefinition,
  reachableAnswers,
  readPage,
  toJsonSchema,
} from './index.ts';

const context = aReading('2026-11-25', { channel: 'online', representing: 'self' });
const facts = { ...context.facts, today: context.today };

function filled(form: Form, seed: number): Answers {
  let answers: Answers = {};
  for (const page of form.pages)
    answers = readPage(page, fillPage(page, answers, context, seededPick(seed)), answers, context).answers;
  return reachableAnswers(form, answers, facts);
}

const forms: readonly ProcedureDefinition[] = [
  procedureOfEveryType(),
  ...['1.001193', '1.001612', '1.004222'].map(sampleDefinition),
];

test('no answer set passes that the schema refuses, and whatever it refuses is named by its question', () => {
  let [accepted, refused] = [0, 0];
  for (const { form } of forms) {
    const schema = compileSchema(toJsonSchema(form));
    const ids = form.pages.flatMap(({ questions }) => questions.map(({ id }) => id));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.array(fc.tuple(fc.constantFrom(...ids), fc.option(fc.jsonValue(), { nil: undefined })), {
          maxLength: 2,
        }),
        (seed, changes) => {
          const answers: Record<string, AnswerValue> = { ...filled(form, seed) };
          for (const [id, value] of changes) {
            if (value === undefined) delete answers[id];
            else answers[id] = value as AnswerValue;
          }
          const reached = reachableAnswers(form, answers, facts);
          const problems = schema(reached);
          const pages = checkAnswers(form, answers, context);
          const named = new Set(
            pages.flatMap(({ errors }) => errors.map(({ question }) => question.split('.')[0])),
          );
          assert.equal(problems.length > 0 && pages.length === 0, false, JSON.stringify(problems));
          for (const { at, property, keyword } of problems) {
            // It only says that its branch failed, which says what.
            if (keyword === 'if') continue;
            const id = at.split('/')[1] ?? property;
            assert.ok(named.has(id), `the schema refuses ${id}: ${JSON.stringify(problems)}`);
          }
          if (pages.length === 0) accepted += 1;
          else refused += 1;
        },
      ),
      { numRuns: 60 },
    );
  }
  assert.ok(accepted > 20 && refused > 20, `both verdicts were seen (${accepted}, ${refused})`);
});

test('the contract has an address per version and says the shapes of a block once', () => {
  const { form } = procedureOfEveryType();
  const id = 'https://motcua.example.vn/thu-tuc/1.001193/3/mau.json';
  const schema = toJsonSchema(form, id) as {
    readonly $id: string;
    readonly $defs: Record<string, object>;
    readonly properties: Record<string, { readonly $ref?: string }>;
  };
  assert.equal(schema.$id, id);
  assert.equal(schema.properties['meHoTen']?.$ref, '#/$defs/person.HoTen');
  assert.equal(schema.properties['conHoTen']?.$ref, '#/$defs/person.HoTen');
  assert.equal(schema.properties['leNgayLe']?.$ref, '#/$defs/tiec.ngayLe');
  const check = compileSchema(schema);
  assert.deepEqual(check(filled(form, 7)), []);
  assert.ok(check({ ...filled(form, 7), meHoTen: 'A'.repeat(101) }).some(({ at }) => at === '/meHoTen'));
});

/** What is no keyword is passed over in silence, so a misspelt one would judge nothing. */
const keywords = new Set(
  (
    '$schema $id $ref $defs $comment title type properties required additionalProperties items minItems maxItems ' +
    'uniqueItems contains enum const minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength pattern ' +
    'format allOf anyOf not if then else'
  ).split(' '),
);
function strange(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([keyword, value]) => {
    if (!keywords.has(keyword)) return [keyword];
    if (keyword === 'properties' || keyword === '$defs')
      return Object.values(value as object).flatMap(strange);
    if (keyword === 'enum' || keyword === 'const' || keyword === 'required') return [];
    return Array.isArray(value) ? value.flatMap(strange) : strange(value);
  });
}

test('a contract is made of the keywords of 2020-12 and no others', () => {
  for (const { form } of [...forms, ...sampleDefinitions()])
    assert.deepEqual(strange(toJsonSchema(form)), []);
  assert.deepEqual(strange({ propertys: {} }), ['propertys']);
});

test('answers of any shape are judged, never thrown at', () => {
  const { form } = procedureOfEveryType();
  for (const hostile of [
    null,
    7,
    [null],
    [[]],
    { commune: 1 },
    { commune: 'x', old: null },
    { old: {}, commune: [] },
  ])
    for (const { id } of form.pages.flatMap(({ questions }) => questions))
      checkAnswers(form, { [id]: hostile } as unknown as Answers, context);
});
