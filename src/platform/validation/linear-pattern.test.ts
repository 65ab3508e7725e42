import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compileSchema, linearPattern } from './index.ts';

test('judges as the language does, where both know the pattern', () => {
  const patterns = ['^[A-Z]{2}\\d{6}$', '^(?:[\\p{L} ]{2,20})$', 'a|b+c', '^\\d{1,3}(\\.\\d{3})*$', '[^x]y'];
  fc.assert(
    fc.property(
      fc.constantFrom(...patterns),
      fc.string({ unit: fc.constantFrom(...'AB12 .abcxyđ') }),
      (text, value) => {
        assert.equal(linearPattern(text)?.test(value), new RegExp(text, 'u').test(value), `${text} ${value}`);
      },
    ),
  );
});

test('what backtracks elsewhere takes no time here', () => {
  const begun = process.hrtime.bigint();
  for (const text of ['^(a+)+$', '^(a|aa)+$', '^(.*a){12}$', '^([a-z]+)*!$'])
    assert.equal(linearPattern(text)?.test(`${'a'.repeat(5_000)}?`), false, text);
  assert.ok(Number(process.hrtime.bigint() - begun) < 5e8);
});

test('look-around, references back, giants and nonsense are no pattern, and no schema has them', () => {
  for (const text of ['(?=a)b', '(a)\\1', '[', `(?:${'a'.repeat(600)})`, '((a{30}){30}){30}', '(a{900}){2}'])
    assert.equal(linearPattern(text), undefined, text);
  assert.throws(() => compileSchema({ type: 'string', pattern: '(?=a)b' }));
});

test('two patterns of one schema stay two', () => {
  const check = compileSchema({
    properties: { a: { pattern: '^a+$' }, b: { pattern: '^(b+)+$' } },
    patternProperties: { '^c': { pattern: '^c$' } },
  });
  assert.deepEqual(check({ a: 'aa', b: 'bb', c: 'c' }), []);
  assert.deepEqual(
    check({ a: 'b', b: 'a', cc: 'd' }).map(({ at }) => at),
    ['/a', '/b', '/cc'],
  );
});
