import { record } from '#capabilities/audit';
import { allows } from '#kernel/actor';
import { type UnitId, uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { json, type Transactor } from '#platform/db';
import { paymentPermissions } from '../permissions.ts';
import { entryByKey } from '../queries/books.ts';
import { lockBooksRow } from '../queries/refunds.ts';
import { closeShiftRow, lockShiftRow, openShiftRow, shiftById, tillRows } from '../queries/tills.ts';
import {
  type Banking,
  bankFromTill,
  closeByCount,
  mostInTill,
  type Shift,
  sumOfPieces,
  tillOf,
} from '../rules/shift.ts';
import type { PaymentServices } from '../services.ts';
import { writeChanges } from './write-change.ts';

const told = (action: string, unit: string, details: Record<string, string | number>) => ({
  action,
  subject: `unit:${unit}`,
  details,
});

/** Opens a shift with a counted float. An officer has one open shift in a unit. */
export async function openShift(
  ctx: Ctx,
  { unit, float }: { readonly unit: UnitId; readonly float: number },
): Promise<Outcome<Shift>> {
  const { actor } = ctx;
  if (actor.kind !== 'officer' || !allows(actor, paymentPermissions['payments.take'], unit))
    return refused({ code: 'not-yours' });
  if (!Number.isSafeInteger(float) || float < 0 || float > mostInTill)
    return refused({ code: 'float-missing', field: 'float' });
  const now = ctx.clock.now();
  return ctx.db.transact(scopeOf(actor), async (transactor) => {
    const opened = await transactor.find(openShiftRow, {
      unit,
      id: uuidv7(now),
      officer: actor.officer,
      name: actor.name,
      now,
      float,
      by_itself: false,
    });
    if (!opened) return refused({ code: 'shift-open' });
    await record(transactor, ctx, told('shift.opened', unit, { shift: opened.id, float }));
    return done(opened);
  });
}

/** Who took the money closes the shift; an accountant of the unit closes one that was forgotten. */
export const mayClose = (ctx: Pick<Ctx, 'actor'>, shift: Pick<Shift, 'unit' | 'officer'>): boolean =>
  ctx.actor.kind === 'officer' &&
  ((ctx.actor.officer === shift.officer &&
    allows(ctx.actor, paymentPermissions['payments.take'], shift.unit)) ||
    allows(ctx.actor, paymentPermissions['payments.keep-books'], shift.unit));

const tillIn = async (transactor: Pick<Transactor, 'rows'>, { unit, id }: Pick<Shift, 'unit' | 'id'>) =>
  tillOf(await transactor.rows(tillRows, { unit, shift: id }));

/** Closes a shift by a count: a total, or pieces by note. @returns what was expected, and the difference in đồng. */
export async function closeShift(
  ctx: Ctx,
  services: Pick<PaymentServices, 'unit'>,
  closing: {
    readonly shift: string;
    /** Whole đồng; where pieces are given, they are what counts. */
    readonly counted?: number | undefined;
    readonly pieces?: Readonly<Record<string, number>> | undefined;
    readonly remark: string;
  },
): Promise<Outcome<{ readonly expected: number; readonly difference: number }>> {
  const { actor } = ctx;
  const pieces = closing.pieces && Object.keys(closing.pieces).length > 0 ? closing.pieces : undefined;
  const counted = pieces ? sumOfPieces(pieces) : closing.counted;
  return ctx.db.transact(scopeOf(actor), async (transactor) => {
    const shift = await transactor.find(lockShiftRow, { id: closing.shift });
    if (!shift) return refused({ code: 'shift-closed' });
    if (actor.kind !== 'officer' || !mayClose(ctx, shift)) return refused({ code: 'not-yours' });
    const decided = closeByCount(shift, await tillIn(transactor, shift), {
      counted: counted ?? Number.NaN,
      remark: closing.remark,
    });
    if (!decided.ok) return decided;
    const { expected, difference, change } = decided.value;
    await writeChanges(ctx, transactor, services, [change]);
    await transactor.get(closeShiftRow, {
      id: shift.id,
      now: ctx.clock.now(),
      officer: actor.officer,
      name: actor.name,
      expected,
      counted: expected + difference,
      pieces: pieces ? json(pieces) : null,
      remark: cleanText(closing.remark).slice(0, 500),
    });
    await record(
      transactor,
      ctx,
      told('shift.closed', shift.unit, { shift: shift.id, expected, difference }),
    );
    return done({ expected, difference });
  });
}

/** Enters that cash of a shift was paid in at the bank, open or closed; the same slip is entered once. */
export async function bankCash(
  ctx: Ctx,
  services: Pick<PaymentServices, 'unit'>,
  banking: Banking & { readonly shift: string },
): Promise<Outcome<undefined>> {
  const { actor } = ctx;
  if (banking.day > localDate(ctx.clock.now())) return refused({ code: 'day-to-come', field: 'day' });
  return ctx.db.transact(scopeOf(actor), async (transactor) => {
    const shift = await transactor.find(shiftById, { id: banking.shift });
    if (!shift || !mayClose(ctx, shift)) return refused({ code: 'not-yours' });
    await transactor.get(lockBooksRow, { unit: shift.unit });
    const decided = bankFromTill(shift, await tillIn(transactor, shift), banking);
    if (!decided.ok) return decided;
    const key = decided.value.transfers[0]?.key ?? '';
    if (await transactor.find(entryByKey, { home_unit: shift.unit, key }))
      return refused({ code: 'order-known', field: 'number' });
    await writeChanges(ctx, transactor, services, [decided.value]);
    await record(
      transactor,
      ctx,
      told('shift.banked', shift.unit, { shift: shift.id, amount: banking.amount, number: banking.number }),
    );
    return done(undefined);
  });
}
