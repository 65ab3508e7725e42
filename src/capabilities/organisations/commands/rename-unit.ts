import { type UnitId, uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import type { PlainDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { administers } from '../authority.ts';
import * as sql from '../queries/index.ts';
import { standsOn } from '../unit.ts';
import type { Units } from '../units.ts';
import { announce, notAllowed, recordChange } from './journal.ts';

export interface Renaming {
  readonly unit: UnitId;
  /** The version the administrator looked at. */
  readonly version: number;
  readonly name: string;
  readonly shortName?: string;
  /** First day of the new name; today or before. */
  readonly from: PlainDate;
}

/**
 * Gives a unit a new name. It stays the same agency, so its identifier, posts and dossiers stay with it; the former
 * name keeps a closed row of its own and is what `nameOn` answers for days before.
 */
export async function renameUnit(ctx: Ctx, units: Units, input: Renaming): Promise<Outcome<UnitId>> {
  const name = cleanText(input.name);
  if (name === '') return refused({ code: 'unit-name-empty', field: 'name' });
  const directory = await units.directory();
  if (!directory.byId(input.unit)) return refused({ code: 'unit-unknown' });
  if (!administers(ctx.actor, input.unit, directory)) return notAllowed(ctx, 'unit.rename', input.unit);
  if (input.from > directory.day) return refused({ code: 'date-in-future', field: 'from' });

  const outcome = await ctx.db.transact(scopeOf(ctx.actor), async (t): Promise<Outcome<UnitId>> => {
    const locked = await t.get(sql.lockUnit, { unit: input.unit });
    if (locked.version !== input.version) return refused({ code: 'changed-meanwhile' });
    if (!standsOn(locked, directory.day)) return refused({ code: 'unit-closed' });
    if (locked.name === name) return refused({ code: 'name-unchanged', field: 'name' });
    if (input.from <= locked.validFrom) return refused({ code: 'date-too-early', field: 'from' });
    await t.get(sql.renameUnit, {
      unit: locked.id,
      former: uuidv7(ctx.clock.now()),
      former_key: `${locked.key}~${input.from}`,
      name,
      short_name: cleanText(input.shortName ?? '') || name,
      from: input.from,
    });
    await recordChange(t, ctx, 'unit.rename', locked.id, {
      before: locked.name,
      after: name,
      from: input.from,
    });
    await announce(t, ctx, 'unit.renamed', locked.id, { from: input.from });
    return done(locked.id);
  });
  if (outcome.ok) units.forget();
  return outcome;
}
