import { uuidv7 } from '#kernel/ids';
import type { Ctx } from '#platform/context';
import type { Transactor } from '#platform/db';
import { openShiftRow, ownShiftRow } from '../queries/tills.ts';
import type { Shift } from '../rules/shift.ts';

/**
 * The open shift of this officer in a unit, held until the transaction ends. Where there is none, one is opened with a float of 0:
 * reception is never stopped by a till. Undefined for who is no officer: the system takes no cash.
 */
export async function shiftForTaking(
  ctx: Pick<Ctx, 'actor' | 'clock'>,
  transactor: Transactor,
  unit: string,
): Promise<Shift | undefined> {
  const { actor } = ctx;
  if (actor.kind !== 'officer') return undefined;
  const own = { unit, officer: actor.officer };
  const there = await transactor.find(ownShiftRow, own);
  if (there) return there;
  const now = ctx.clock.now();
  const opened = await transactor.find(openShiftRow, {
    ...own,
    id: uuidv7(now),
    name: actor.name,
    now,
    float: 0,
    by_itself: true,
  });
  // Somebody else's window was a moment earlier.
  return opened ?? transactor.find(ownShiftRow, own);
}
