import {
  addWorkingMinutes,
  closingOf,
  dayOfMinute,
  instantOf,
  minuteOf,
  type WorkingCalendar,
  workingMinutesBetween,
} from '#capabilities/calendar';
import { lastMinuteOf, type TimeLeft, timeLeft } from '#capabilities/deadlines';
import type { DossierState, Due } from '#capabilities/dossiers';
import {
  dateOfDayNumber,
  dayNumberOf,
  type Instant,
  instantAt,
  localDate,
  type PlainDate,
} from '#kernel/time';

/** End of what was promised: the minute where there is one, else the end of the day. */
export const dueInstant = ({ due }: DossierState): Instant | undefined =>
  due?.minute ?? (due?.date == null ? undefined : instantAt(due.date, 24 * 60 - 1));

export const dueDay = (due: Due): PlainDate | undefined =>
  due.minute === null ? (due.date ?? undefined) : localDate(due.minute);

/** Working time to the promise. While the clock stands it is what was left when it stopped. */
export function leftOf(calendar: WorkingCalendar, state: DossierState, now: Instant): TimeLeft | undefined {
  const { due, waitingSince } = state;
  if (!due) return undefined;
  const day = due.date === null ? undefined : dayNumberOf(due.date);
  const end = due.minute === null ? day && lastMinuteOf(day) : minuteOf(due.minute);
  return end === undefined ? undefined : timeLeft(calendar, minuteOf(waitingSince ?? now), end);
}

/**
 * Where the promise would stand if the running wait ended now: it moves by the working minutes of the wait, as the
 * deadlines room reckons it when the wait truly ends. A promise already broken does not move.
 */
export function dueIfResumedNow(
  calendar: WorkingCalendar,
  state: DossierState,
  now: Instant,
): Due | undefined {
  const { due, waitingSince } = state;
  if (!due || waitingSince === undefined) return due;
  const waited = workingMinutesBetween(calendar, minuteOf(waitingSince), minuteOf(now)) ?? 0;
  const moved = (from: number) =>
    minuteOf(waitingSince) >= from ? from : addWorkingMinutes(calendar, from, waited);
  const minute = due.minute === null ? undefined : moved(minuteOf(due.minute));
  const day = due.date === null ? undefined : dayNumberOf(due.date);
  const closing = day === undefined ? undefined : closingOf(calendar, day);
  const end = closing === undefined ? undefined : moved(closing);
  return {
    minute: minute === undefined ? due.minute : instantOf(minute),
    date: end === undefined ? due.date : dateOfDayNumber(dayOfMinute(end - 1)),
  };
}
