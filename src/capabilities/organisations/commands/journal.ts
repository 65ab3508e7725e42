import { type UnitId, uuidv7 } from '#kernel/ids';
import { type Refusal, refused } from '#kernel/outcome';
import { actorId, type Ctx, scopeOf } from '#platform/context';
import { json, type Transactor } from '#platform/db';
import * as sql from '../queries/index.ts';

/** The journal stands on the same rank as this room, so it is reached by the SQL function its shelf promises. */
export async function recordChange(
  t: Transactor,
  ctx: Ctx,
  action: string,
  unit: UnitId,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  const now = ctx.clock.now();
  await t.get(sql.recordAudit, {
    id: uuidv7(now),
    now,
    kind: ctx.actor.kind,
    actor: actorId(ctx.actor),
    unit,
    action,
    subject: `unit:${unit}`,
    details: json(details),
    request: ctx.requestId,
  });
}

/** Tells others: dossiers, posts and work lists follow by reactions. */
export async function announce(
  t: Transactor,
  ctx: Ctx,
  topic: string,
  unit: UnitId,
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  const now = ctx.clock.now();
  await t.get(sql.putEvent, { unit, id: uuidv7(now), now, topic, payload: json(payload) });
}

/** An attempt beyond one's rights is refused and stands in the journal. */
export async function notAllowed(
  ctx: Ctx,
  action: string,
  unit: UnitId,
): Promise<{ readonly ok: false; readonly refusal: Refusal }> {
  await ctx.db.transact(scopeOf(ctx.actor), (t) => recordChange(t, ctx, `${action}.refused`, unit, {}));
  return refused({ code: 'not-allowed' });
}
