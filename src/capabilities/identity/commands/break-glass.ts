import { record } from '#capabilities/audit';
import { type OfficerId, uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { localDateTime } from '#kernel/time';
import type { Ctx } from '#platform/context';
import { json, publicScope } from '#platform/db';
import * as sql from '../queries/index.ts';
import { checkBreakGlass } from '../secrets.ts';

export interface BreakGlass {
  readonly email: string;
  readonly password: string;
  /** Six digits of the authenticator. */
  readonly code: string;
}

/**
 * The one administrator account that needs no provider: password and one-time code. Every use and every failed try
 * stands in the journal and the log; a use is announced (`officer.break-glass`), for it should wake somebody.
 */
export async function signInBreakGlass(ctx: Ctx, input: BreakGlass): Promise<Outcome<OfficerId>> {
  const now = ctx.clock.now();
  const account = await ctx.db.direct.find(sql.breakGlass, { email: input.email.trim() });
  const step = await checkBreakGlass(account?.secret, input, now);
  const subject = `officer:${account?.id ?? 'unknown'}`;
  if (!account || step === undefined) {
    ctx.log.warn({ requestId: ctx.requestId }, 'break-glass sign-in failed');
    await ctx.db.transact(publicScope, (t) =>
      record(t, ctx, { action: 'officer.break-glass.refused', subject }),
    );
    return refused({ code: 'break-glass-refused' });
  }
  const outcome = await ctx.db.transact(
    { kind: 'officer', officer: account.id },
    async (t): Promise<Outcome<OfficerId>> => {
      const used = await t.find(sql.useCode, { officer: account.id, step });
      const action = used ? 'officer.break-glass' : 'officer.break-glass.refused';
      await record(t, ctx, { action, subject, details: { codeUsedBefore: !used } });
      if (!used) return refused({ code: 'break-glass-refused' });
      await t.get(sql.putEvent, {
        key: account.id,
        id: uuidv7(now),
        now,
        topic: 'officer.break-glass',
        subject: account.id,
        payload: json({ at: localDateTime(now) }),
      });
      return done(account.id);
    },
  );
  ctx.log.error({ requestId: ctx.requestId, used: outcome.ok }, 'BREAK-GLASS ACCOUNT USED');
  return outcome;
}
