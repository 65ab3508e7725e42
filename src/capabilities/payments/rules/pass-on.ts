import type { UnitId } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import type { PlainDate } from '#kernel/time';
import { type MoneyChange, noChange } from './change.ts';
import type { Account } from './ledger.ts';

/** What was collected for one unit in the books of one, and what became of it; whole đồng. */
export interface Remittance {
  readonly payee: UnitId;
  /** Collected less given back. */
  readonly collected: number;
  /** Refunds that are approved and not paid yet. */
  readonly waiting: number;
  readonly passed_on: number;
}

/** What is still to be passed on to a unit. */
export const leftOf = ({ collected, waiting, passed_on }: Remittance): number =>
  collected - waiting - passed_on;

export interface PassingOn {
  /** Unit in whose books the money lies. */
  readonly unit: UnitId;
  readonly payee: UnitId;
  /** Account that the money leaves: at a gateway, a bank, a till. */
  readonly from: string;
  readonly amount: number;
  /** Number of the payment order. */
  readonly number: string;
  readonly day: PlainDate;
  readonly note: string;
}

const places = /^(gateway|bank|till|card):[0-9a-z.-]{1,60}$/;

/** Money that lies in these books goes to the account of its unit or to the treasury. */
export function passOnMoney(
  passing: PassingOn,
  remittance: Remittance | undefined,
  balance: number,
  key: string,
): Outcome<MoneyChange> {
  const { unit, payee, from, amount, day } = passing;
  const number = cleanText(passing.number).slice(0, 100);
  if (!Number.isSafeInteger(amount) || amount <= 0)
    return refused({ code: 'amount-missing', field: 'amount' });
  if (!remittance || amount > leftOf(remittance))
    return refused({
      code: 'more-than-due',
      field: 'amount',
      details: { left: remittance ? leftOf(remittance) : 0 },
    });
  if (!places.test(from)) return refused({ code: 'place-missing', field: 'from' });
  if (amount > balance)
    return refused({ code: 'more-than-there', field: 'from', details: { there: balance } });
  if (number === '') return refused({ code: 'number-missing', field: 'number' });
  return done({
    ...noChange,
    transfers: [
      {
        homeUnit: unit,
        kind: 'passed-on',
        debit: `passed-on:${payee}`,
        credit: from as Account,
        amount,
        unit,
        evidence: number,
        key,
        day,
        note: cleanText(passing.note).slice(0, 400),
      },
    ],
  });
}
