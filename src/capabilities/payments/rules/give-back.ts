import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import type { Instant, PlainDate } from '#kernel/time';
import { type MoneyChange, type NewReceipt, noChange } from './change.ts';
import type { Charge } from './charge.ts';
import type { Account, Transfer } from './ledger.ts';
import type { Money } from './money.ts';
import type { Refund, RefundState, RefundWay } from './refund.ts';
import { refundWords } from './refund-code.ts';

/** What one decision about a refund changes: the refund itself, the money, and what its owner is told. */
export interface RefundChange {
  readonly refund: Refund;
  readonly from: RefundState | null;
  readonly money: MoneyChange;
  readonly told?: 'proposed' | 'approved' | 'refused' | 'paid';
}

/** Who decides; without an identifier it is the system, or the statement of the bank. */
export interface Decider {
  readonly id: string | null;
  readonly name: string;
}
interface When {
  readonly by: Decider;
  readonly at: Instant;
}

const chargeOf = (refund: Refund, money: Money): Charge | undefined =>
  money.charges.find(({ id }) => id === refund.charge_id);

const entry = (
  refund: Refund,
  entered: Pick<Transfer, 'kind' | 'debit' | 'credit' | 'evidence'> & Partial<Transfer>,
): Transfer => ({
  homeUnit: refund.home_unit,
  amount: refund.amount,
  unit: refund.unit_id,
  refund: refund.id,
  ...(refund.dossier_id === null ? {} : { dossier: refund.dossier_id }),
  ...(refund.charge_id === null ? {} : { charge: refund.charge_id }),
  ...(refund.entry_id === null || entered.kind === 'refunded' ? {} : { reverses: refund.entry_id }),
  key: `${entered.kind}:${refund.id}`,
  ...entered,
});

/** Whose money it was until it became a refund. */
const origin = (refund: Refund): Account => (refund.charge_id === null ? 'surplus' : `due:${refund.unit_id}`);

/**
 * Agrees to a refund: from now on the money is owed to the payer.
 * @param there what is left of the surplus, for a refund of surplus.
 */
export function approveRefund(
  refund: Refund,
  money: Money,
  { by, at, way, there = 0 }: When & { readonly way: RefundWay; readonly there?: number },
): Outcome<RefundChange> {
  if (refund.state !== 'asked') return refused({ code: 'refund-decided' });
  const charge = chargeOf(refund, money);
  if (refund.charge_id !== null && charge?.state !== 'paid') return refused({ code: 'refund-overtaken' });
  if (refund.charge_id === null && there < refund.amount) return refused({ code: 'refund-overtaken' });
  if (way === 'transfer' && (refund.bin === '' || refund.account === ''))
    return refused({ code: 'refund-no-account', field: 'way' });
  if (way === 'gateway' && !(charge && aloneAtGateway(charge, money)))
    return refused({ code: 'refund-not-by-gateway', field: 'way' });
  return done({
    from: refund.state,
    refund: {
      ...refund,
      state: 'approved',
      way,
      decided_at: at,
      decided_by: by.id,
      decided_by_name: by.name,
    },
    money: {
      ...noChange,
      transfers: [
        entry(refund, {
          kind: 'refund-due',
          debit: origin(refund),
          credit: 'refund',
          evidence: refundWords(refund.code),
        }),
      ],
    },
    told: 'approved',
  });
}

/** Whether a gateway took money for this charge and no other: its word on a session is about the whole of it, never a part. */
export const aloneAtGateway = (charge: Charge, money: Pick<Money, 'lines' | 'sessions'>): boolean =>
  charge.way === 'gateway' &&
  money.sessions.some(({ id, state }) => {
    const lines = money.lines.filter(({ session }) => session === id);
    return state === 'settled' && lines.length === 1 && lines[0]?.charge === charge.id;
  });

const returned = (refund: Refund, evidence: string): readonly Transfer[] =>
  refund.state === 'approved'
    ? [entry(refund, { kind: 'refund-dropped', debit: 'refund', credit: origin(refund), evidence })]
    : [];

/** Says no, also after an approval that could not be carried out; the reason is told to the owner. */
export function refuseRefund(
  refund: Refund,
  { by, at, answer }: When & { readonly answer: string },
): Outcome<RefundChange> {
  if (refund.state !== 'asked' && refund.state !== 'approved') return refused({ code: 'refund-decided' });
  const words = cleanText(answer).slice(0, 1000);
  if (words === '') return refused({ code: 'reason-missing', field: 'answer' });
  return done({
    from: refund.state,
    refund: {
      ...refund,
      state: 'refused',
      answer: words,
      decided_at: at,
      decided_by: by.id,
      decided_by_name: by.name,
    },
    money: { ...noChange, transfers: returned(refund, refundWords(refund.code)) },
    told: 'refused',
  });
}

export interface Payment {
  /** Number of the payment order, or of the bank's entry. */
  readonly number: string;
  readonly day: PlainDate;
  /** Account of the books that the money left. */
  readonly from: Account;
  /** Unit in whose books it left; the refund's own when silent. */
  readonly books?: Transfer['unit'];
}

/** The money has gone back: the charge is refunded and its receipt holds no longer. */
export function payRefund(
  refund: Refund,
  money: Money,
  { by, at, payment, freshId }: When & { readonly payment: Payment; readonly freshId: () => string },
): Outcome<RefundChange> {
  if (refund.state !== 'approved') return refused({ code: 'refund-not-approved' });
  const charge = chargeOf(refund, money);
  if (refund.charge_id !== null && charge?.state !== 'paid') return refused({ code: 'refund-overtaken' });
  if (by.id !== null && by.id === refund.decided_by) return refused({ code: 'refund-four-eyes' });
  const number = cleanText(payment.number).slice(0, 100);
  if (number === '') return refused({ code: 'number-missing', field: 'number' });
  return done({
    from: refund.state,
    refund: {
      ...refund,
      state: 'paid',
      paid_at: at,
      paid_by: by.id,
      paid_by_name: by.name,
      paid_from: payment.from,
      paid_number: number,
      paid_day: payment.day,
    },
    money: {
      ...noChange,
      transfers: leaving(refund, money, payment, number),
      ...(charge ? undone(charge, money, number, freshId) : {}),
    },
    told: 'paid',
  });
}

function leaving(refund: Refund, money: Money, { from, day, books }: Payment, number: string): Transfer[] {
  const common = { credit: from, evidence: number, day, unit: books ?? refund.unit_id };
  if (!from.startsWith('gateway:')) return [entry(refund, { kind: 'refunded', debit: 'refund', ...common })];
  // As the gateway's own word would be entered: its later word then finds the money given back already, and changes nothing.
  const session = money.entries.findLast(
    ({ charge, debit }) => charge === refund.charge_id && debit === from,
  );
  return [
    ...returned(refund, number),
    entry(refund, {
      kind: 'refunded',
      debit: origin(refund),
      ...common,
      unit: refund.unit_id,
      ...(session?.session ? { session: session.session } : {}),
    }),
  ];
}

/** A receipt for several charges is replaced by one for those that stay paid. */
function undone(charge: Charge, money: Money, number: string, freshId: () => string): Partial<MoneyChange> {
  const rest = money.charges.filter(
    ({ id, receipt, state }) =>
      id !== charge.id && receipt !== null && receipt === charge.receipt && state === 'paid',
  );
  const [first] = rest;
  const receipt: NewReceipt | undefined = first && {
    id: freshId(),
    charges: rest,
    unit: charge.payee,
    payerName: charge.ownerName,
    way: first.way ?? 'transfer',
    evidence: charge.receipt ?? number,
  };
  return {
    charges: [
      {
        charge,
        state: 'refunded',
        settledAt: charge.settledAt,
        way: charge.way,
        receipt: charge.receipt,
      },
      ...rest.map((each) => ({
        charge: each,
        state: 'paid' as const,
        settledAt: each.settledAt,
        way: each.way,
        receipt: receipt?.id ?? each.receipt,
      })),
    ],
    receipts: receipt ? [receipt] : [],
    cancelled:
      charge.receipt === null ? [] : [{ receipt: charge.receipt, reason: `Hoàn phí, chứng từ ${number}` }],
    told: [{ what: 'refunded', charges: [charge], ground: number }],
  };
}

/** Its owner wants it no longer; possible until it is decided upon. */
export function takeBackRefund(refund: Refund): Outcome<RefundChange> {
  if (refund.state !== 'asked') return refused({ code: 'refund-decided' });
  return done({ from: refund.state, refund: { ...refund, state: 'dropped' }, money: noChange });
}

/** The charge is not paid any more, since its gateway gave the money back or took it: nothing is left to give back from here. */
export function closeOvertaken(refund: Refund, money: Money, at: Instant): RefundChange | undefined {
  const charge = chargeOf(refund, money);
  if ((refund.state !== 'asked' && refund.state !== 'approved') || !charge || charge.state === 'paid')
    return undefined;
  const evidence = refundWords(refund.code);
  return {
    from: refund.state,
    refund: {
      ...refund,
      state: 'dropped',
      answer: charge.state === 'refunded' ? 'gateway-refunded' : 'charge-reopened',
      decided_at: refund.decided_at ?? at,
    },
    money: { ...noChange, transfers: returned(refund, evidence) },
  };
}
