import { readFileSync } from 'node:fs';
import {
  buildCalendar,
  type Hours,
  officeHours,
  parseHolidayTable,
  policeReceptionHours,
  type SpecialDay,
  type WorkingCalendar,
} from '#capabilities/calendar';
import { invariant } from '#kernel/outcome';
import { asPlainDate, dayNumberOf } from '#kernel/time';
import type { Count } from '../due.ts';
import { timeUnits } from '../time-limit.ts';
import type { Wait } from '../waits.ts';

export const dayOf = (date: string): number => dayNumberOf(asPlainDate(date)) ?? Number.NaN;
/** `at('2026-10-02T09:00')` as a local minute. */
export const at = (text: string): number =>
  dayOf(text.slice(0, 10)) * 1440 + Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16));

const table = parseHolidayTable(
  readFileSync(new URL('../../../../samples/holidays.csv', import.meta.url), 'utf8'),
);
invariant(table.ok, 'the shipped holiday table can be read');
const holidays: readonly SpecialDay[] = table.value;

/** A unit with its own days: open on the mornings before each Tết-like row of days off, and odd weekly hours. */
const halfDays: readonly SpecialDay[] = [
  ...holidays,
  ...holidays
    .filter((one) => one.kind === 'holiday' && (one.day + 3) % 7 > 0)
    .map((one) => one.day - 1)
    .filter((day) => holidays.every((one) => one.day !== day) && (day + 3) % 7 < 5)
    .map((day) => ({ day, kind: 'hours', name: 'Nghỉ buổi chiều', open: [[450, 690]] }) as const),
];
const oddHours: Hours = {
  week: [
    [[450, 690]],
    [
      [450, 690],
      [780, 1020],
    ],
    [[450, 1020]],
    [[0, 1440]],
    [
      [420, 540],
      [540, 1021],
    ],
    [],
    [[600, 601]],
  ],
  makeUp: [[480, 720]],
};

interface Setting {
  readonly name: string;
  readonly hours: Hours;
  readonly days: readonly SpecialDay[];
  readonly calendar: WorkingCalendar;
}
const setting = (name: string, hours: Hours, days: readonly SpecialDay[]): Setting => ({
  name,
  hours,
  days,
  calendar: buildCalendar({ hours, days }),
});

/** The calendars on which the rules are tried: office, commune police with Saturdays, half days, and the outlandish. */
export const settings = [
  setting('office', officeHours, holidays),
  setting('police', policeReceptionHours, holidays),
  setting('half days', officeHours, halfDays),
  setting('odd hours', oddHours, halfDays),
] as const;

/** A small seeded source of chance (mulberry32): the same seed gives the same cases on every machine. */
export function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const edges = [0, 419, 420, 449, 450, 689, 690, 691, 809, 810, 900, 901, 1019, 1020, 1021, 1439];
const pick = <T>(below: (n: number) => number, list: readonly T[]): T => list[below(list.length)] as T;
const firstDay = dayOf('2024-01-01');
const daySpan = dayOf('2030-12-31') - firstDay + 1;

function someMinute(below: (n: number) => number, day: number): number {
  return day * 1440 + (below(3) === 0 ? pick(below, edges) : below(1440));
}

/** A case that likes trouble: near special days, on the edges of hours, with up to three waits that may overlap. */
export function randomCount(below: (n: number) => number): Count {
  const anyDay = firstDay + below(daySpan);
  const day = below(2) ? Math.max(firstDay, pick(below, holidays).day + 3 - below(10)) : anyDay;
  const received = someMinute(below, day);
  const unit = pick(below, [...timeUnits, 'working_day', 'hour'] as const);
  const whole = below({ working_day: 11, day: 31, hour: 41, month: 4 }[unit]);
  const value = below(5) === 0 ? whole + below(4) / 4 : whole;
  const waits: Wait[] = [];
  for (let left = below(2) && below(4); left > 0; left--) {
    const from = someMinute(below, day - 1 + below(16));
    const to = below(3) ? someMinute(below, Math.floor(from / 1440) + below(6)) : from + below(600);
    waits.push({ from, to: Math.max(from, to), ...(below(8) === 0 ? { beforeAcceptance: true } : {}) });
  }
  return { received, time: { value, unit }, waits };
}
