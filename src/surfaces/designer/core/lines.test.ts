import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  choicesOf,
  choicesText,
  exemptionsOf,
  exemptionsText,
  localsOf,
  localsText,
  tiersOf,
  tiersText,
} from './lines.ts';

const word = fc.constantFrom('Nam', 'Nữ', 'Trẻ em', 'Hộ nghèo');
const hint = fc.option(fc.record({ vi: word, en: word }), { nil: undefined });

test('what is written is read back the same', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ vi: word, en: word, hint }), { maxLength: 4 }), (given) => {
      const choices = given.map(({ vi, en, hint: said }, index) => ({
        value: `v${index}`,
        label: { vi, en },
        ...(said ? { hint: { ...said } } : {}),
      }));
      assert.deepEqual(choicesOf(choicesText(choices)), choices);
      const locals = given.map(({ vi, en }) => ({ vi, en }));
      assert.deepEqual(localsOf(localsText(locals)), locals);
    }),
  );
});

test('a choice without a value gets one of its own', () => {
  assert.deepEqual(
    choicesOf('Nam\nNam\n\n  Nữ | Female').map(({ value }) => value),
    ['nam', 'nam2', 'nu'],
  );
});

test('exemptions hold with a condition, or are granted; a condition that cannot be read is refused', () => {
  const text = 'Trẻ em | Children | treEm | age on(ngaySinh, fact.today) < 16\nHộ nghèo | Poor households';
  const read = exemptionsOf(text);
  assert.ok(read.ok);
  assert.deepEqual(read.value, [
    {
      id: 'treEm',
      name: { vi: 'Trẻ em', en: 'Children' },
      if: { q: 'ngaySinh', age: { lt: 16 } },
    },
    { id: 'hoNgheo', name: { vi: 'Hộ nghèo', en: 'Poor households' } },
  ]);
  assert.equal(exemptionsText(read.value), `${text} | hoNgheo`);
  assert.ok(!exemptionsOf('A | B | c | tuoi <').ok);
});

test('tiers are a unit and its amount; anything else is refused', () => {
  const read = tiersOf('3 | 1.000\n101|500');
  assert.ok(read.ok);
  assert.deepEqual(read.value, [
    { nth: 3, amount: 1000 },
    { nth: 101, amount: 500 },
  ]);
  assert.equal(tiersText(read.value), '3 | 1.000\n101 | 500');
  for (const wrong of ['3', '3 | x', '1 | 5', '3 | -1', '3 | 1,5', '3 | 1 | 2'])
    assert.ok(!tiersOf(wrong).ok, wrong);
});
