import { type Ctx, scopeOf } from '#platform/context';
import { stuckEvents, tryAgain } from './queries.ts';

/** Events that no try could finish: what they are about and why, never what is inside. Permission is the route's. */
export const listStuckEvents = (ctx: Ctx, size = 100) =>
  ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(stuckEvents, { size }));

/** Gives a stuck event its tries again. @returns false when it is unknown or done. */
export const retryStuckEvent = (ctx: Ctx, key: { homeUnit: string; id: string }): Promise<boolean> =>
  ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const { found } = await transactor.get(tryAgain, { home_unit: key.homeUnit, id: key.id });
    return found;
  });
