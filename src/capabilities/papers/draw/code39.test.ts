import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { canBeCode39, code39 } from './code39.ts';

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%';

test('the start character is narrow, wide space, narrow, wide, wide (ISO/IEC 16388)', () => {
  assert.deepEqual(code39('A').bars.slice(0, 5), [
    { x: 0, width: 1 },
    { x: 3.5, width: 1 },
    { x: 5.5, width: 2.5 },
    { x: 9, width: 2.5 },
    { x: 12.5, width: 1 },
  ]);
});

test('every character has five bars and the same width, and no two are alike', () => {
  const drawn = [...letters].map((letter) => code39(letter));
  for (const { bars, width } of drawn) {
    assert.equal(bars.length, 15);
    assert.equal(width, 3 * 14.5 - 1);
  }
  assert.equal(new Set(drawn.map((one) => JSON.stringify(one))).size, letters.length);
});

test('what can be a bar code is drawn, what cannot is said before', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...letters, 'a', 'đ', '*', '_'), minLength: 1 }),
      (text) => {
        if (canBeCode39(text)) assert.equal(code39(text).bars.length, (text.length + 2) * 5);
        else assert.match(text, /[^0-9A-Z\-. $/+%]/);
      },
    ),
  );
});
