import { record } from '#capabilities/audit';
import { done, type Outcome, refused } from '#kernel/outcome';
import { type Ctx, scopeOf } from '#platform/context';
import { json } from '#platform/db';
import { designerOf, notYours } from '../drafts/draft.ts';
import { procedureCodePattern } from '../procedure.ts';
import { newestVersion } from '../versions/queries.ts';
import type { BurdenMeasure } from './measure.ts';
import * as sql from './queries.ts';
import { type CostSheet, costSheetShape } from './sheet.ts';

/** Keeps the sheet of a procedure, if nobody saved since `revision` (0: there was none). @returns the new revision. */
export async function saveCostSheet(
  ctx: Ctx,
  code: string,
  revision: number,
  sheet: unknown,
): Promise<Outcome<number>> {
  const officer = designerOf(ctx);
  if (!officer) return notYours;
  if (!procedureCodePattern.test(code))
    return refused({ code: 'code-shape', field: 'code', details: { word: code } });
  const read = costSheetShape.safeParse(sheet);
  if (!read.success)
    return refused({ code: 'cost-sheet-shape', field: read.error.issues[0]?.path.join('.') ?? '' });
  return ctx.db.transact<Outcome<number>>(scopeOf(ctx.actor), async (transactor) => {
    if (!(await transactor.find(newestVersion, { code }))) return refused({ code: 'procedure-unknown' });
    const before = await transactor.find(sql.lockSheet, { code });
    if ((before?.revision ?? 0) !== revision)
      return refused({ code: 'changed-meanwhile', details: { revision: before?.revision ?? 0 } });
    const saved = await transactor.get(sql.putSheet, {
      code,
      sheet: json(read.data),
      by: officer.officer,
      at: new Date(ctx.clock.now()).toISOString(),
    });
    await record(transactor, ctx, {
      action: 'catalogue.save-cost-sheet',
      subject: `procedure:${code}`,
      details: { revision: saved.revision },
    });
    return done(saved.revision);
  });
}

/** Keeps what was just counted of real dossiers beside the sheet. */
export async function keepMeasure(ctx: Ctx, code: string, measure: BurdenMeasure): Promise<Outcome<null>> {
  if (!designerOf(ctx)) return notYours;
  return ctx.db.transact<Outcome<null>>(scopeOf(ctx.actor), async (transactor) => {
    const at = new Date(ctx.clock.now()).toISOString();
    const kept = await transactor.find(sql.keepMeasureRow, { code, measure: json(measure), at });
    if (!kept) return refused({ code: 'cost-sheet-missing' });
    await record(transactor, ctx, {
      action: 'catalogue.measure-burden',
      subject: `procedure:${code}`,
      details: { dossiers: measure.dossiers },
    });
    return done(null);
  });
}

/** Keeps first sheets of procedures that have none; a sheet that stands is left alone. @returns how many were made. */
export async function startCostSheets(
  ctx: Ctx,
  sheets: readonly { readonly code: string; readonly sheet: CostSheet }[],
): Promise<Outcome<number>> {
  const officer = designerOf(ctx);
  if (!officer) return notYours;
  return ctx.db.transact<Outcome<number>>(scopeOf(ctx.actor), async (transactor) => {
    const at = new Date(ctx.clock.now()).toISOString();
    let made = 0;
    for (const { code, sheet } of sheets) {
      if (await transactor.find(sql.lockSheet, { code })) continue;
      await transactor.get(sql.putSheet, { code, sheet: json(sheet), by: officer.officer, at });
      await record(transactor, ctx, {
        action: 'catalogue.save-cost-sheet',
        subject: `procedure:${code}`,
        details: { revision: 1, first: true },
      });
      made += 1;
    }
    return made === 0 ? refused({ code: 'no-sheet-missing' }) : done(made);
  });
}
