import { record } from '#capabilities/audit';
import { uuidv7 } from '#kernel/ids';
import { localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { json } from '#platform/db';
import { type ImportReport, rowsToTell, summaryOf } from '../importing/index.ts';
import type { NationalProcedure } from '../procedure.ts';
import { type Comparison, compareNational } from './compare.ts';
import { heldProcedures, insertItems, insertList, insertRemarks } from './queries.ts';

export interface NewList {
  /** Whose list and of which day, as people call it. */
  readonly name: string;
  readonly procedures: readonly NationalProcedure[];
  /** What the importer corrected, kept or set aside (Markdown). */
  readonly report: string;
  /** The same, row by row. */
  readonly remarks?: ImportReport;
  /** The officer who handed the list in: that one takes nothing of it over. */
  readonly readBy?: string;
}

const chunk = 300;

/** How a newer list differs from what is held; nothing is written. */
export async function compareNationalList(
  ctx: Ctx,
  procedures: readonly NationalProcedure[],
): Promise<Comparison> {
  const today = localDate(ctx.clock.now());
  const held = await ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(heldProcedures, { today }));
  return compareNational(held, procedures);
}

/**
 * Compares a newer list and keeps what differs, each for a person to take or to keep as it was. For machines (the command
 * line): `published` are the codes that the same run published at once. @returns the list's id and what it found.
 */
export async function keepNationalList(
  ctx: Ctx,
  list: NewList,
  found: Comparison,
  published: ReadonlySet<string>,
): Promise<string> {
  const id = uuidv7(ctx.clock.now());
  const at = new Date(ctx.clock.now()).toISOString();
  await ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    await transactor.get(insertList, {
      id,
      name: list.name,
      at,
      procedures: list.procedures.length,
      same: found.same,
      report: list.report,
      read_by: list.readBy ?? null,
      counts: list.remarks ? json(summaryOf(list.remarks)) : null,
    });
    for (let from = 0; from < found.changes.length; from += chunk) {
      const rows = found.changes.slice(from, from + chunk).map((each) => {
        const taken = each.change === 'new' && published.has(each.code);
        // What was published stands in its version; a second copy would only be weight.
        return taken ? { ...each, record: null, decision: 'taken', outcome: 'published' } : each;
      });
      await transactor.rows(insertItems, { list: id, at, rows: json(rows) });
    }
    const remarks = list.remarks ? rowsToTell(list.remarks) : [];
    for (let from = 0; from < remarks.length; from += chunk * 10)
      await transactor.rows(insertRemarks, {
        list: id,
        rows: json(
          remarks.slice(from, from + chunk * 10).map((each, at) => ({ ...each, nth: from + at + 1 })),
        ),
      });
    const count = (change: string) => found.changes.filter((each) => each.change === change).length;
    await record(transactor, ctx, {
      action: 'catalogue.compare-national-list',
      subject: `national-list:${id}`,
      details: { new: count('new'), changed: count('changed'), gone: count('gone'), same: found.same },
    });
  });
  return id;
}
