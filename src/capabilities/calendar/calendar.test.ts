import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { asPlainDate, dayNumberOf, instantAt, weekday } from '#kernel/time';
import {
  addWorkingMinutes,
  buildCalendar,
  checkHours,
  closingOf,
  instantOf,
  isKnown,
  isWorkingDay,
  minuteOf,
  nextOpen,
  officeHours,
  parseHolidayTable,
  policeReceptionHours,
  workingDayAfter,
  workingMinutesBetween,
} from './index.ts';

const csv = readFileSync(new URL('../../../samples/holidays.csv', import.meta.url), 'utf8');
const table = parseHolidayTable(csv);
assert(table.ok);
const office = buildCalendar({ hours: officeHours, days: table.value });
const police = buildCalendar({ hours: policeReceptionHours, days: table.value });
const day = (date: string): number => dayNumberOf(asPlainDate(date)) ?? Number.NaN;
const at = (date: string, clock: string): number =>
  day(date) * 1440 + Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

test('every row of the shipped table is read, and its weekday is the true one', () => {
  const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const rows = csv.trim().split('\n').slice(1);
  assert.equal(table.value.length, rows.length);
  for (const row of rows) {
    const [date = '', name] = row.split(',');
    assert.equal(names[weekday(asPlainDate(date)) - 1], name, date);
  }
});

test('the year 2026 works 249 days: 261 weekdays, 12 holidays on them, 2 more days swapped, 2 made up', () => {
  let working = 0;
  for (let one = day('2026-01-01'); one <= day('2026-12-31'); one++) if (isWorkingDay(office, one)) working++;
  const off = table.value.filter((one) => one.day >= day('2026-01-01') && one.day <= day('2026-12-31'));
  const weekdaysOff = off.filter((one) => one.kind !== 'swap_work' && (one.day + 3) % 7 < 5).length;
  assert.equal(working, 261 - weekdaysOff + 2);
  assert.equal(working, 249);
});

test('holidays, compensation and swapped days are off; the Saturday in exchange is worked in full', () => {
  for (const off of ['2026-02-17', '2026-04-27', '2026-08-31', '2026-11-24', '2026-10-03'])
    assert(!isWorkingDay(office, day(off)), off);
  assert(isWorkingDay(office, day('2026-08-22')));
  assert.equal(closingOf(police, day('2026-08-22')), at('2026-08-22', '17:00'));
  assert.equal(closingOf(police, day('2026-10-03')), at('2026-10-03', '11:30'));
  assert(!isWorkingDay(police, day('2027-02-06')), 'no reception on a Saturday in Tết');
});

test('the next opening: inside stays, the closing minute is outside', () => {
  const cases = [
    ['06:59', '2026-10-02', '07:00'],
    ['07:00', '2026-10-02', '07:00'],
    ['11:29', '2026-10-02', '11:29'],
    ['11:30', '2026-10-02', '13:30'],
    ['16:59', '2026-10-02', '16:59'],
    ['17:00', '2026-10-05', '07:00'],
  ] as const;
  for (const [clock, date, opening] of cases)
    assert.equal(nextOpen(office, at('2026-10-02', clock)), at(date, opening), clock);
  assert.equal(nextOpen(police, at('2026-10-02', '17:00')), at('2026-10-03', '07:00'));
});

test('adding working minutes and measuring them are each other’s inverse', () => {
  const from = at('2026-10-02', '09:00');
  for (const minutes of [0, 1, 150, 151, 360, 361, 480, 4800, 100_000]) {
    const to = addWorkingMinutes(office, from, minutes) ?? Number.NaN;
    assert.equal(workingMinutesBetween(office, from, to), minutes);
  }
  assert.equal(addWorkingMinutes(office, from, 150), at('2026-10-02', '11:30'), 'stays at closing');
  assert.equal(workingMinutesBetween(office, from, from - 500), 0);
});

test('counting working days from a day off begins with the next working day', () => {
  assert.equal(workingDayAfter(office, day('2026-10-02'), 1), day('2026-10-05'));
  assert.equal(workingDayAfter(office, day('2026-10-03'), 0), day('2026-10-05'));
  assert.equal(workingDayAfter(office, day('2026-10-03'), 1), day('2026-10-05'));
});

test('beyond the table there is no answer, and beyond the announced years it is said', () => {
  assert.equal(nextOpen(office, at('1999-12-31', '09:00')), undefined);
  assert.equal(addWorkingMinutes(office, at('2026-10-02', '09:00'), 1e9), undefined);
  assert(isKnown(office, day('2024-01-01'), day('2030-12-31')));
  assert(!isKnown(office, day('2030-12-31'), day('2031-01-01')));
  assert(!isKnown(buildCalendar({ hours: officeHours, days: [] }), day('2026-01-01'), day('2026-01-01')));
});

test('the version is a name for the content', () => {
  const again = buildCalendar({ hours: officeHours, days: table.value.toReversed() });
  assert.equal(again.version, office.version);
  assert.notEqual(police.version, office.version);
  assert.notEqual(buildCalendar({ hours: officeHours, days: table.value.slice(1) }).version, office.version);
  assert.equal(buildCalendar({ hours: officeHours, days: [], version: '2026.1' }).version, '2026.1');
});

test('a unit’s own day replaces the nation’s', () => {
  const own = { day: day('2026-02-16'), kind: 'hours', name: 'Trực Tết', open: [[480, 660]] } as const;
  const calendar = buildCalendar({ hours: officeHours, days: [...table.value, own] });
  assert.equal(nextOpen(calendar, at('2026-02-16', '07:00')), at('2026-02-16', '08:00'));
});

test('hours that overlap, run backwards or never open are named', () => {
  assert.equal(checkHours(officeHours), undefined);
  const week = (monday: [number, number][]) => [monday, [], [], [], [], [], []] as const;
  assert.equal(checkHours({ week: week([]), makeUp: [] })?.code, 'hours-never-open');
  for (const wrong of [
    [[600, 500]],
    [
      [500, 600],
      [590, 700],
    ],
    [[500, 1441]],
    [[500.5, 600]],
  ] as [number, number][][])
    assert.equal(checkHours({ week: week(wrong), makeUp: [] })?.code, 'hours-out-of-order');
});

test('a broken holiday table is refused with its line', () => {
  const read = (rows: string) => parseHolidayTable(`date,kind,name_vi\n${rows}`);
  const code = (rows: string) => {
    const result = read(rows);
    return result.ok ? undefined : [result.refusal.code, result.refusal.details?.line];
  };
  assert.deepEqual(code('2026-02-30,holiday,x'), ['holiday-date-impossible', 2]);
  assert.deepEqual(code('2026-01-01,holiday,x\n2026-01-02,party,x'), ['holiday-kind-unknown', 3]);
  assert.deepEqual(code('2026-01-01,holiday,"a\nb"\n2026-01-01,swap_work,x'), ['holiday-named-twice', 4]);
  const planned = read('2027-08-28,planned,x\r\n2027-01-01,holiday,"Tết ""Dương"", lịch"\r\n');
  assert.deepEqual(planned.ok && planned.value.map((one) => one.name), ['Tết "Dương", lịch']);
});

test('instants and local minutes change into each other; seconds are dropped', () => {
  const instant = instantAt(asPlainDate('2026-10-02'), 1019);
  assert.equal(minuteOf(instant + 59_999), at('2026-10-02', '16:59'));
  assert.equal(instantOf(minuteOf(instant)), instant);
});
