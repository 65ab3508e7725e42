import {
  addWorkingMinutes,
  closingOf,
  covers,
  type DayNumber,
  dayOfMinute,
  isKnown,
  type LocalMinute,
  midnightOf,
  nextOpen,
  type WorkingCalendar,
  workingDayAfter,
} from '#capabilities/calendar';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import { dateOfDayNumber } from '#kernel/time';
import { addMonths } from './months.ts';
import { type TimeLimit, workingMinutesOf } from './time-limit.ts';
import { extendDay, extendMoment, mergeWaits, type Wait } from './waits.ts';

/** What sets a due date. */
export interface Count {
  readonly received: LocalMinute;
  readonly time: TimeLimit;
  /** Ended waits; for a wait that still goes on, hand in the present moment as its end. */
  readonly waits?: readonly Wait[];
}

export interface Due {
  /** The receipt, moved to the next opening when it came outside hours, or the restart after a supplement. */
  readonly start: LocalMinute;
  /** Convention D, the measure of on time; null for hours and for fractions of a day or month. */
  readonly endOfDay: DayNumber | null;
  /** Convention H, printed as the appointment; null for calendar days and months. */
  readonly toTheMinute: LocalMinute | null;
  /** False when the holidays of a year that was counted through are not in the calendar yet: only weekends were skipped. */
  readonly calendarKnown: boolean;
}

const tooLong = (calendar: WorkingCalendar): Refusal => ({
  code: 'time-too-long',
  field: 'time.value',
  details: { last: dateOfDayNumber(calendar.lastDay) },
});

/** The due date by both conventions (rules: README, "Promises"). */
export function dueOf(calendar: WorkingCalendar, { received, time, waits = [] }: Count): Outcome<Due> {
  const start = startOf(calendar, restartOf(received, waits));
  if (!start.ok) return start;
  const minutes = workingMinutesOf(time);
  const endOfDay = lastDayOf(calendar, dayOfMinute(start.value), time);
  const toTheMinute = minutes === null ? null : addWorkingMinutes(calendar, start.value, minutes);
  return withWaits(calendar, start.value, endOfDay, toTheMinute, waits);
}

/** Convention D alone. */
export function dueEndOfDay(calendar: WorkingCalendar, count: Count): Outcome<DayNumber | null> {
  const due = dueOf(calendar, count);
  return due.ok ? done(due.value.endOfDay) : due;
}

/** Convention H alone. */
export function dueToTheMinute(calendar: WorkingCalendar, count: Count): Outcome<LocalMinute | null> {
  const due = dueOf(calendar, count);
  return due.ok ? done(due.value.toTheMinute) : due;
}

/** Minute of the day after which a same-day procedure is answered on the next working day ("sau 15 giờ"). */
export const sameDayCutoff = 15 * 60;

/** Procedures answered on the day of receipt: by its closing, or the next working day's when received after 15:00. */
export function dueSameDay(
  calendar: WorkingCalendar,
  count: Pick<Count, 'received' | 'waits'>,
  cutoff: number = sameDayCutoff,
): Outcome<Due> {
  const { received, waits = [] } = count;
  const start = startOf(calendar, restartOf(received, waits));
  if (!start.ok) return start;
  const today = dayOfMinute(start.value);
  const late = start.value - midnightOf(today) > cutoff;
  const day = workingDayAfter(calendar, today, late ? 1 : 0);
  return withWaits(
    calendar,
    start.value,
    day,
    day === undefined ? undefined : closingOf(calendar, day),
    waits,
  );
}

/** A supplement before acceptance starts the count anew when it is complete. */
const restartOf = (received: LocalMinute, waits: readonly Wait[]): LocalMinute =>
  Math.max(received, ...waits.filter((one) => one.beforeAcceptance).map((one) => one.to));

/** When a receipt counts as received: the moment itself in working hours, else the next opening. */
export function startOf(calendar: WorkingCalendar, received: LocalMinute): Outcome<LocalMinute> {
  const start = Number.isInteger(received) ? nextOpen(calendar, received) : undefined;
  if (start !== undefined) return done(start);
  const { firstDay, lastDay } = calendar;
  return refused({
    code: 'received-outside-calendar',
    field: 'received',
    details: { first: dateOfDayNumber(firstDay), last: dateOfDayNumber(lastDay) },
  });
}

/** Convention D without waits. Null: no meaning; undefined: beyond the calendar. */
function lastDayOf(
  calendar: WorkingCalendar,
  start: DayNumber,
  time: TimeLimit,
): DayNumber | null | undefined {
  if (time.unit === 'hour' || (!Number.isInteger(time.value) && Number.isFinite(time.value))) return null;
  if (time.unit === 'working_day') return workingDayAfter(calendar, start, time.value);
  const day = time.unit === 'day' ? start + time.value : addMonths(start, time.value, calendar.lastDay);
  return day !== undefined && covers(calendar, day) ? workingDayAfter(calendar, day, 0) : undefined;
}

function withWaits(
  calendar: WorkingCalendar,
  start: LocalMinute,
  day: DayNumber | null | undefined,
  minute: LocalMinute | null | undefined,
  waits: readonly Wait[],
): Outcome<Due> {
  const clock = mergeWaits(
    waits.filter((one) => !one.beforeAcceptance),
    start,
  );
  if (!clock.ok) return clock;
  const endOfDay = typeof day === 'number' ? extendDay(calendar, day, clock.value) : day;
  const toTheMinute = typeof minute === 'number' ? extendMoment(calendar, minute, clock.value) : minute;
  if (endOfDay === undefined || toTheMinute === undefined) return refused(tooLong(calendar));
  const first = dayOfMinute(start);
  const last = Math.max(first, endOfDay ?? 0, dayOfMinute(toTheMinute ?? 0));
  return done({ start, endOfDay, toTheMinute, calendarKnown: isKnown(calendar, first, last) });
}
