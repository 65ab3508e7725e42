import { uuidv7 } from '#kernel/ids';
import { type Outcome, refused } from '#kernel/outcome';
import type { Ctx } from '#platform/context';
import type { Transactor } from '#platform/db';
import type { MoneyChange } from '../rules/change.ts';
import { type CounterPayment, exemptCharges, openCharges, takeAtCounter } from '../rules/counter.ts';
import { fromBefore } from '../rules/shift.ts';
import type { PaymentServices } from '../services.ts';
import { moneyOf, type OfDossier } from './lock-money.ts';
import { shiftForTaking } from './shift-for-taking.ts';
import { writeChanges } from './write-change.ts';

type Decided = Pick<MoneyChange, 'receipts'>;

/** Takes money over the counter in the caller's transaction, an officer in the own open shift, which must be of today. @returns the receipts that it made. */
export async function settleAtCounter(
  ctx: Ctx,
  transactor: Transactor,
  services: Pick<PaymentServices, 'unit'>,
  dossier: OfDossier,
  payment: CounterPayment,
): Promise<Outcome<Decided>> {
  const now = ctx.clock.now();
  const money = await moneyOf(transactor, dossier);
  const open = openCharges(money, payment.fees);
  if (!open.ok) return open;
  const shift = await shiftForTaking(ctx, transactor, payment.unit);
  if (shift && fromBefore(shift, now))
    return refused({ code: 'shift-from-before', details: { shift: shift.id, since: shift.openedAt } });
  const paying = shift === undefined ? payment : { ...payment, shift: shift.id };
  const decided = takeAtCounter(money, paying, { now, freshId: () => uuidv7(now) });
  if (decided.ok) await writeChanges(ctx, transactor, services, [decided.value]);
  return decided;
}

/** Exempts charges in the caller's transaction. */
export async function exemptInBooks(
  ctx: Ctx,
  transactor: Transactor,
  services: Pick<PaymentServices, 'unit'>,
  dossier: OfDossier,
  exemption: Parameters<typeof exemptCharges>[1],
): Promise<Outcome<Decided>> {
  const decided = exemptCharges(await moneyOf(transactor, dossier), exemption);
  if (decided.ok) await writeChanges(ctx, transactor, services, [decided.value]);
  return decided;
}
