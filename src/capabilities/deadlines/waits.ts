import {
  addWorkingMinutes,
  closingOf,
  type DayNumber,
  dayOfMinute,
  type LocalMinute,
  type WorkingCalendar,
  workingMinutesBetween,
} from '#capabilities/calendar';
import { done, type Outcome, refused } from '#kernel/outcome';

/** Time in which the clock stands: for the citizen's supplement or for money. Half open: at `to` the clock runs again. */
export interface Wait {
  readonly from: LocalMinute;
  readonly to: LocalMinute;
  /** The dossier had not been accepted when it was asked for: the count starts anew at `to`. */
  readonly beforeAcceptance?: boolean;
}

/** Waits in order and without overlap, for a minute spent waiting for two things is one minute. */
export function mergeWaits(waits: readonly Wait[], since: LocalMinute): Outcome<readonly Wait[]> {
  const merged: { from: LocalMinute; to: LocalMinute }[] = [];
  for (const wait of waits.toSorted((a, b) => a.from - b.from)) {
    if (!(wait.to >= wait.from)) return refused({ code: 'wait-ends-before-it-begins', field: 'waits' });
    const from = Math.max(wait.from, since);
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, wait.to);
    else if (wait.to > from) merged.push({ from, to: wait.to });
  }
  return done(merged);
}

/**
 * Convention H: the clock stands during a wait, so the due moment moves by its working minutes. A wait that begins
 * when the time has already run out moves nothing: nobody asks his way out of being overdue.
 * Undefined when the due moment leaves the calendar.
 */
export function extendMoment(
  calendar: WorkingCalendar,
  due: LocalMinute,
  waits: readonly Wait[],
): LocalMinute | undefined {
  let moved: LocalMinute | undefined = due;
  for (const { from, to } of waits) {
    if (moved === undefined || from >= moved) break;
    const waited = workingMinutesBetween(calendar, from, to);
    moved = waited === undefined ? undefined : addWorkingMinutes(calendar, moved, waited);
  }
  return moved;
}

/**
 * Convention D: the closing of the due day is moved by the same working minutes, and the day in which it then lies is
 * the new due day. A day begun is thus a whole one. The minutes are summed first, so three short waits cost one day and
 * not three; and since both conventions move by the same minutes, the appointment (H) never falls after the day (D).
 * The term runs to midnight (Civil Code, Art. 148), so a wait that begins in its last evening still counts.
 */
export function extendDay(
  calendar: WorkingCalendar,
  due: DayNumber,
  waits: readonly Wait[],
): DayNumber | undefined {
  const closing = closingOf(calendar, due);
  let moved: DayNumber | undefined = due;
  let sum = 0;
  for (const { from, to } of waits) {
    if (moved === undefined || closing === undefined || dayOfMinute(from) > moved) break;
    const waited = workingMinutesBetween(calendar, from, to);
    if (waited === undefined) return undefined;
    sum += waited;
    const moment = addWorkingMinutes(calendar, closing, sum);
    // The last minute worked names the day: a closing at midnight belongs to the day it ends.
    moved = moment === undefined ? undefined : dayOfMinute(moment - 1);
  }
  return moved;
}
