import type { Refusal } from '#kernel/outcome';

/** Whole minutes since local midnight of 1 January 1970: day number × 1440 + minute of the day. */
export type LocalMinute = number;
/** Whole days since 1 January 1970. */
export type DayNumber = number;

export const minutesPerDay = 1440;

/** Open from the first minute up to, but without, the last: `[420, 690]` is 07:00–11:30, and 11:30 is closed. */
export type Interval = readonly [open: number, close: number];

/** The opening hours of a unit; a day without intervals is a weekly rest day. */
export interface Hours {
  /** Monday to Sunday. */
  readonly week: readonly [
    monday: readonly Interval[],
    tuesday: readonly Interval[],
    wednesday: readonly Interval[],
    thursday: readonly Interval[],
    friday: readonly Interval[],
    saturday: readonly Interval[],
    sunday: readonly Interval[],
  ];
  /** Hours of a rest day that is worked in exchange for another: a swapped day is a full day, also for a unit with short Saturdays. */
  readonly makeUp: readonly Interval[];
}

const morning: Interval = [7 * 60, 11 * 60 + 30];
const afternoon: Interval = [13 * 60 + 30, 17 * 60];
const full = [morning, afternoon];

/** 07:00–11:30 and 13:30–17:00, Monday to Friday: the default of the national systems. */
export const officeHours: Hours = { week: [full, full, full, full, full, [], []], makeUp: full };

/** Residence reception of the commune police: office hours and Saturday morning, except on holidays (national catalogue). */
export const policeReceptionHours: Hours = {
  week: [full, full, full, full, full, [morning], []],
  makeUp: full,
};

/** Intervals of one day stand in order, do not overlap and stay within the day. */
export const intervalsInOrder = (intervals: readonly Interval[]): boolean =>
  intervals.every(
    ([open, close], i) =>
      Number.isInteger(open) &&
      Number.isInteger(close) &&
      open >= (intervals[i - 1]?.[1] ?? 0) &&
      open < close &&
      close <= minutesPerDay,
  );

/** What is wrong with hours somebody typed: intervals overlap or run backwards, or the unit never opens. */
export function checkHours(hours: Hours): Refusal | undefined {
  const wrong = hours.week.findIndex((day) => !intervalsInOrder(day));
  if (wrong >= 0)
    return { code: 'hours-out-of-order', field: `week.${wrong}`, details: { weekday: wrong + 1 } };
  if (!intervalsInOrder(hours.makeUp)) return { code: 'hours-out-of-order', field: 'makeUp' };
  if (hours.week.every((day) => day.length === 0)) return { code: 'hours-never-open', field: 'week' };
  return undefined;
}
