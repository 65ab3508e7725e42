import { record } from '#capabilities/audit';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { isPlainDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { approverOf, designerOf, notYours } from '../drafts/draft.ts';
import * as closings from './closing-queries.ts';
import * as sql from './queries.ts';

export interface Closing {
  /** `YYYY-MM-DD`: the first day on which it is no longer offered. */
  readonly from: string;
  /** Procedure that took its place; who asks for the old one is led there. */
  readonly replacedBy?: string;
  /** The decision that abolishes it, or why else. */
  readonly reason: string;
}

const mostReason = 1000;

/** Asks a colleague to close a procedure; nothing changes for anybody until one agrees. A later request takes the place of an open one. */
export async function askToClose(ctx: Ctx, code: string, closing: Closing): Promise<Outcome<null>> {
  const officer = designerOf(ctx);
  if (!officer) return notYours;
  const { from, replacedBy } = closing;
  const reason = cleanText(closing.reason).slice(0, mostReason);
  if (!isPlainDate(from)) return refused({ code: 'date-missing', field: 'from' });
  if (reason === '') return refused({ code: 'reason-empty', field: 'reason' });
  if (replacedBy === code) return refused({ code: 'replaced-by-itself', field: 'replacedBy' });
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    await transactor.get(sql.oneAtATime, { code });
    if (!(await transactor.find(sql.inForce, { code }))) return refused({ code: 'procedure-unknown' });
    if (replacedBy !== undefined && !(await transactor.find(sql.newestVersion, { code: replacedBy })))
      return refused({ code: 'procedure-unknown', field: 'replacedBy' });
    await transactor.find(closings.dropRequest, { code });
    await transactor.get(closings.putRequest, {
      code,
      from_day: from,
      replaced_by: replacedBy ?? null,
      reason,
      by: officer.officer,
      at: new Date(ctx.clock.now()).toISOString(),
    });
    await record(transactor, ctx, {
      action: 'catalogue.ask-to-close',
      subject: `procedure:${code}`,
      details: { from, replacedBy: replacedBy ?? null, reason },
    });
    return done(null);
  });
}

/**
 * A second person closes it: no longer offered from that day on. Dossiers go on; a version published later opens the procedure
 * again. Whoever asked does not agree alone, but may withdraw the request.
 */
export async function decideClosing(
  ctx: Ctx,
  code: string,
  decision: 'agree' | 'drop',
): Promise<Outcome<null>> {
  const designer = designerOf(ctx);
  const approver = approverOf(ctx);
  if (!designer) return notYours;
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    await transactor.get(sql.oneAtATime, { code });
    const asked = await transactor.find(closings.findRequest, { code });
    if (!asked) return refused({ code: 'closing-unasked' });
    const own = asked.asked_by === designer.officer;
    if (decision === 'drop' ? !own && !approver : !approver) return notYours;
    if (decision === 'agree' && own) return refused({ code: 'own-closing' });
    await transactor.find(closings.dropRequest, { code });
    if (decision === 'agree')
      await transactor.get(sql.putClosing, {
        code,
        from_day: asked.from_day,
        replaced_by: asked.replaced_by,
        by: designer.officer,
        at: new Date(ctx.clock.now()).toISOString(),
      });
    await record(transactor, ctx, {
      action: decision === 'agree' ? 'catalogue.close' : 'catalogue.drop-closing',
      subject: `procedure:${code}`,
      details: { from: asked.from_day, replacedBy: asked.replaced_by, reason: asked.reason },
    });
    return done(null);
  });
}

export interface ClosingState {
  readonly asked: closings.ClosingRequest | undefined;
  readonly closed: closings.StandingClosing | undefined;
}

/** What is asked and what was decided about the end of a procedure. */
export async function closingOf(ctx: Ctx, code: string): Promise<ClosingState> {
  if (!designerOf(ctx)) return { asked: undefined, closed: undefined };
  return ctx.db.read(scopeOf(ctx.actor), async (reader) => ({
    asked: await reader.find(closings.findRequest, { code }),
    closed: await reader.find(closings.findClosing, { code }),
  }));
}

/** What waits for a second person to agree, oldest first; the first 200. */
export async function closingRequests(ctx: Ctx): Promise<readonly closings.ClosingRequest[]> {
  if (!designerOf(ctx)) return [];
  return ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(closings.listRequests, {}));
}
