import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { officeHours } from '#capabilities/calendar';
import { hoursText, readHours } from './hours.ts';

test('hours are read as they are written', () => {
  assert.equal(hoursText(officeHours.week[0]), '07:00-11:30, 13:30-17:00');
  const minute = fc.integer({ min: 0, max: 1440 });
  fc.assert(
    fc.property(fc.array(fc.tuple(minute, minute), { maxLength: 4 }), (day) => {
      assert.deepEqual(readHours(hoursText(day)), day);
    }),
  );
});

test('other texts are no hours', () => {
  for (const text of ['7', '07:00', '07:00-', '07:75-08:00', '25:00-26:00', '07:00-08:00-09:00', 'x-y'])
    assert.equal(readHours(text), undefined, text);
  assert.deepEqual(readHours('7h30 – 11h00'), [[450, 660]]);
});
