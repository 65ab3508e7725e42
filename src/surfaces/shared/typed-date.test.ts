import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dateOfDayNumber } from '#kernel/time';
import { typedDate } from './typed-date.ts';

test('a day is read as people type it, and what is no day is none', () => {
  fc.assert(
    fc.property(fc.integer({ min: -30_000, max: 60_000 }), (n) => {
      const date = dateOfDayNumber(n);
      const [year = '', month = '', day = ''] = date.split('-');
      assert.equal(typedDate(day, month, year), date);
      assert.equal(typedDate(` ${Number(day)}`, `${Number(month)} `, year), date);
    }),
  );
  for (const [day, month, year] of [
    ['31', '2', '2026'],
    ['', '', ''],
    ['1', '1', '26'],
    ['a', '1', '2026'],
    ['1', '13', '2026'],
  ] as const)
    assert.equal(typedDate(day, month, year), undefined);
});
