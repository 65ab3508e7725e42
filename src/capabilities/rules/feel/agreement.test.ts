import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { evaluate, unaryTest } from 'feelin';
import { fastPath } from './fast.ts';
import { compileFeel } from './feel.ts';
import { parseFeel } from './syntax.ts';
import { beyond } from './values.ts';

/** Expressions by the type of their value: what FEEL leaves undefined (order of a text and a number) is not generated. */
const quoted = fc.constantFrom('"a"', '"b"', '"Đà Nẵng"', '""');
const { number, text, yes } = fc.letrec<{ number: string; text: string; yes: string }>((tie) => ({
  number: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('n', 'm', 'absent', 'p.n', '0', '1', '2.5', '-3'),
    fc
      .tuple(tie('number'), fc.constantFrom('+', '-', '*', '/'), tie('number'))
      .map((all) => `(${all.join(' ')})`),
    fc.tuple(tie('yes'), tie('number'), tie('number')).map(([a, b, c]) => `(if ${a} then ${b} else ${c})`),
    tie('text').map((a) => `string length(${a})`),
    fc.constant('sum(items)'),
    fc.constant('count(items)'),
  ),
  text: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('s', 't', 'absent', 'p.s'),
    quoted,
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `(${a} + ${b})`),
    tie('text').map((a) => `upper case(${a})`),
  ),
  yes: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('y', 'p.y', 'absent', 'true', 'false'),
    fc
      .tuple(tie('number'), fc.constantFrom('<', '<=', '>', '>=', '=', '!='), tie('number'))
      .map((all) => `(${all.join(' ')})`),
    fc
      .tuple(tie('text'), fc.constantFrom('<', '>=', '=', '!='), tie('text'))
      .map((all) => `(${all.join(' ')})`),
    fc.tuple(tie('yes'), fc.constantFrom('and', 'or'), tie('yes')).map((all) => `(${all.join(' ')})`),
    tie('yes').map((a) => `not(${a})`),
    fc.tuple(tie('number'), tie('number'), tie('number')).map(([a, b, c]) => `(${a} between ${b} and ${c})`),
    fc
      .tuple(
        tie('number'),
        fc.constantFrom('items', '(1, 2)', '[1, 2.5]', '[0..2)', '> 1', '(n, > 2, [m..3])'),
      )
      .map(([a, b]) => `(${a} in ${b})`),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `contains(${a}, ${b})`),
  ),
}));
const any = fc.oneof(number, text, yes);
const context = fc.record({
  n: fc.constantFrom(0, 1, 2.5, -3, null),
  m: fc.constantFrom(0, 1, 7),
  s: fc.constantFrom('a', 'b', '', null),
  t: fc.constantFrom('b', 'Đà Nẵng'),
  y: fc.constantFrom(true, false, null),
  items: fc.constantFrom([], [1], [1, 2, 2.5]),
  p: fc.constantFrom(null, {}, { n: 1, s: 'a', y: true }),
});
const plain = (value: unknown): unknown => (Object.is(value, -0) ? 0 : (value ?? null));

test('The fast path and the interpreter agree on expressions', () => {
  let fast = 0;
  fc.assert(
    fc.property(any, context, (expression, values) => {
      const parsed = parseFeel(expression, 'expression', {});
      assert.ok(parsed.ok);
      const run = fastPath(parsed.value, 'expression');
      assert.ok(run, `no fast path for ${expression}`);
      let mine: unknown;
      try {
        mine = run(values);
        fast += 1;
      } catch (thrown) {
        assert.equal(thrown, beyond);
        return;
      }
      assert.deepEqual(plain(mine), plain(evaluate(expression, values).value), expression);
    }),
    { numRuns: 400 },
  );
  assert.ok(fast > 200, `only ${fast} of 400 were fast`);
});

const cells = fc.constantFrom(
  '-',
  '1',
  '1, 2.5',
  '< 2',
  '>= 1, < -2',
  '[0..2)',
  'not(1)',
  'not([0..1])',
  'm',
  '"a"',
  '? > m',
  'null',
);

test('The fast path and the interpreter agree on the cells of tables', () => {
  fc.assert(
    fc.property(cells, fc.constantFrom(0, 1, 2.5, -3, null), fc.constantFrom(0, 1, 7), (cell, value, m) => {
      const mixed = typeof value === 'number' && cell === '"a"';
      const compiled = compileFeel(cell, { dialect: 'tests', known: { '?': null } });
      assert.ok(compiled.ok);
      const expected = mixed ? false : unaryTest(cell, { '?': value, m }).value;
      assert.equal(compiled.value.run({ '?': value, m }), expected, `${cell} of ${value}`);
    }),
    { numRuns: 300 },
  );
});
