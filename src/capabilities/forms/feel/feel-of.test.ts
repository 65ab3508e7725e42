import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sampleDefinitions } from '#builders/forms';
import {
  type Answers,
  type Condition,
  type Facts,
  feelOf,
  holds,
  type Question,
  questionsIn,
} from '../index.ts';

const today = '2026-11-25';
const dates = fc.oneof(
  fc.constantFrom(
    '2004',
    '2008-11-25',
    '2008-11-26',
    '2008-11',
    '2026-11',
    '1980-02-29',
    '2026-10-01',
    '2026-12',
  ),
  fc
    .date({ min: new Date('1930-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
);
const texts = fc.constantFrom('a', 'b', 'c');
const numbers = fc.integer({ min: -3, max: 30 });
const place = fc.record(
  { province: fc.constant('91'), commune: texts, detail: fc.constant('x') },
  { noNullPrototype: true },
);

const answers: fc.Arbitrary<Answers> = fc.record(
  {
    n: numbers,
    m: numbers,
    d: dates,
    e: dates,
    t: texts,
    yes: fc.boolean(),
    many: fc.uniqueArray(texts),
    at: place,
  },
  { requiredKeys: [], noNullPrototype: true },
);
const facts: fc.Arbitrary<Facts> = fc.record(
  {
    today: fc.constant(today),
    channel: fc.constantFrom('online', 'direct'),
    registers: fc.uniqueArray(texts),
  },
  { noNullPrototype: true },
);

const bounds = <T>(bound: fc.Arbitrary<T>) =>
  fc
    .record({ gt: bound, gte: bound, lt: bound, lte: bound }, { requiredKeys: [] })
    .filter((given) => Object.keys(given).length > 0);
const question = fc.constantFrom('n', 'm', 'd', 'e', 't', 'yes', 'many', 'at', 'at.commune', 'none');
const scalar = fc.oneof(texts, numbers, fc.boolean());
const fact = fc.constantFrom('channel', 'registers', 'today', 'none');

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    fc.record({ q: question, is: scalar }),
    fc.record({ q: question, in: fc.array(scalar, { minLength: 1, maxLength: 3 }) }),
    fc.record({ q: question, answered: fc.boolean() }),
    fc
      .record({ q: fc.constantFrom('n', 'none', 'many'), bounds: bounds(numbers) })
      .map(({ q, bounds: own }) => ({ q, ...own })),
    fc
      .record({ q: fc.constantFrom('d', 'e', 'none', 'n'), bounds: bounds(dates) })
      .map(({ q, bounds: own }) => ({ q, ...own })),
    fc
      .record({
        pair: fc.constantFrom(['n', 'm'], ['d', 'e'], ['n', 'd'], ['d', 'none']),
        sign: fc.constantFrom('gt', 'gte', 'lt', 'lte'),
      })
      .map(({ pair: [q = '', other = ''], sign }) => ({ q, [sign]: { q: other } })),
    fc.record({ q: fc.constantFrom('d', 'e', 'none', 'n'), age: bounds(fc.integer({ min: 0, max: 90 })) }),
    fc.record({
      q: fc.constantFrom('d', 'e', 'none', 'n'),
      days: bounds(fc.integer({ min: -60, max: 400 })),
    }),
    fc.record({ fact, is: scalar }),
    fc.record({ fact, in: fc.array(scalar, { minLength: 1, maxLength: 2 }) }),
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ) as fc.Arbitrary<Condition>,
}));

test('a condition and its FEEL have one verdict, where answers are absent or of another kind too', () => {
  let [yes, no] = [0, 0];
  fc.assert(
    fc.property(condition, answers, facts, (asked, given, known) => {
      const verdict = holds(asked, given, known);
      if (verdict) yes += 1;
      else no += 1;
      assert.equal(holds({ feel: feelOf(asked) }, given, known), verdict, feelOf(asked));
    }),
    { numRuns: 1500 },
  );
  assert.ok(yes > 200 && no > 200, `the property saw both verdicts (${yes}, ${no})`);
});

test('every condition of every sample procedure can be said in FEEL, over the same questions', () => {
  const conditions = (value: unknown): readonly Condition[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, part]) =>
          key === 'if' || key === 'prefillIf' ? [part as Condition] : conditions(part),
        );
  const all = sampleDefinitions().flatMap(conditions);
  assert.ok(all.length > 100);
  for (const each of all) {
    const names = [...new Set(questionsIn(each))].sort();
    assert.deepEqual([...questionsIn({ feel: feelOf(each) })].sort(), names, feelOf(each));
  }
});

test('what is no FEEL, or costs too much, never holds', () => {
  for (const feel of ['1 +', 'x('.repeat(500), 'for a in 1..1000000 return a', 'not a word'])
    assert.equal(holds({ feel }, { x: 1 } satisfies Record<Question['id'], number>), false, feel);
});
