import {
  addWorkingMinutes,
  instantOf,
  minuteOf,
  nextOpen,
  type WorkingCalendar,
  workingMinutesBetween,
} from '#capabilities/calendar';
import type { Instant } from '#kernel/time';

/** Minutes of a full working day. */
export const dayMinutes = 480;

/** Working time as a straight line: position 0 is the opening of its first day, `length` is now. */
export interface WorkingAxis {
  readonly length: number;
  /** The moment at a position; a position at closing is the next opening. */
  at(position: number): Instant;
}

/** The last `days` working days before now, so that stories can be told in working minutes. */
export function workingAxis(calendar: WorkingCalendar, now: Instant, days: number): WorkingAxis {
  const end = minuteOf(now);
  // Calendar days that surely hold so many working days, holidays of Tết included.
  const from = nextOpen(calendar, (Math.floor(end / 1440) - Math.ceil(days * 1.7) - 12) * 1440);
  const worked = from === undefined ? undefined : workingMinutesBetween(calendar, from, end);
  if (from === undefined || worked === undefined)
    throw new Error('The calendar does not reach back far enough');
  const dropped = Math.max(0, Math.floor((worked - days * dayMinutes) / dayMinutes)) * dayMinutes;
  return {
    length: worked - dropped,
    at(position) {
      const minute = addWorkingMinutes(calendar, from, dropped + Math.max(0, Math.floor(position)));
      const open = minute === undefined ? undefined : nextOpen(calendar, minute);
      return instantOf(Math.min(open ?? end, end));
    },
  };
}
