import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { asPlainDate } from '#kernel/time';
import { fill, fits, inWords, longDate, placeholdersIn, plain } from './fill.ts';

test('dates are written as NĐ 30/2020 asks', () => {
  assert.equal(longDate(asPlainDate('2026-11-25')), 'ngày 25 tháng 11 năm 2026');
  assert.equal(longDate(asPlainDate('2026-01-05')), 'ngày 05 tháng 01 năm 2026');
  assert.equal(longDate(asPlainDate('2026-03-05')), 'ngày 05 tháng 3 năm 2026');
});

test('each type has its words', () => {
  assert.equal(inWords('date', '2026-11-25'), '25/11/2026');
  assert.equal(inWords('moment', '2026-11-25T09:41'), '09 giờ 41 phút, ngày 25/11/2026');
  assert.equal(inWords('moment', '2026-11-25T09:41', 'short'), '09:41 25/11/2026');
  assert.equal(inWords('money', 10_000), '10.000 đồng');
  assert.equal(inWords('number', 1284), '1.284');
  assert.equal(inWords('text', 'UBND tỉnh', 'upper'), 'UBND TỈNH');
});

test('values of another type are told apart', () => {
  assert.equal(fits('date', '2026-02-30'), false);
  assert.equal(fits('moment', '2026-02-03T24:00'), false);
  assert.equal(fits('money', 1.5), false);
  assert.equal(fits('number', Number.NaN), false);
  assert.equal(fits('text', undefined), false);
});

test('placeholders are found with their form', () => {
  assert.deepEqual(placeholdersIn('{{a}} và {{ b_2|long }}'), [
    { name: 'a', filter: undefined },
    { name: 'b_2', filter: 'long' },
  ]);
});

test('data cannot open a placeholder or switch the face', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('{', '}', '*', 'a', '|', '$', '&', '#', '`') }),
      (value) => {
        const runs = fill('x {{v}} **y**', () => value);
        assert.equal(plain(runs), `x ${value} y`);
        assert.deepEqual(
          runs.map((run) => run.bold),
          [false, true],
        );
      },
    ),
  );
});
