import { localDate } from '#kernel/time';
import type { Ctx } from '#platform/context';
import { systemScope } from '#platform/db';
import { overdueNow } from './queries.ts';

/** How many dossiers run past their promised date at this moment, apologised for or not. */
export async function countOverdue(ctx: Ctx): Promise<number> {
  const now = ctx.clock.now();
  const row = await ctx.db.read(systemScope, (reader) =>
    reader.get(overdueNow, { today: localDate(now), now }),
  );
  return row.overdue;
}
