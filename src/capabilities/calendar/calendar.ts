import { createHash } from 'node:crypto';
import { invariant } from '#kernel/outcome';
import { asPlainDate, dateOfDayNumber, dayNumberOf } from '#kernel/time';
import { checkHours, type DayNumber, type Hours, type Interval } from './hours.ts';
import type { SpecialDay } from './special-days.ts';

/**
 * The working time of a unit as a table of days with running sums. Only working days have a row, so "the n-th
 * working day after" is an addition, and "the moment after n working minutes" one binary search.
 */
export interface WorkingCalendar {
  /** Name under which a dossier pins this calendar: the same hours and days always bear the same name. */
  readonly version: string;
  readonly firstDay: DayNumber;
  readonly lastDay: DayNumber;
  /** Whole years for which special days were handed in; outside them only the weekly rest days are known. */
  readonly knownFrom: DayNumber;
  readonly knownTo: DayNumber;
  /** For each day since `firstDay`: how many working days lie before it, which is also the row at or after it. */
  readonly rowAt: Uint16Array;
  /** Day number of each row. */
  readonly days: Int32Array;
  /** Working minutes before the opening of each row. */
  readonly minutesBefore: Int32Array;
  /** Opening hours of each row. */
  readonly open: readonly (readonly Interval[])[];
}

/** A century holds fewer than 65,536 days, so that a row number fits 16 bits; no running matter lies outside it. */
const firstDay = dayOf('2000-01-01');
const lastDay = dayOf('2099-12-31');

function dayOf(date: string): DayNumber {
  return dayNumberOf(asPlainDate(date)) ?? Number.NaN;
}

/** Days since Monday. 1 January 1970 was a Thursday. */
const weekdayIndex = (day: DayNumber): number => (day + 3) % 7;

function openOn(day: DayNumber, hours: Hours, special: SpecialDay | undefined): readonly Interval[] {
  switch (special?.kind) {
    case undefined:
      return hours.week[weekdayIndex(day)] ?? [];
    case 'hours':
      return special.open;
    case 'swap_work':
      return hours.makeUp;
    default:
      return [];
  }
}

const minutesOf = (open: readonly Interval[]): number => open.reduce((sum, [from, to]) => sum + to - from, 0);

/** A version name made from the content, for calendars that no registry has numbered. */
function fingerprint(hours: Hours, days: readonly SpecialDay[]): string {
  const parts = days
    .map((special) => [special.day, special.kind, special.kind === 'hours' ? special.open : null] as const)
    .sort((a, b) => a[0] - b[0]);
  const content = JSON.stringify([hours.week, hours.makeUp, parts]);
  return `cal-${createHash('sha256').update(content).digest('hex').slice(0, 12)}`;
}

/**
 * Lays out the days of 2000–2099.
 * @param days special days; a later one for the same day replaces an earlier one (the unit's own after the nation's).
 * @param version name to pin it by; without one a fingerprint of the content.
 */
export function buildCalendar(input: {
  readonly hours: Hours;
  readonly days: readonly SpecialDay[];
  readonly version?: string;
}): WorkingCalendar {
  const { hours } = input;
  invariant(checkHours(hours) === undefined, 'a calendar is built from checked hours');
  const special = new Map(input.days.map((one) => [one.day, one]));
  const rowAt = new Uint16Array(lastDay - firstDay + 1);
  const days: number[] = [];
  const minutesBefore: number[] = [];
  const open: (readonly Interval[])[] = [];
  let minutes = 0;
  for (let day = firstDay; day <= lastDay; day++) {
    rowAt[day - firstDay] = days.length;
    const intervals = openOn(day, hours, special.get(day));
    if (intervals.length === 0) continue;
    days.push(day);
    minutesBefore.push(minutes);
    open.push(intervals);
    minutes += minutesOf(intervals);
  }
  return {
    version: input.version ?? fingerprint(hours, [...special.values()]),
    firstDay,
    lastDay,
    ...knownYears(input.days),
    rowAt,
    days: Int32Array.from(days),
    minutesBefore: Int32Array.from(minutesBefore),
    open,
  };
}

/** A unit's own hours tell nothing about the year's holidays, so only the days of the notice widen the known years. */
function knownYears(days: readonly SpecialDay[]): { knownFrom: DayNumber; knownTo: DayNumber } {
  const years = days
    .filter((one) => one.kind !== 'hours')
    .map((one) => Number(dateOfDayNumber(one.day).slice(0, 4)));
  if (years.length === 0) return { knownFrom: 0, knownTo: -1 };
  return { knownFrom: dayOf(`${Math.min(...years)}-01-01`), knownTo: dayOf(`${Math.max(...years)}-12-31`) };
}
