import type { UnitId } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import { type MoneyChange, noChange, paidBy, receiptsFor } from './change.ts';
import type { Charge } from './charge.ts';
import type { Account, Transfer } from './ledger.ts';
import type { Money } from './money.ts';

/** The charges meant, all still owed and none in the hand of a gateway: what is being paid elsewhere is not taken twice. */
export function openCharges(money: Money, fees: readonly string[]): Outcome<readonly Charge[]> {
  const charges = money.charges.filter(({ fee }) => fees.includes(fee));
  if (fees.length === 0) return refused({ code: 'fees-missing' });
  if (charges.length !== new Set(fees).size || charges.some(({ state }) => state !== 'owed'))
    return refused({ code: 'fee-not-owed' });
  const live = money.lines.find((line) => line.live && charges.some(({ id }) => id === line.charge));
  const session = live && money.sessions.find(({ id }) => id === live.session);
  if (session)
    return refused({
      code: 'payment-under-way',
      details: { until: session.until, reference: session.reference },
    });
  return done(charges);
}

export interface CounterPayment {
  readonly fees: readonly string[];
  readonly way: 'cash' | 'card';
  /** Unit of the counter, in whose books it stands. */
  readonly unit: UnitId;
  /** Shift of the till; the till of the unit when it keeps no shifts. */
  readonly shift?: string;
  readonly paperNumber?: string;
  readonly payerName?: string;
  /** Of the card slip. */
  readonly slip?: string;
  /** Begins the evidence, where the one who asks must find the receipts again. */
  readonly key?: string;
}

/** Money over the counter, of any unit of the province. */
export function takeAtCounter(
  money: Money,
  payment: CounterPayment,
  { now, freshId }: { readonly now: Instant; readonly freshId: () => string },
): Outcome<MoneyChange> {
  const open = openCharges(money, payment.fees);
  if (!open.ok) return open;
  const { way, unit, shift, paperNumber, payerName, slip, key } = payment;
  const evidence = [key ?? freshId(), slip].filter(Boolean).join(' ');
  const receipts = receiptsFor(
    open.value,
    {
      unit,
      payerName: payerName ?? open.value[0]?.ownerName ?? '',
      way,
      evidence,
      ...(paperNumber ? { paperNumber } : {}),
    },
    freshId,
  );
  const account: Account = way === 'cash' ? `till:${shift ?? unit}` : `card:${unit}`;
  const transfers: Transfer[] = receipts.flatMap((receipt) =>
    receipt.charges.map((charge) => ({
      homeUnit: charge.homeUnit,
      kind: 'paid' as const,
      debit: account,
      credit: 'owed' as const,
      amount: charge.amount,
      unit,
      dossier: charge.dossier,
      charge: charge.id,
      ...(shift === undefined ? {} : { shift }),
      evidence: receipt.id,
      key: `counter:${receipt.id}:${charge.id}`,
    })),
  );
  return done({
    ...noChange,
    transfers,
    receipts,
    charges: paidBy(receipts, way, now),
    told: receipts.map((receipt) => ({ what: 'settled', charges: receipt.charges, receipt: receipt.id })),
  });
}

/** Owed no more, by a ground that the law gives: the claim goes back to where it came from. */
export function exemptCharges(
  money: Money,
  exemption: {
    readonly fees: readonly string[];
    readonly ground: string;
    /** Names of what proves it. */
    readonly proof?: string;
    readonly unit: UnitId;
  },
): Outcome<MoneyChange> {
  const open = openCharges(money, exemption.fees);
  if (!open.ok) return open;
  return done({
    ...noChange,
    transfers: open.value.map((charge) => ({
      homeUnit: charge.homeUnit,
      kind: 'exempted',
      debit: `due:${charge.payee}`,
      credit: 'owed',
      amount: charge.amount,
      unit: exemption.unit,
      dossier: charge.dossier,
      charge: charge.id,
      evidence: exemption.ground,
      ...(exemption.proof ? { note: `Giấy tờ: ${exemption.proof}` } : {}),
      key: `exempted:${charge.id}`,
    })),
    charges: open.value.map((charge) => ({
      charge,
      state: 'exempt',
      settledAt: null,
      way: null,
      receipt: null,
    })),
    told: [{ what: 'exempted', charges: open.value, ground: exemption.ground }],
  });
}
