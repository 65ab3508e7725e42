import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOfMinute, isWorkingDay } from '#capabilities/calendar';
import { type Count, type Due, dueOf } from './due.ts';
import { dayOf, settings } from './testing/cases.ts';
import { timeUnits } from './time-limit.ts';

const setting = fc.constantFrom(...settings);
const minute = fc.integer({ min: dayOf('2024-01-01') * 1440, max: dayOf('2030-12-31') * 1440 });
const time = fc.record({
  value: fc.oneof(
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: 0, max: 40 }).map((n) => n / 4),
  ),
  unit: fc.constantFrom(...timeUnits),
});
const wait = fc.record({ after: fc.nat(20_000), length: fc.nat(10_000) });
const waitsFrom = (received: number, list: readonly { after: number; length: number }[]) =>
  list.map(({ after, length }) => ({ from: received + after, to: received + after + length }));

function must(one: (typeof settings)[number], count: Count): Due {
  const due = dueOf(one.calendar, count);
  assert(due.ok);
  return due.value;
}

/** Both conventions of `first` come no later than those of `second`. */
function inOrder(first: Due, second: Due): void {
  assert((first.endOfDay ?? 0) <= (second.endOfDay ?? 0), 'D');
  assert((first.toTheMinute ?? 0) <= (second.toTheMinute ?? 0), 'H');
}

test('never in the past, never on a day off, never outside hours', () => {
  fc.assert(
    fc.property(setting, minute, time, fc.array(wait, { maxLength: 3 }), (one, received, limit, list) => {
      const due = must(one, { received, time: limit, waits: waitsFrom(received, list) });
      assert(due.start >= received);
      if (due.endOfDay !== null) {
        assert(due.endOfDay >= dayOfMinute(due.start));
        assert(isWorkingDay(one.calendar, due.endOfDay));
      }
      if (due.toTheMinute !== null && limit.value > 0) {
        assert(due.toTheMinute >= due.start);
        // The minute that ends at the due moment is a minute of work.
        const day = dayOfMinute(due.toTheMinute - 1);
        assert(isWorkingDay(one.calendar, day));
      }
    }),
    { numRuns: 2000 },
  );
});

test('pausing never shortens, and a longer pause never shortens either', () => {
  fc.assert(
    fc.property(
      setting,
      minute,
      time,
      fc.array(wait, { maxLength: 3 }),
      wait,
      fc.nat(5000),
      (one, received, limit, list, added, longer) => {
        const count = { received, time: limit };
        const waits = waitsFrom(received, list);
        const more = [...waits, ...waitsFrom(received, [added])];
        const most = [...waits, ...waitsFrom(received, [{ ...added, length: added.length + longer }])];
        const dues = [waits, more, most].map((some) => must(one, { ...count, waits: some }));
        inOrder(must(one, count), dues[0] as Due);
        inOrder(dues[0] as Due, dues[1] as Due);
        inOrder(dues[1] as Due, dues[2] as Due);
      },
    ),
    { numRuns: 2000 },
  );
});

test('order is kept: a later receipt is never due earlier, and neither is more time', () => {
  fc.assert(
    fc.property(
      setting,
      minute,
      fc.nat(30_000),
      time,
      fc.nat(20),
      fc.array(wait, { maxLength: 2 }),
      (one, received, later, limit, more, list) => {
        // A wait can only begin after the receipt.
        const waits = waitsFrom(received + later, list);
        const due = must(one, { received, time: limit, waits });
        inOrder(due, must(one, { received: received + later, time: limit, waits }));
        inOrder(due, must(one, { received, time: { ...limit, value: limit.value + more }, waits }));
      },
    ),
    { numRuns: 2000 },
  );
});

test('in office hours the appointment (H) never falls after the day (D)', () => {
  fc.assert(
    fc.property(minute, fc.nat(40), fc.array(wait, { maxLength: 3 }), (received, value, list) => {
      const waits = waitsFrom(received, list);
      const due = must(settings[0], { received, time: { value, unit: 'working_day' }, waits });
      assert(dayOfMinute(due.toTheMinute ?? 0) <= (due.endOfDay ?? 0));
    }),
    { numRuns: 2000 },
  );
});
