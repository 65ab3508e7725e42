import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  lastMinuteOf,
  onTimeInWork,
  onTimeWhenFinished,
  planSteps,
  spareMinutes,
  timeLeft,
} from './index.ts';
import { at, dayOf, settings } from './testing/cases.ts';

const office = settings[0].calendar;

test('time left is working time, and the due moment itself is not overdue', () => {
  const left = (now: string, due: string) => timeLeft(office, at(now), at(due));
  assert.deepEqual(left('2026-10-02T16:00', '2026-10-06T10:00'), { overdue: false, days: 1, minutes: 240 });
  assert.deepEqual(left('2026-10-06T10:00', '2026-10-06T10:00'), { overdue: false, days: 0, minutes: 0 });
  assert.deepEqual(left('2026-10-06T10:01', '2026-10-06T10:00'), { overdue: true, days: 0, minutes: 1 });
  assert.deepEqual(left('2026-10-04T10:00', '2026-10-02T16:00'), { overdue: true, days: 0, minutes: 60 });
});

test('a date is kept until its midnight', () => {
  const due = lastMinuteOf(dayOf('2026-10-06'));
  assert.deepEqual(timeLeft(office, at('2026-10-06T23:59'), due), { overdue: false, days: 0, minutes: 0 });
  assert.equal(timeLeft(office, at('2026-10-07T00:00'), due).overdue, true);
});

test('early, on time and late go by dates; exactly one of them holds (defect 4)', () => {
  fc.assert(
    fc.property(fc.nat(50_000), fc.integer({ min: -3, max: 3 }), (due, offset) => {
      const expected = offset < 0 ? 'early' : offset > 0 ? 'late' : 'on-time';
      assert.equal(onTimeWhenFinished(due + offset, due), expected);
      assert.equal(onTimeInWork(due + offset, due), offset > 0 ? 'late' : 'on-time');
    }),
  );
  assert.equal(onTimeWhenFinished(20_000, null), 'on-time');
  assert.equal(onTimeInWork(20_000, null), 'on-time');
});

test('steps follow each other in working time and fit the time of the procedure', () => {
  const budgets = [
    { value: 4, unit: 'hour' },
    { value: 2, unit: 'working_day' },
    { value: 0.5, unit: 'working_day' },
  ] as const;
  const steps = planSteps(office, at('2026-10-02T17:30'), budgets);
  assert.deepEqual(steps.ok && steps.value, [
    { from: at('2026-10-05T07:00'), due: at('2026-10-05T11:00') },
    { from: at('2026-10-05T11:00'), due: at('2026-10-07T11:00') },
    { from: at('2026-10-07T11:00'), due: at('2026-10-07T17:00') },
  ]);
  assert.equal(spareMinutes({ value: 3, unit: 'working_day' }, budgets), 0);
  assert.equal(spareMinutes({ value: 20, unit: 'hour' }, budgets), -240);
  assert.equal(spareMinutes({ value: 20, unit: 'day' }, budgets), null);
  const calendarDays = planSteps(office, at('2026-10-02T09:00'), [{ value: 3, unit: 'day' }]);
  assert(!calendarDays.ok && calendarDays.refusal.code === 'step-time-not-working-time');
});
