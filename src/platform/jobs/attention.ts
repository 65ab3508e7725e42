import { definePermissions } from '#kernel/actor';
import { uuidv7 } from '#kernel/ids';
import { type Ctx, scopeOf } from '#platform/context';
import { stuckEvents, tryAgain } from './queries.ts';

export const attentionPermissions = definePermissions({
  /** What failed for good, and its next try: kinds, times and reasons, never what is inside. */
  'attention.tend': { roles: ['system-administrator'] },
});

/** Events that no try could finish: of what kind and why. Permission is the route's, and the database asks again. */
export const listStuckEvents = (ctx: Ctx, size = 100) =>
  ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(stuckEvents, { size, now: ctx.clock.now() }));
export type StuckEvent = Awaited<ReturnType<typeof listStuckEvents>>[number];

/** Gives a stuck event its tries again, and records it. @returns false when it is unknown, done or somebody else was faster. */
export const retryStuckEvent = (ctx: Ctx, key: { homeUnit: string; id: string }): Promise<boolean> =>
  ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const now = ctx.clock.now();
    const { found } = await transactor.get(tryAgain, {
      home_unit: key.homeUnit,
      id: key.id,
      now,
      audit: uuidv7(now),
      request: ctx.requestId,
    });
    return found;
  });
