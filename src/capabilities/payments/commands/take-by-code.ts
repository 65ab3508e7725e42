import { allows } from '#kernel/actor';
import { type UnitId, uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { type Ctx, scopeOf } from '#platform/context';
import { findBill } from '../look.ts';
import { paymentPermissions } from '../permissions.ts';
import { receiptsOfBillRows } from '../queries/index.ts';
import type { PaymentServices } from '../services.ts';
import { settleAtCounter } from './at-counter.ts';

export interface TakingByCode {
  readonly code: string;
  /** Charges of the bill, by their identifiers. */
  readonly charges: readonly string[];
  readonly way: 'cash' | 'card';
  /** Unit of the counter: the money and the receipt are in its books. */
  readonly unit: UnitId;
  readonly payer: string;
  readonly slip: string;
  readonly paperNumber: string;
  /** Made when the form is shown: however often it is sent, the money is taken once. */
  readonly key: string;
}

/** Takes money for any dossier of the province by its payment code, at whichever counter the person stands. */
export async function takeByCode(
  ctx: Ctx,
  services: Pick<PaymentServices, 'unit'>,
  taking: TakingByCode,
): Promise<Outcome<{ readonly receipts: readonly string[]; readonly again: boolean }>> {
  const { actor } = ctx;
  const { code, way, unit, payer, slip, paperNumber, key } = taking;
  if (!allows(actor, paymentPermissions['payments.take'], unit)) return refused({ code: 'not-yours' });
  const bill = await findBill(ctx, code);
  if (!bill) return refused({ code: 'bill-unknown', field: 'code' });
  const charges = bill.charges.filter(({ id }) => taking.charges.includes(id));
  if (charges.length === 0) return refused({ code: 'fees-missing', field: 'charges' });
  if (way === 'card' && slip === '') return refused({ code: 'slip-missing', field: 'slip' });
  return ctx.db.transact(scopeOf(actor), async (transactor) => {
    const dossier = { homeUnit: bill.homeUnit, id: bill.dossier };
    const fees = charges.map(({ fee }) => fee);
    const taken = await settleAtCounter(ctx, transactor, services, dossier, {
      fees,
      way,
      unit,
      key: key || uuidv7(ctx.clock.now()),
      ...(payer === '' ? {} : { payerName: payer }),
      ...(slip === '' ? {} : { slip }),
      ...(paperNumber === '' ? {} : { paperNumber }),
    });
    if (taken.ok) return done({ receipts: taken.value.receipts.map(({ id }) => id), again: false });
    const rows = await transactor.rows(receiptsOfBillRows, { code: bill.code });
    const mine = rows.filter(
      (row) => key !== '' && row.evidence.split(' ')[0] === key && row.unit_id === unit,
    );
    return mine.length > 0 ? done({ receipts: mine.map(({ id }) => id), again: true }) : taken;
  });
}
