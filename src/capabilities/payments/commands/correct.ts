import { allows } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { findBill } from '../look.ts';
import { paymentPermissions } from '../permissions.ts';
import { ownShiftRow, receiptById } from '../queries/tills.ts';
import { takeReceiptBack, voidCharges } from '../rules/correct.ts';
import type { PaymentServices } from '../services.ts';
import { moneyOf } from './lock-money.ts';
import { writeChanges } from './write-change.ts';

/**
 * Cancels a receipt of cash or card. On its own day the officer whose open shift it is may do it: the money is still in that till;
 * later the accountant alone, who answers for what has been counted and banked.
 */
export async function cancelReceipt(
  ctx: Ctx,
  services: Pick<PaymentServices, 'unit'>,
  cancelling: { readonly receipt: string; readonly reason: string },
): Promise<Outcome<undefined>> {
  const { actor } = ctx;
  return ctx.db.transact(scopeOf(actor), async (transactor) => {
    const receipt = await transactor.find(receiptById, { id: cancelling.receipt });
    if (!receipt || actor.kind !== 'officer') return refused({ code: 'receipt-unknown' });
    const unit = receipt.unit_id as UnitId;
    if (!allows(actor, paymentPermissions['payments.keep-books'], unit)) {
      if (!allows(actor, paymentPermissions['payments.take'], unit)) return refused({ code: 'not-yours' });
      const shift = await transactor.find(ownShiftRow, { unit, officer: actor.officer });
      const today = localDate(receipt.issued_at) === localDate(ctx.clock.now());
      if (!today || !shift || shift.id !== receipt.shift_id) return refused({ code: 'accountant-corrects' });
    }
    const money = await moneyOf(transactor, { homeUnit: receipt.home_unit, id: receipt.dossier_id });
    const decided = takeReceiptBack(money, cancelling);
    if (!decided.ok) return decided;
    await writeChanges(ctx, transactor, services, [decided.value]);
    return done(undefined);
  });
}

/** Takes a charge back that an officer raised by mistake; done in the unit whose money it is, or where the dossier was received. */
export async function voidCharge(
  ctx: Ctx,
  services: Pick<PaymentServices, 'unit'>,
  voiding: { readonly code: string; readonly charge: string; readonly reason: string },
): Promise<Outcome<undefined>> {
  const { actor } = ctx;
  const bill = await findBill(ctx, voiding.code);
  const charge = bill?.charges.find(({ id }) => id === voiding.charge);
  if (!bill || !charge) return refused({ code: 'bill-unknown' });
  const unit = [charge.payee, bill.homeUnit].find((each) =>
    allows(actor, paymentPermissions['payments.exempt'], each),
  );
  if (!unit) return refused({ code: 'not-yours' });
  return ctx.db.transact(scopeOf(actor), async (transactor) => {
    const money = await moneyOf(transactor, { homeUnit: bill.homeUnit, id: bill.dossier });
    const decided = voidCharges(money, { fees: [charge.fee], reason: voiding.reason, unit });
    if (!decided.ok) return decided;
    await writeChanges(ctx, transactor, services, [decided.value]);
    return done(undefined);
  });
}
