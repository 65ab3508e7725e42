import { uuidv7 } from '#kernel/ids';
import { type Ctx, scopeOf } from '#platform/context';
import { markNoticesRead, notices, notSent, sendOnceMore, unread } from './queries/index.ts';

/** The inbox of the signed-in person, newest first; empty for anybody else. */
export function listNotices(
  ctx: Ctx,
  page: { readonly size: number; readonly from: number } = { size: 50, from: 0 },
) {
  const { actor } = ctx;
  if (actor.kind !== 'citizen') return Promise.resolve([]);
  return ctx.db.read(scopeOf(actor), (reader) => reader.rows(notices, { person: actor.person, ...page }));
}
export type Notice = Awaited<ReturnType<typeof listNotices>>[number];

/** How many messages wait to be read. */
export async function countUnread(ctx: Ctx): Promise<number> {
  const { actor } = ctx;
  if (actor.kind !== 'citizen') return 0;
  const row = await ctx.db.read(scopeOf(actor), (reader) => reader.get(unread, { person: actor.person }));
  return row.unread;
}

/** Marks messages as read; all of them without a list. @returns how many were unread. */
export async function markRead(ctx: Ctx, ids?: readonly string[]): Promise<number> {
  const { actor } = ctx;
  if (actor.kind !== 'citizen') return 0;
  const rows = await ctx.db.transact(scopeOf(actor), (transactor) =>
    transactor.rows(markNoticesRead, { person: actor.person, ids: ids ?? null, now: ctx.clock.now() }),
  );
  return rows.length;
}

/** E-mails that could not be sent, for the administrator: neither address nor text. Permission is the route's, and the database asks again. */
export const listUnsentMail = (ctx: Ctx, size = 100) =>
  ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(notSent, { size, now: ctx.clock.now() }));

/** Gives an e-mail its tries again, and records it. @returns false when it is not among the failed ones. */
export const sendAgain = (ctx: Ctx, id: string): Promise<boolean> =>
  ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const now = ctx.clock.now();
    const { found } = await transactor.get(sendOnceMore, {
      id,
      now,
      audit: uuidv7(now),
      request: ctx.requestId,
    });
    return found;
  });
