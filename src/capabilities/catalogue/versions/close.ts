import { record } from '#capabilities/audit';
import { done, type Outcome, refused } from '#kernel/outcome';
import { isPlainDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { approverOf, notYours } from '../drafts/draft.ts';
import * as sql from './queries.ts';

export interface Closing {
  /** `YYYY-MM-DD`: the first day on which it is no longer offered. */
  readonly from: string;
  /** Procedure that took its place; who asks for the old one is led there. */
  readonly replacedBy?: string;
}

/** No longer offered from a day on. Dossiers go on; a version published later opens the procedure again. */
export async function closeProcedure(ctx: Ctx, code: string, closing: Closing): Promise<Outcome<null>> {
  const officer = approverOf(ctx);
  if (!officer) return notYours;
  const { from, replacedBy } = closing;
  if (!isPlainDate(from)) return refused({ code: 'date-missing', field: 'from' });
  if (replacedBy === code) return refused({ code: 'replaced-by-itself', field: 'replacedBy' });
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    await transactor.get(sql.oneAtATime, { code });
    if (!(await transactor.find(sql.inForce, { code }))) return refused({ code: 'procedure-unknown' });
    if (replacedBy !== undefined && !(await transactor.find(sql.newestVersion, { code: replacedBy })))
      return refused({ code: 'procedure-unknown', field: 'replacedBy' });
    await transactor.get(sql.putClosing, {
      code,
      from_day: from,
      replaced_by: replacedBy ?? null,
      by: officer.officer,
      at: new Date(ctx.clock.now()).toISOString(),
    });
    await record(transactor, ctx, {
      action: 'catalogue.close',
      subject: `procedure:${code}`,
      details: { from, replacedBy: replacedBy ?? null },
    });
    return done(null);
  });
}
