import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf } from '#capabilities/calendar';
import { dateOfDayNumber, localDateTime } from '#kernel/time';
import { dueEndOfDay, dueOf, dueSameDay, dueToTheMinute, explainRefusal, parseTimeLimit } from './index.ts';
import { at, dayOf, settings } from './testing/cases.ts';
import type { TimeUnit } from './time-limit.ts';
import type { Wait } from './waits.ts';

const [office, police] = [settings[0].calendar, settings[1].calendar];

function due(
  received: string,
  value: number,
  unit: TimeUnit = 'working_day',
  waits: Wait[] = [],
  calendar = office,
): { h: string | null; d: string | null } {
  const outcome = dueOf(calendar, { received: at(received), time: { value, unit }, waits });
  assert(outcome.ok);
  const { toTheMinute, endOfDay } = outcome.value;
  return {
    h: toTheMinute === null ? null : localDateTime(instantOf(toTheMinute)),
    d: endOfDay === null ? null : dateOfDayNumber(endOfDay),
  };
}
const wait = (from: string, to: string, beforeAcceptance = false): Wait => ({
  from: at(from),
  to: at(to),
  beforeAcceptance,
});

test('the nine reference vectors', () => {
  const vectors: [received: string, days: number, h: string, d: string | null][] = [
    ['2026-10-02T09:00', 3, '2026-10-07T09:00', '2026-10-07'],
    ['2026-10-02T17:30', 1, '2026-10-05T17:00', '2026-10-06'],
    ['2026-10-03T09:00', 1, '2026-10-05T17:00', '2026-10-06'],
    ['2026-08-28T10:00', 3, '2026-09-07T10:00', '2026-09-07'],
    ['2026-08-21T16:00', 1, '2026-08-22T16:00', '2026-08-22'],
    ['2026-11-23T08:00', 1, '2026-11-25T08:00', '2026-11-25'],
    ['2026-02-13T15:30', 1, '2026-02-23T15:30', '2026-02-23'],
    ['2026-04-24T14:00', 2, '2026-04-29T14:00', '2026-04-29'],
    ['2026-10-05T12:00', 0.5, '2026-10-06T07:30', null],
  ];
  for (const [received, days, h, d] of vectors) assert.deepEqual(due(received, days), { h, d }, received);
});

test('defect 1: a dossier that comes on a day off is first moved to the next opening', () => {
  for (const received of ['2026-10-03T09:00', '2026-10-04T23:59', '2026-10-05T06:00'])
    assert.deepEqual(due(received, 1), { h: '2026-10-05T17:00', d: '2026-10-06' });
});

test('defect 2: hours never end inside the noon break', () => {
  assert.equal(due('2026-10-05T10:30', 1, 'hour').h, '2026-10-05T11:30');
  assert.equal(due('2026-10-05T10:31', 1, 'hour').h, '2026-10-05T13:31');
  assert.equal(due('2026-10-05T11:30', 2, 'hour').h, '2026-10-05T15:30');
});

test('defect 3: a wait adds its working time, no day less and no calendar time', () => {
  const weekend = wait('2026-10-02T16:00', '2026-10-05T08:00');
  assert.deepEqual(due('2026-10-01T09:00', 3, 'working_day', [weekend]), {
    h: '2026-10-06T11:00',
    d: '2026-10-07',
  });
  const overNight = wait('2026-10-05T17:00', '2026-10-06T07:00');
  assert.deepEqual(due('2026-10-05T09:00', 3, 'working_day', [overNight]), due('2026-10-05T09:00', 3));
});

test('calendar days and months: the date, moved forward from a day off', () => {
  assert.deepEqual(due('2026-10-02T09:00', 30, 'day'), { h: null, d: '2026-11-02' });
  assert.deepEqual(due('2026-10-25T09:00', 30, 'day'), { h: null, d: '2026-11-25' }, 'from Monday 26/10');
  assert.deepEqual(due('2026-10-02T17:00', 1, 'day'), { h: null, d: '2026-10-06' });
  assert.deepEqual(due('2026-01-30T09:00', 1, 'month'), { h: null, d: '2026-03-02' }, '28/2 is a Saturday');
  assert.deepEqual(due('2024-01-31T09:00', 1, 'month'), { h: null, d: '2024-02-29' });
  assert.deepEqual(due('2099-01-30T09:00', 11, 'month'), { h: null, d: '2099-12-30' }, 'near the end');
  assert.deepEqual(due('2026-10-31T09:00', 4, 'month'), { h: null, d: '2027-03-02' });
});

test('a convention that has no meaning answers null', () => {
  assert.equal(due('2026-10-02T09:00', 4, 'hour').d, null);
  assert.equal(due('2026-10-02T09:00', 1.5).d, null);
  assert.deepEqual(due('2026-10-02T09:00', 0.5, 'day'), { h: null, d: null });
});

test('the police of a commune works on Saturday morning', () => {
  assert.deepEqual(due('2026-10-02T16:00', 2, 'hour', [], police), { h: '2026-10-03T08:00', d: null });
  assert.deepEqual(due('2026-10-02T16:00', 1, 'working_day', [], police), {
    h: '2026-10-05T09:30',
    d: '2026-10-03',
  });
});

test('waits that overlap count once, and short waits together cost one day', () => {
  const money = wait('2026-10-05T10:00', '2026-10-05T11:00');
  const supplement = wait('2026-10-05T08:00', '2026-10-05T10:30');
  assert.deepEqual(due('2026-10-05T07:00', 1, 'working_day', [money, supplement]), {
    h: '2026-10-06T10:00',
    d: '2026-10-07',
  });
});

test('a wait that begins when the time has run out moves nothing', () => {
  const late = wait('2026-10-07T08:00', '2026-10-20T08:00');
  assert.deepEqual(due('2026-10-05T09:00', 1, 'working_day', [late]), due('2026-10-05T09:00', 1));
  const lastEvening = wait('2026-10-06T18:00', '2026-10-07T08:00');
  assert.deepEqual(due('2026-10-05T09:00', 1, 'working_day', [lastEvening]), {
    h: '2026-10-06T09:00',
    d: '2026-10-07',
  });
});

test('waits that follow each other without a gap are one wait, also over the midnight that ends the due day', () => {
  const first = wait('2026-10-06T20:00', '2026-10-07T00:00');
  const second = wait('2026-10-07T00:00', '2026-10-08T08:00');
  const both = wait('2026-10-06T20:00', '2026-10-08T08:00');
  const promise = due('2026-10-05T09:00', 1, 'working_day', [second, first]);
  assert.deepEqual(promise, due('2026-10-05T09:00', 1, 'working_day', [both]));
  assert.equal(promise.d, '2026-10-08');
});

test('before acceptance the count starts anew, also after waits that ended earlier', () => {
  const supplement = wait('2026-10-02T10:00', '2026-10-12T17:20', true);
  assert.deepEqual(due('2026-10-02T09:00', 3, 'working_day', [supplement]), due('2026-10-12T17:20', 3));
});

test('same-day procedures: by closing, after 15:00 on the next working day', () => {
  const promise = (received: string, calendar = office, cutoff?: number) => {
    const outcome = dueSameDay(calendar, { received: at(received) }, cutoff);
    return outcome.ok ? localDateTime(instantOf(outcome.value.toTheMinute ?? 0)) : outcome.refusal.code;
  };
  assert.equal(promise('2026-10-02T15:00'), '2026-10-02T17:00');
  assert.equal(promise('2026-10-02T15:01'), '2026-10-05T17:00');
  assert.equal(promise('2026-10-02T17:00'), '2026-10-05T17:00');
  assert.equal(promise('2026-10-02T14:00', office, 13 * 60), '2026-10-05T17:00');
  assert.equal(promise('2026-10-03T08:00', police), '2026-10-03T11:30');
});

test('years without announced holidays are counted by weekends, and it is said', () => {
  const count = { received: at('2031-01-01T09:00'), time: { value: 1, unit: 'working_day' } } as const;
  const outcome = dueOf(office, count);
  assert(outcome.ok && !outcome.value.calendarKnown && outcome.value.endOfDay === dayOf('2031-01-02'));
  const across = dueOf(office, { ...count, received: at('2030-12-31T09:00') });
  assert(across.ok && !across.value.calendarKnown);
  const before = dueOf(office, { ...count, received: at('2030-12-30T09:00') });
  assert(before.ok && before.value.calendarKnown);
});

test('what cannot be computed is refused with a sentence', () => {
  const time = { value: 1, unit: 'working_day' } as const;
  const code = (outcome: ReturnType<typeof dueOf>) => (outcome.ok ? undefined : outcome.refusal.code);
  assert.equal(code(dueOf(office, { received: at('1999-12-31T09:00'), time })), 'received-outside-calendar');
  assert.equal(code(dueOf(office, { received: Number.NaN, time })), 'received-outside-calendar');
  const received = at('2026-10-02T09:00');
  for (const unit of ['working_day', 'day', 'hour', 'month'] as const)
    for (const value of [1e6, 1e15, 1e300, Number.POSITIVE_INFINITY])
      assert.equal(code(dueOf(office, { received, time: { value, unit } })), 'time-too-long');
  const backwards = [wait('2026-10-05T09:00', '2026-10-05T08:00')];
  assert.equal(code(dueOf(office, { received, time, waits: backwards })), 'wait-ends-before-it-begins');
  for (const [input, expected] of [
    [undefined, 'time-missing'],
    [{ value: '3', unit: 'day' }, 'time-not-a-number'],
    [{ value: -1, unit: 'day' }, 'time-negative'],
    [{ value: 1, unit: 'week' }, 'time-unit-unknown'],
  ] as const) {
    const parsed = parseTimeLimit(input);
    assert(!parsed.ok && parsed.refusal.code === expected);
    assert.notEqual(explainRefusal(parsed.refusal).en, expected, 'there is a sentence');
  }
});

test('each convention can be asked alone', () => {
  const count = { received: at('2026-10-02T09:00'), time: { value: 3, unit: 'working_day' } } as const;
  assert.deepEqual(dueEndOfDay(office, count), { ok: true, value: dayOf('2026-10-07') });
  assert.deepEqual(dueToTheMinute(office, count), { ok: true, value: at('2026-10-07T09:00') });
});
