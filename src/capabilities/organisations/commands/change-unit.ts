import type { UnitId } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { type Ctx, scopeOf } from '#platform/context';
import { administers } from '../authority.ts';
import * as sql from '../queries/index.ts';
import { standsOn } from '../unit.ts';
import type { Units } from '../units.ts';
import { announce, notAllowed, recordChange } from './journal.ts';

export interface UnitChange {
  readonly unit: UnitId;
  /** The version the administrator looked at. */
  readonly version: number;
  readonly address: string;
  /** Key of its opening hours. */
  readonly hours: string;
  /** Keys that the calendar in force knows. */
  readonly knownHours: readonly string[];
}

const longestAddress = 300;

/**
 * Changes where a unit is found and when it is open. Dossiers accepted before keep the hours they pinned; new ones are
 * reckoned by the new hours from now on.
 */
export async function changeUnit(ctx: Ctx, units: Units, input: UnitChange): Promise<Outcome<UnitId>> {
  const directory = await units.directory();
  if (!directory.byId(input.unit)) return refused({ code: 'unit-unknown' });
  if (!administers(ctx.actor, input.unit, directory)) return notAllowed(ctx, 'unit.change', input.unit);
  const address = cleanText(input.address);
  if (address.length > longestAddress) return refused({ code: 'address-too-long', field: 'address' });
  const { hours } = input;
  if (!input.knownHours.includes(hours)) return refused({ code: 'hours-unknown', field: 'hours' });

  const outcome = await ctx.db.transact(scopeOf(ctx.actor), async (t): Promise<Outcome<UnitId>> => {
    const locked = await t.get(sql.lockUnit, { unit: input.unit });
    if (locked.version !== input.version) return refused({ code: 'changed-meanwhile' });
    if (!standsOn(locked, directory.day)) return refused({ code: 'unit-closed' });
    const before = { address: locked.address, hours: locked.hours };
    if (before.address === address && before.hours === hours) return refused({ code: 'nothing-changed' });
    await t.get(sql.changeUnit, { unit: locked.id, address, hours });
    await recordChange(t, ctx, 'unit.change', locked.id, { before, after: { address, hours } });
    await announce(t, ctx, 'unit.changed', locked.id, {});
    return done(locked.id);
  });
  if (outcome.ok) units.forget();
  return outcome;
}
