import type { Ctx } from '#platform/context';
import { systemScope } from '#platform/db';
import { backlog } from './queries.ts';

/** How many events wait, how many are left to a human, and the age in seconds of the oldest that waits. */
export const outboxBacklog = (ctx: Ctx) =>
  ctx.db.read(systemScope, (reader) => reader.get(backlog, { now: ctx.clock.now() }));
