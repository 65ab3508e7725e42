import { type Outcome, refused } from '#kernel/outcome';
import type { Instant, PlainDate } from '#kernel/time';
import { type Decider, payRefund, type RefundChange } from './give-back.ts';
import type { Money } from './money.ts';
import type { Refund } from './refund.ts';

/** Money that left a bank account for a refund, as a statement shows it. */
export interface SeenLeaving {
  /** Whole đồng, above 0. */
  readonly amount: number;
  /** The bank's number of the entry. */
  readonly number: string;
  readonly day: PlainDate;
  /** Unit whose bank account it left, in whose books it is entered. */
  readonly unit: Refund['unit_id'];
}

/** Who says so when the words of the line hold the code: the statement itself is the second pair of eyes. */
export const byStatement: Decider = { id: null, name: 'Sao kê ngân hàng' };

/** Pays a refund by what a statement shows; a refund that is paid already says from where. */
export function paySeenRefund(
  refund: Refund,
  money: Money,
  seen: SeenLeaving,
  { by, at, freshId }: { readonly by: Decider; readonly at: Instant; readonly freshId: () => string },
): Outcome<RefundChange> {
  if (refund.amount !== seen.amount) return refused({ code: 'refund-other-amount', field: 'refund' });
  if (refund.state === 'paid') {
    const details = { number: refund.paid_number, from: refund.paid_from };
    return refund.paid_number === seen.number
      ? refused({ code: 'refund-known', details })
      : refused({ code: 'refund-paid-already', details });
  }
  if (refund.state === 'refused' || refund.state === 'dropped')
    return refused({ code: 'refund-ended', field: 'refund' });
  return payRefund({ ...refund, way: 'transfer' }, money, {
    by,
    at,
    payment: { number: seen.number, day: seen.day, from: `bank:${seen.unit}`, books: seen.unit },
    freshId,
  });
}
