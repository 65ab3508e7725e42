import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileFeel, evaluateFeel, type FeelOptions, holdsFeel } from './feel.ts';

function feel(text: string, options?: FeelOptions) {
  const outcome = compileFeel(text, options);
  assert.ok(outcome.ok, `${text}: ${outcome.ok || outcome.refusal.code}`);
  return outcome.value;
}
const valueOf = (text: string, context: Record<string, unknown> = {}, options?: FeelOptions) =>
  evaluateFeel(feel(text, options), context);

test('Values of expressions', () => {
  const cases: readonly [string, Record<string, unknown>, unknown][] = [
    ['1 + 2 * 3', {}, 7],
    ['a = "x" and b > 3', { a: 'x', b: 4 }, true],
    ['a.b.c', { a: { b: { c: 5 } } }, 5],
    ['a in ("x", "y")', { a: 'y' }, true],
    ['a in [1..3)', { a: 3 }, false],
    ['if a then "có" else "không"', { a: true }, 'có'],
    [
      'a[tuoi >= 18].ten',
      {
        a: [
          { ten: 'A', tuoi: 17 },
          { ten: 'B', tuoi: 18 },
        ],
      },
      ['B'],
    ],
    ['sum(for i in a return i.n * 8000)', { a: [{ n: 1 }, { n: 2 }] }, 24000],
    ['some x in a satisfies x > 2', { a: [1, 3] }, true],
    ['date("2026-02-28") + duration("P1D")', {}, '2026-03-01'],
    ['replace("a-b-c", "(\\w)-", "$1+")', {}, 'a+b+c'],
    ['split("a;b;;c", ";")', {}, ['a', 'b', '', 'c']],
    ['matches(a, "^\\d{12}$")', { a: '001099000001' }, true],
    ['"Ti\\u1ebfng"', {}, 'Tiếng'],
  ];
  for (const [text, context, expected] of cases) assert.deepEqual(valueOf(text, context), expected, text);
});

test('An absent answer makes comparisons unknown, and unknown does not hold', () => {
  assert.equal(valueOf('a > 3'), null);
  assert.equal(valueOf('not(a = 3 and b > 1)', { a: 3 }), null);
  assert.equal(valueOf('a > 3 or true'), true);
  assert.equal(valueOf('a > 3 and false'), false);
  assert.equal(holdsFeel(feel('a > 3'), {}), false);
  assert.equal(holdsFeel(feel('a'), { a: 1 }), false, 'a number is not yes');
});

test('Values without an order are incomparable, not smaller or greater', () => {
  assert.equal(valueOf('a >= 1', { a: 'x' }), null);
  assert.equal(valueOf('a < b', { a: true, b: false }), null);
});

test('Names of the house for dates of our forms', () => {
  const today = { today: '2026-11-22' };
  assert.equal(valueOf('age on(d, today)', { ...today, d: '2008-11-23' }), 17);
  assert.equal(valueOf('age on(d, today)', { ...today, d: '2008-11-22' }), 18);
  assert.equal(valueOf('age on(d, today)', { ...today, d: '2008' }), 17, 'counts as 31 December');
  assert.equal(valueOf('age on(d, today)', { ...today, d: '29/2/2008' }), null);
  assert.equal(valueOf('days since(d, today)', { ...today, d: '2026-09-23' }), 60);
  assert.equal(valueOf('days between("2026-02", "2026-03")'), 28);
  assert.equal(valueOf('is before("2019-05", "2020")'), true);
  assert.equal(
    valueOf('is before("2020-05", "2020")'),
    false,
    'the year is the same as far as both are known',
  );
  assert.equal(valueOf('is after(d, "2020-01-31")', { d: '2020-02' }), true);
  assert.equal(valueOf('is after(d, "2020")'), null);
});

test('What an expression reads', () => {
  assert.deepEqual(feel('a.b > count(c) and (for i in d return i.x + e)[1] = 2').variables, [
    'a',
    'c',
    'd',
    'e',
  ]);
  assert.deepEqual(feel('{x: a, y: x}').variables, ['a']);
  assert.deepEqual(feel('foo bar + 1', { known: { 'foo bar': null } }).variables, ['foo bar']);
});

test('Cells of tables', () => {
  const cell = (text: string, value: unknown, more: Record<string, unknown> = {}) =>
    valueOf(text, { ...more, '?': value }, { dialect: 'tests' });
  assert.equal(cell('-', null), true);
  assert.equal(cell('"a", "b"', 'b'), true);
  assert.equal(cell('not("a", "b")', 'b'), false);
  assert.equal(cell('> 3, < -3', -4), true);
  assert.equal(cell('[10..20[', 20), false);
  assert.equal(cell('false', false), true);
  assert.equal(cell('limit', 3, { limit: 3 }), true);
  assert.equal(cell('? > limit', 3, { limit: 2 }), true);
  assert.equal(cell('> 3', null), false);
  assert.equal(cell('date("2026-01-01")', '2026-01-01'), false, 'text is no date');
});

test('A syntax error says where', () => {
  const outcome = compileFeel('a and (b >');
  assert.deepEqual(outcome, { ok: false, refusal: { code: 'feel-syntax', details: { at: 10 } } });
});

test('What cannot be bounded is refused by a code of its own', () => {
  const cases: readonly [string, string][] = [
    ['for i in 1..n return i', 'feel-range'],
    ['for i in 1..5.5 return i', 'feel-range'],
    ['for i in [1..n] return i', 'feel-range'],
    ['{r: [1..5.5], x: for i in r return i}', 'feel-range'],
    ['for i in 1..1000, j in 1..1000 return i', 'feel-too-costly'],
    ['for i in a return for j in a return for k in a return 1', 'feel-too-costly'],
    ['for i in 1..30 return partial', 'feel-partial'],
    ['(function(x) x(x))(function(x) x(x))', 'feel-call'],
    ['{f: function(x) x, y: f(1)}', 'feel-call'],
    ['{f: function(x, y) x < y, z: sort(a, f)}', 'feel-function'],
    ['matches(a, b)', 'feel-pattern'],
    ['matches(a, "(x")', 'feel-pattern'],
    ['matches(input: a, pattern: b)', 'feel-pattern'],
    ['now()', 'feel-clock'],
    ['system("x")', 'feel-call'],
    ['1e400', 'feel-number'],
  ];
  for (const [text, code] of cases) {
    const outcome = compileFeel(text);
    assert.equal(outcome.ok || outcome.refusal.code, code, text);
  }
});
