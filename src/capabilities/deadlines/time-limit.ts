import { done, type Outcome, refused } from '#kernel/outcome';

/** Units of the national catalogue: Ngày làm việc, Ngày, Giờ, Tháng. */
export const timeUnits = ['working_day', 'day', 'hour', 'month'] as const;
export type TimeUnit = (typeof timeUnits)[number];

/** The time a procedure or a step may take. Hours are working hours. */
export interface TimeLimit {
  readonly value: number;
  readonly unit: TimeUnit;
}

/** A working day in hours is 8 of them in every unit, however long the unit opens. */
export const minutesPerWorkingDay = 480;

const isTimeUnit = (unit: unknown): unit is TimeUnit => (timeUnits as readonly unknown[]).includes(unit);

/** Reads a time limit from foreign data: a number that is not negative, and one of the four units. */
export function parseTimeLimit(input: unknown): Outcome<TimeLimit> {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return refused({ code: 'time-missing', field: 'time' });
  const { value, unit } = input as Record<string, unknown>;
  if (typeof value !== 'number' || Number.isNaN(value))
    return refused({ code: 'time-not-a-number', field: 'time.value' });
  if (value < 0) return refused({ code: 'time-negative', field: 'time.value', details: { value } });
  if (!isTimeUnit(unit))
    return refused({
      code: 'time-unit-unknown',
      field: 'time.unit',
      details: { unit: JSON.stringify(unit ?? null).slice(0, 40), units: timeUnits.join(', ') },
    });
  return done({ value, unit });
}

/**
 * Working minutes of a limit, to the nearest minute; null for calendar days and months, which pass on days off too.
 */
export function workingMinutesOf({ value, unit }: TimeLimit): number | null {
  if (unit === 'working_day') return Math.round(value * minutesPerWorkingDay);
  if (unit === 'hour') return Math.round(value * 60);
  return null;
}
