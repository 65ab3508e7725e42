import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Answers, type Condition, type Facts, holds, type Question } from '#capabilities/forms';
import { aProcedure, text, withParts } from '../testing/a-procedure.ts';
import { explore } from './explore.ts';

const today = '2026-11-22';
const questions: readonly Question[] = [
  {
    id: 'a',
    type: 'choice',
    label: text('A'),
    required: true,
    options: [
      { value: 'x', label: text('X') },
      { value: 'y', label: text('Y') },
    ],
  },
  { id: 'b', type: 'yes-no', label: text('B') },
  { id: 'c', type: 'number', label: text('C'), min: 0, max: 9 },
];
const under = (condition: Condition) =>
  withParts({
    documents: aProcedure.documents.map((rule) => ({ ...rule, if: condition })),
    form: { id: 'thu', title: text('Thử'), pages: [{ id: 'mot', title: text('Một'), questions }] },
    time: [],
  });

/** Every answer there is. */
const everything: readonly { readonly answers: Answers; readonly facts: Facts }[] = ['x', 'y'].flatMap((a) =>
  [undefined, true, false].flatMap((b) =>
    [undefined, ...Array.from({ length: 10 }, (_, c) => c)].flatMap((c) =>
      ['online', 'direct', 'post'].map((channel) => ({
        answers: { a, ...(b === undefined ? {} : { b }), ...(c === undefined ? {} : { c }) },
        facts: { channel, today },
      })),
    ),
  ),
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ q: fc.constant('a'), is: fc.constantFrom('x', 'y', 'z') }),
    fc.record({ q: fc.constant('b'), is: fc.boolean() }),
    fc.record({ q: fc.constantFrom('b', 'c'), answered: fc.boolean() }),
    fc.record({ q: fc.constant('c'), gte: fc.integer({ min: -1, max: 11 }) }),
    fc.record({ q: fc.constant('c'), lt: fc.integer({ min: -1, max: 11 }) }),
    fc.record({ fact: fc.constant('channel'), is: fc.constantFrom('online', 'post') }),
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));

test('what is never or always true for every answer there is, and nothing else, is found out', () => {
  fc.assert(
    fc.property(condition, (given) => {
      const outcomes = new Set(everything.map(({ answers, facts }) => holds(given, answers, facts)));
      const seen = explore(under(given), today).targets.find(({ target }) => target.at === 'documents.don');
      assert.deepEqual(
        { held: seen?.held, failed: seen?.failed },
        { held: outcomes.has(true), failed: outcomes.has(false) },
      );
    }),
    { numRuns: 300 },
  );
});

test('a birthday decides by the day', () => {
  const born: Question = { id: 'sinh', type: 'date', label: text('Ngày sinh'), required: true, rule: 'past' };
  const seen = (age: object) =>
    explore(
      withParts({
        documents: aProcedure.documents.map((rule) => ({ ...rule, if: { q: 'sinh', age } })),
        form: {
          id: 'thu',
          title: text('Thử'),
          pages: [{ id: 'mot', title: text('Một'), questions: [born] }],
        },
        time: [],
      }),
      today,
    ).targets.find(({ target }) => target.at === 'documents.don');
  const { held, failed } = seen({ gte: 75, lt: 76 }) ?? {};
  assert.deepEqual([held, failed], [true, true]);
  assert.equal(seen({ lt: 0 })?.held, false, 'nobody is born tomorrow');
});
