import type { UnitId } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { type Instant, localDate } from '#kernel/time';
import { type MoneyChange, noChange, paidBy, receiptsFor } from '../rules/change.ts';
import { type Charge, sumOf } from '../rules/charge.ts';
import { openCharges } from '../rules/counter.ts';
import type { Account, Transfer } from '../rules/ledger.ts';
import type { Money } from '../rules/money.ts';
import type { DifferenceKind } from './kinds.ts';

/** Money that came into a unit's account, by one line of its statement. */
export interface MoneyIn {
  readonly account: string;
  readonly number: string;
  readonly at: Instant;
  /** Whole đồng, more than 0. */
  readonly amount: number;
  /** Unit whose account it is. */
  readonly unit: UnitId;
}

export interface Around {
  /** Payees whose money comes to this account. */
  readonly payees: readonly string[];
  readonly freshId: () => string;
}

export type TransferWhy = Extract<DifferenceKind, `transfer-${string}`>;
export type TakenTransfer =
  | { readonly kind: 'settled'; readonly change: MoneyChange; readonly charges: readonly Charge[] }
  | { readonly kind: 'surplus'; readonly why: TransferWhy; readonly change: MoneyChange };

const evidenceOf = ({ account, number }: MoneyIn): string => `${account} ${number}`;
const keyOf = ({ account, number }: MoneyIn): string => `bank:${account}:${number}`;
export const surplusKey = keyOf;

const entryOf = (line: MoneyIn, homeUnit: UnitId, dossier: string | undefined) => ({
  homeUnit,
  unit: line.unit,
  ...(dossier === undefined ? {} : { dossier }),
  evidence: evidenceOf(line),
  day: localDate(line.at),
});

/** Money that nobody has asked for, or that does not fit: it is there, and nobody's until a human has looked. */
export function keepAsSurplus(line: MoneyIn, why: TransferWhy, of?: Charge): TakenTransfer {
  const transfer: Transfer = {
    ...entryOf(line, of?.homeUnit ?? line.unit, of?.dossier),
    kind: 'surplus',
    debit: `bank:${line.unit}`,
    credit: 'surplus',
    amount: line.amount,
    key: keyOf(line),
  };
  return { kind: 'surplus', why, change: { ...noChange, transfers: [transfer] } };
}

/**
 * A transfer that names a bill pays it when it is exactly what is owed there: all that is owed to this account, all of
 * one payee, or one charge. What could be either of two charges, or is in the hand of a gateway, is for a human.
 */
export function takeTransfer(money: Money, line: MoneyIn, { payees, freshId }: Around): TakenTransfer {
  const [first] = money.charges;
  if (!first) return keepAsSurplus(line, 'transfer-unknown-code');
  const open = money.charges.filter(({ state }) => state === 'owed');
  if (open.length === 0) return keepAsSurplus(line, 'transfer-nothing-owed', first);
  const mine = open.filter(({ payee }) => payees.includes(payee));
  if (mine.length === 0) return keepAsSurplus(line, 'transfer-other-account', first);
  const meant = chargesMeant(mine, line.amount);
  if (!meant) return keepAsSurplus(line, 'transfer-amount', first);
  const live = new Set(money.lines.filter((each) => each.live).map(({ charge }) => charge));
  if (meant.some(({ id }) => live.has(id))) return keepAsSurplus(line, 'transfer-under-way', first);
  return { kind: 'settled', charges: meant, change: settled(line, meant, freshId) };
}

function chargesMeant(open: readonly Charge[], amount: number): readonly Charge[] | undefined {
  if (sumOf(open) === amount) return open;
  const byPayee = [...new Set(open.map(({ payee }) => payee))]
    .map((payee) => open.filter((charge) => charge.payee === payee))
    .filter((charges) => sumOf(charges) === amount);
  const single = open.filter((charge) => charge.amount === amount).map((charge) => [charge]);
  const found = new Map(
    [...byPayee, ...single].map((charges) => [charges.map(({ id }) => id).join(), charges]),
  );
  return found.size === 1 ? [...found.values()][0] : undefined;
}

function settled(line: MoneyIn, charges: readonly Charge[], freshId: () => string): MoneyChange {
  const bank: Account = `bank:${line.unit}`;
  const receipts = receiptsFor(
    charges,
    {
      unit: line.unit,
      payerName: charges[0]?.ownerName ?? '',
      way: 'transfer',
      evidence: evidenceOf(line),
    },
    freshId,
  );
  return {
    ...noChange,
    transfers: charges.map((charge) => ({
      ...entryOf(line, charge.homeUnit, charge.dossier),
      kind: 'paid',
      debit: bank,
      credit: 'owed',
      amount: charge.amount,
      charge: charge.id,
      key: `${keyOf(line)}:${charge.id}`,
    })),
    receipts,
    charges: paidBy(receipts, 'transfer', line.at),
    told: receipts.map((receipt) => ({ what: 'settled', charges: receipt.charges, receipt: receipt.id })),
  };
}

/**
 * Gives money that stands as surplus to fees of a bill, by a human's word. The surplus is taken back by a counter-entry,
 * the fees are paid from the bank, and what is left over is surplus again.
 */
export function assignTransfer(
  money: Money,
  line: MoneyIn,
  surplus: { readonly homeUnit: UnitId; readonly entry: string },
  fees: readonly string[],
  { payees, freshId }: Around,
): Outcome<MoneyChange> {
  const open = openCharges(money, fees);
  if (!open.ok) return open;
  const charges = open.value;
  if (charges.some(({ payee }) => !payees.includes(payee))) return refused({ code: 'other-account' });
  const rest = line.amount - sumOf(charges);
  if (rest < 0) return refused({ code: 'transfer-too-small', details: { missing: -rest } });
  const bank: Account = `bank:${line.unit}`;
  const back: Transfer = {
    ...entryOf(line, surplus.homeUnit, undefined),
    kind: 'reversed',
    debit: 'surplus',
    credit: bank,
    amount: line.amount,
    key: `${keyOf(line)}:back`,
    reverses: surplus.entry,
  };
  const over: Transfer = {
    ...entryOf(line, charges[0]?.homeUnit ?? line.unit, charges[0]?.dossier),
    kind: 'surplus',
    debit: bank,
    credit: 'surplus',
    amount: rest,
    key: `${keyOf(line)}:rest`,
  };
  const paid = settled(line, charges, freshId);
  return done({ ...paid, transfers: [back, ...paid.transfers, ...(rest > 0 ? [over] : [])] });
}
