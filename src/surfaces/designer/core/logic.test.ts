import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sampleDefinitions } from '#builders/forms';
import { type Condition, holds } from '#capabilities/forms';
import { readLogic } from './logic.ts';
import { parseLogic } from './logic-parse.ts';
import { logicText } from './logic-text.ts';

const q = fc.constantFrom('a', 'b', 'truSo.commune');
const scalar = fc.oneof(
  fc.constantFrom('1', 'x', 'có "ngoặc"', '\\'),
  fc.integer({ min: -9, max: 9 }),
  fc.boolean(),
);
const number = fc.integer({ min: -5, max: 30 });
const bound = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof(
    value.map((gt) => ({ gt })),
    value.map((lte) => ({ lte })),
    fc.tuple(value, value).map(([gte, lt]) => ({ gte, lt })),
  );
const { tree: condition } = fc.letrec<{ tree: Condition; leaf: Condition }>((tie) => ({
  leaf: fc.oneof(
    fc.record({ q, is: scalar }),
    fc.record({ q, in: fc.array(scalar, { minLength: 1, maxLength: 3 }) }),
    fc.record({ q, answered: fc.boolean() }),
    fc
      .tuple(q, bound(fc.oneof(number, fc.constant('2020-01'), fc.record({ q }))))
      .map(([name, given]) => ({ q: name, ...given })),
    fc.record({ q, age: bound(number) }),
    fc.record({ q, days: bound(number) }),
    fc.record({ fact: fc.constant('channel'), is: scalar }),
  ) as fc.Arbitrary<Condition>,
  tree: fc.oneof(
    { maxDepth: 3 },
    tie('leaf'),
    fc.record({ all: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('tree') }),
  ),
}));
const value = fc.option(fc.oneof(scalar, fc.constantFrom('2001-02-03', '2020')), { nil: undefined });
const must = (text: string): Condition | undefined => {
  const parsed = parseLogic(text);
  assert.ok(parsed.ok, `${text}: ${parsed.ok ? '' : JSON.stringify(parsed.refusal)}`);
  return parsed.value;
};

test('what is written is read as a condition with the same verdict', () => {
  fc.assert(
    fc.property(condition, value, value, (given, a, b) => {
      const answers = {
        ...(a === undefined ? {} : { a }),
        ...(b === undefined ? {} : { b }),
        truSo: { province: '91', commune: '1', detail: '' },
      };
      const facts = { today: '2026-11-25', channel: '1' };
      const again = must(logicText(given));
      assert.equal(holds(again, answers, facts), holds(given, answers, facts), logicText(given));
      assert.equal(logicText(again), logicText(must(logicText(again))));
    }),
    { numRuns: 300 },
  );
});

test('every condition of the sample procedures can be read and typed', () => {
  let seen = 0;
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [key, inner] of Object.entries(part)) {
      if (key === 'if' || key === 'prefillIf') {
        const text = logicText(inner as Condition);
        assert.equal(logicText(must(text)), text);
        seen++;
      } else walk(inner);
    }
  };
  for (const definition of sampleDefinitions()) walk(definition);
  assert.ok(seen > 50, String(seen));
});

const code = (text: string): string => {
  const parsed = parseLogic(text);
  return parsed.ok ? 'done' : `${parsed.refusal.code} ${String(parsed.refusal.details?.['at'] ?? '')}`;
};
test('a mistake is named with its place', () => {
  assert.equal(code('  '), 'done');
  assert.equal(code('a = '), 'logic-value 5');
  assert.equal(code('a = "x" b'), 'logic-rest 9');
  assert.equal(code('(a = 1'), 'logic-bracket 7');
  assert.equal(code('a ; 1'), 'logic-letter 3');
  assert.equal(code('= 1'), 'logic-name 1');
  assert.equal(code('a like 1'), 'logic-sign 3');
  assert.equal(code('('.repeat(500)), 'logic-deep 22');
  assert.equal(code('a = 1 or '.repeat(500)), 'logic-long ');
});

test('FEEL beyond plain conditions is kept as it stands, and comes back when it is shown', () => {
  const text = 'count(con) > 2';
  const read = readLogic(text);
  assert.deepEqual(read, { ok: true, value: { feel: text } });
  assert.equal(logicText({ feel: text }), text);
  assert.deepEqual(readLogic('a = 1'), { ok: true, value: { q: 'a', is: 1 } });
  for (const wrong of ['count(con', 'a = ', 'for i in 1..999999999 return i'])
    assert.equal(readLogic(wrong).ok, false, wrong);
});
