import type { Facts, ReadingContext } from '#capabilities/forms';
import { localDate } from '#kernel/time';
import type { PageCtx } from '#platform/http';
import type { Doors } from '#surfaces/shared';

/** What forms are read with, for somebody who files online for themselves today. */
export function readingToday(ctx: PageCtx, doors: Doors): ReadingContext {
  const today = localDate(ctx.clock.now());
  const facts: Facts = { today, channel: 'online', representing: 'self' };
  return { today, lists: doors.services.lists, facts };
}
