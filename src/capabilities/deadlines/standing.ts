import {
  type DayNumber,
  type LocalMinute,
  midnightOf,
  type WorkingCalendar,
  workingMinutesBetween,
} from '#capabilities/calendar';
import { minutesPerWorkingDay } from './time-limit.ts';

/** Working time to the due moment, or since it when overdue: whole working days of 480 minutes, and minutes. */
export interface TimeLeft {
  readonly overdue: boolean;
  readonly days: number;
  readonly minutes: number;
}

/** The last minute of a due day: the moment to compare with when the promise is a date (convention D). */
export const lastMinuteOf = (day: DayNumber): LocalMinute => midnightOf(day + 1) - 1;

/** The time left to a due moment, in numbers for words ("còn 2 ngày 3 giờ"). At the due moment itself it is not overdue. */
export function timeLeft(calendar: WorkingCalendar, now: LocalMinute, due: LocalMinute): TimeLeft {
  const [from, to] = now > due ? [due, now] : [now, due];
  const minutes = workingMinutesBetween(calendar, from, to) ?? 0;
  return {
    overdue: now > due,
    days: Math.floor(minutes / minutesPerWorkingDay),
    minutes: minutes % minutesPerWorkingDay,
  };
}

export type OnTime = 'early' | 'on-time' | 'late';

/**
 * State of a dossier that is finished or stopped, by dates alone, whatever the hour. A dossier that was promised no
 * date counts as on time.
 */
export function onTimeWhenFinished(finished: DayNumber, due: DayNumber | null): OnTime {
  if (due === null || finished === due) return 'on-time';
  return finished < due ? 'early' : 'late';
}

/** State of a dossier still in work, as of the end of a period. */
export const onTimeInWork = (asOf: DayNumber, due: DayNumber | null): 'on-time' | 'late' =>
  due !== null && due < asOf ? 'late' : 'on-time';
