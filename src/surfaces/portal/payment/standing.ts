import { type Bill, type BilledCharge, type BilledSession, sumOf } from '#capabilities/payments';
import type { UnitId } from '#kernel/ids';
import type { Dong } from '#kernel/money';

/** What is owed to one unit and in nobody's hands: it is paid in one go. */
export interface Share {
  readonly payee: UnitId;
  readonly charges: readonly BilledCharge[];
  readonly total: Dong;
}

/** Where the money of a bill stands, as a page shows it. */
export interface BillStanding {
  readonly shares: readonly Share[];
  /** Payments at a gateway of which the end is not known. */
  readonly checking: readonly BilledSession[];
  /** Money came that does not fit; a human looks. */
  readonly odd: readonly BilledSession[];
  /** The last payment, where it came to nothing and something is still to be paid. */
  readonly failed: BilledSession | undefined;
  /** Still owed, whether or not somebody is just paying it. */
  readonly owed: Dong;
  readonly paid: Dong;
}

export function standingOfBill({ charges, sessions }: Pick<Bill, 'charges' | 'sessions'>): BillStanding {
  const owed = charges.filter(({ state }) => state === 'owed');
  const free = owed.filter(({ session }) => session === null);
  const live = sessions.filter(({ id }) => charges.some(({ session }) => session === id));
  const last = sessions.at(-1);
  return {
    shares: [...new Set(free.map(({ payee }) => payee))].map((payee) => {
      const own = free.filter((charge) => charge.payee === payee);
      return { payee, charges: own, total: sumOf(own) };
    }),
    checking: live.filter(({ state }) => state === 'begun' || state === 'open'),
    odd: live.filter(({ state }) => state === 'odd'),
    failed:
      free.length > 0 && last && ['failed', 'refunded', 'charged-back'].includes(last.state)
        ? last
        : undefined,
    owed: sumOf(owed),
    paid: sumOf(charges.filter(({ state }) => state === 'paid')),
  };
}
