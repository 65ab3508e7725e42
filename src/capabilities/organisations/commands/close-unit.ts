import type { UnitId } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import type { PlainDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { administers } from '../authority.ts';
import type { UnitDirectory } from '../directory.ts';
import * as sql from '../queries/index.ts';
import { standsOn } from '../unit.ts';
import type { Units } from '../units.ts';
import { announce, notAllowed, recordChange } from './journal.ts';

export interface Closing {
  readonly unit: UnitId;
  readonly version: number;
  /** First day on which it no longer stands. */
  readonly on: PlainDate;
  /** Who carries on its work, its dossiers and the units below it. */
  readonly successor?: UnitId;
  /** The decision it rests on. */
  readonly reason: string;
}

/** Ends a unit. Its row stays: old dossiers keep the agency they were received by. */
export async function closeUnit(ctx: Ctx, units: Units, input: Closing): Promise<Outcome<UnitId>> {
  const reason = cleanText(input.reason);
  if (reason === '') return refused({ code: 'reason-empty', field: 'reason' });
  const directory = await units.directory();
  if (!directory.byId(input.unit)) return refused({ code: 'unit-unknown' });
  if (!administers(ctx.actor, input.unit, directory)) return notAllowed(ctx, 'unit.close', input.unit);
  const wrong = successorProblem(input, directory);
  if (wrong) return refused({ code: wrong, field: 'successor' });

  const outcome = await ctx.db.transact(scopeOf(ctx.actor), async (t): Promise<Outcome<UnitId>> => {
    const locked = await t.get(sql.lockUnit, { unit: input.unit });
    if (locked.version !== input.version) return refused({ code: 'changed-meanwhile' });
    if (locked.validTo !== null) return refused({ code: 'unit-closed' });
    if (input.on <= locked.validFrom) return refused({ code: 'date-too-early', field: 'on' });
    await t.get(sql.closeUnit, { unit: locked.id, on: input.on, successor: input.successor ?? null });
    const details = { on: input.on, successor: input.successor ?? null };
    await recordChange(t, ctx, 'unit.close', locked.id, { ...details, reason });
    await announce(t, ctx, 'unit.closed', locked.id, details);
    return done(locked.id);
  });
  if (outcome.ok) units.forget();
  return outcome;
}

function successorProblem(input: Closing, directory: UnitDirectory): string | undefined {
  if (input.successor === undefined)
    return directory.children(input.unit).length > 0 ? 'unit-has-children' : undefined;
  const successor = directory.byId(input.successor);
  if (!successor || successor.key.includes('~')) return 'unit-unknown';
  if (successor.validTo !== null || !standsOn(successor, input.on)) return 'successor-closed';
  return directory.isUnder(successor.id, input.unit) ? 'successor-below' : undefined;
}
