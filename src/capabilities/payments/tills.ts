import type { UnitId } from '#kernel/ids';
import { type Ctx, scopeOf } from '#platform/context';
import {
  receiptById,
  receiptsOfShift,
  shiftById,
  shiftsByIdRows,
  shiftsOfUnits,
  tillRows,
} from './queries/tills.ts';
import { fromBefore, type Shift, type Till, tillOf } from './rules/shift.ts';

/** A shift with its till as the books have it. */
export interface ShiftLook {
  readonly shift: Shift;
  readonly till: Till;
}

const mostShifts = 60;

/** Shifts of some units, the open ones first, then the newest. */
export const shiftsIn = (ctx: Ctx, units: readonly UnitId[]): Promise<readonly Shift[]> =>
  ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(shiftsOfUnits, { units, most: mostShifts }));

/** The own shift that has been open since an earlier day: it is counted and closed before money is taken again. */
export async function ownShiftFromBefore(ctx: Ctx, units: readonly UnitId[]): Promise<Shift | undefined> {
  const { actor, clock } = ctx;
  if (actor.kind !== 'officer') return undefined;
  const shifts = await shiftsIn(ctx, units);
  return shifts.find((shift) => shift.officer === actor.officer && fromBefore(shift, clock.now()));
}

/** The shifts of tills that accounts of the books name, as far as the reader's scope can see them. */
export async function shiftsOfAccounts(
  ctx: Ctx,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, Shift>> {
  const ids = new Set(accounts.flatMap((account) => /^till:([0-9a-f-]{36})$/.exec(account)?.[1] ?? []));
  if (ids.size === 0) return new Map();
  const rows = await ctx.db.read(scopeOf(ctx.actor), (reader) =>
    reader.rows(shiftsByIdRows, { ids: [...ids] }),
  );
  return new Map(rows.map((shift) => [shift.id, shift]));
}

/** A shift that the reader's scope can see, with its till. */
export function findShift(ctx: Ctx, id: string): Promise<ShiftLook | undefined> {
  return ctx.db.read(scopeOf(ctx.actor), async (reader) => {
    const shift = await reader.find(shiftById, { id });
    if (!shift) return undefined;
    return { shift, till: tillOf(await reader.rows(tillRows, { unit: shift.unit, shift: id })) };
  });
}

/** Receipts that were made in a shift, newest first. */
export const receiptsIn = (ctx: Ctx, { unit, id }: Pick<Shift, 'unit' | 'id'>) =>
  ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(receiptsOfShift, { unit, shift: id }));

/** A receipt that the reader's scope can see, with the shift it was made in. */
export const findReceipt = (ctx: Ctx, id: string) =>
  ctx.db.read(scopeOf(ctx.actor), (reader) => reader.find(receiptById, { id }));
export type FoundReceipt = NonNullable<Awaited<ReturnType<typeof findReceipt>>>;
