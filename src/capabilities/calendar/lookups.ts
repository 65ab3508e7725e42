import type { Instant } from '#kernel/time';
import type { WorkingCalendar } from './calendar.ts';
import { type DayNumber, type LocalMinute, minutesPerDay } from './hours.ts';

const offsetMinutes = 7 * 60;

/** The local minute in which an instant lies; seconds are dropped, so 16:59:59 is still before closing. */
export const minuteOf = (at: Instant): LocalMinute => Math.floor(at / 60_000) + offsetMinutes;
export const instantOf = (minute: LocalMinute): Instant => (minute - offsetMinutes) * 60_000;
export const dayOfMinute = (minute: LocalMinute): DayNumber => Math.floor(minute / minutesPerDay);
export const midnightOf = (day: DayNumber): LocalMinute => day * minutesPerDay;

export const covers = (calendar: WorkingCalendar, day: DayNumber): boolean =>
  day >= calendar.firstDay && day <= calendar.lastDay;

/** Whether the special days of every year from the one day to the other are in the table. */
export const isKnown = (calendar: WorkingCalendar, from: DayNumber, to: DayNumber): boolean =>
  from >= calendar.knownFrom && to <= calendar.knownTo;

/** Row of the day, or of the first working day after it. */
const rowAtOrAfter = (calendar: WorkingCalendar, day: DayNumber): number | undefined =>
  calendar.rowAt[day - calendar.firstDay];

/** The n-th working day after a day; with n = 0 the day itself or, from a day off, the next working day. */
export function workingDayAfter(calendar: WorkingCalendar, day: DayNumber, n: number): DayNumber | undefined {
  const row = rowAtOrAfter(calendar, day);
  if (row === undefined) return undefined;
  const fromDayOff = calendar.days[row] !== day;
  return calendar.days[row + n - (fromDayOff && n > 0 ? 1 : 0)];
}

export const isWorkingDay = (calendar: WorkingCalendar, day: DayNumber): boolean =>
  workingDayAfter(calendar, day, 0) === day;

/** The moment itself while the unit is open, else its next opening. The closing minute is outside. */
export function nextOpen(calendar: WorkingCalendar, at: LocalMinute): LocalMinute | undefined {
  const day = dayOfMinute(at);
  const row = rowAtOrAfter(calendar, day);
  if (row === undefined) return undefined;
  if (calendar.days[row] === day) {
    const minute = at - midnightOf(day);
    for (const [open, close] of calendar.open[row] ?? [])
      if (minute < close) return midnightOf(day) + Math.max(minute, open);
    return openingOfRow(calendar, row + 1);
  }
  return openingOfRow(calendar, row);
}

function openingOfRow(calendar: WorkingCalendar, row: number): LocalMinute | undefined {
  const day = calendar.days[row];
  const open = calendar.open[row]?.[0]?.[0];
  return day === undefined || open === undefined ? undefined : midnightOf(day) + open;
}

/** The last closing of a working day. */
export function closingOf(calendar: WorkingCalendar, day: DayNumber): LocalMinute | undefined {
  const row = rowAtOrAfter(calendar, day);
  if (row === undefined || calendar.days[row] !== day) return undefined;
  return midnightOf(day) + (calendar.open[row]?.at(-1)?.[1] ?? 0);
}

/** Working minutes from the beginning of the table up to a moment: the difference of two such sums is working time. */
export function workedBefore(calendar: WorkingCalendar, at: LocalMinute): number | undefined {
  const day = dayOfMinute(at);
  const row = rowAtOrAfter(calendar, day);
  if (row === undefined) return undefined;
  let sum = calendar.minutesBefore[row] ?? totalMinutes(calendar);
  if (calendar.days[row] !== day) return sum;
  const minute = at - midnightOf(day);
  for (const [open, close] of calendar.open[row] ?? []) sum += Math.max(0, Math.min(minute, close) - open);
  return sum;
}

function totalMinutes(calendar: WorkingCalendar): number {
  const last = calendar.days.length - 1;
  return (calendar.open[last] ?? []).reduce(
    (sum, [open, close]) => sum + close - open,
    calendar.minutesBefore[last] ?? 0,
  );
}

/**
 * The moment after some working minutes. A sum that ends exactly at a closing stays there; no minutes, no move.
 * Undefined when it lies beyond the table.
 */
export function addWorkingMinutes(
  calendar: WorkingCalendar,
  from: LocalMinute,
  minutes: number,
): LocalMinute | undefined {
  if (minutes === 0) return from;
  const before = workedBefore(calendar, from);
  if (before === undefined) return undefined;
  const target = before + minutes;
  const row = lastRowBelow(calendar.minutesBefore, target);
  const day = calendar.days[row];
  if (day === undefined) return undefined;
  let rest = target - (calendar.minutesBefore[row] ?? 0);
  for (const [open, close] of calendar.open[row] ?? []) {
    if (rest <= close - open) return midnightOf(day) + open + rest;
    rest -= close - open;
  }
  return undefined;
}

/** Last row whose sum is below the target. */
function lastRowBelow(sums: Int32Array, target: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sums[middle] ?? 0) < target) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Working minutes between two moments, never negative; undefined outside the table. */
export function workingMinutesBetween(
  calendar: WorkingCalendar,
  from: LocalMinute,
  to: LocalMinute,
): number | undefined {
  const before = workedBefore(calendar, from);
  const after = workedBefore(calendar, to);
  return before === undefined || after === undefined ? undefined : Math.max(0, after - before);
}
