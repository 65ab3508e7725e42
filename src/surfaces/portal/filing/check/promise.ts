import { minuteOf, type WorkingCalendar } from '#capabilities/calendar';
import { dueOf, dueSameDay } from '#capabilities/deadlines';
import { attempt, caseOf, type LegalTime, timeFor } from '#capabilities/forms';
import { dateOfDayNumber, type Instant, type PlainDate } from '#kernel/time';
import type { OpenFiling } from '../core/open-filing.ts';

export interface DuePromise {
  readonly time: LegalTime;
  /** The day by which it would be decided if it were accepted now; undefined where no day can be named. */
  readonly ifAcceptedNow?: PlainDate;
}

/** What the law promises for these answers; undefined where the procedure publishes no time. */
export function duePromise(
  { definition, answers, facts }: OpenFiling,
  calendar: WorkingCalendar,
  now: Instant,
): DuePromise | undefined {
  const found = attempt(() =>
    timeFor(definition, 'online', caseOf(definition, answers, facts), answers, facts),
  );
  const time = found.ok ? found.value : undefined;
  if (!time) return undefined;
  const received = minuteOf(now);
  const due = time.sameDay ? dueSameDay(calendar, { received }) : dueOf(calendar, { received, time });
  const day = due.ok ? due.value.endOfDay : null;
  return { time, ...(day === null ? {} : { ifAcceptedNow: dateOfDayNumber(day) }) };
}
