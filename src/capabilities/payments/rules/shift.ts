import type { UnitId } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { type Instant, localDate, type PlainDate } from '#kernel/time';
import { type MoneyChange, noChange } from './change.ts';
import type { Account, EntryKind, Transfer } from './ledger.ts';

/** A shift of a counter that takes money: whose till it is, from when to when, and what was counted at its end. */
export interface Shift {
  readonly unit: UnitId;
  readonly id: string;
  readonly officer: string;
  readonly officerName: string;
  readonly openedAt: Instant;
  /** Change money at the beginning, whole đồng. It is no fee, so it stands in no account. */
  readonly float: number;
  /** Opened by the first payment. */
  readonly byItself: boolean;
  readonly closedAt: Instant | null;
  readonly closedByName: string;
  readonly expected: number | null;
  readonly counted: number | null;
  readonly pieces: Readonly<Record<string, number>> | null;
  readonly remark: string;
}

/** Notes and the coins still taken, largest first. */
export const notes = [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5000, 2000, 1000, 500] as const;

/** More than any till of a counter holds; a figure above it is a slip of the hand. */
export const mostInTill = 1_000_000_000;

/**
 * Open since an earlier day: whatever it took is neither counted nor cancelled on its own day any more, so it is counted and closed
 * before money of a new day goes into the same till.
 */
export const fromBefore = (shift: Pick<Shift, 'openedAt' | 'closedAt'>, now: Instant): boolean =>
  shift.closedAt === null && localDate(shift.openedAt) < localDate(now);

/** What moved on the account of a till, by what it was. */
export interface Till {
  /** Fees in cash. */
  readonly taken: number;
  /** Given back: receipts that were cancelled, refunds. */
  readonly returned: number;
  readonly banked: number;
  /** Differences of counts: more than expected is positive. */
  readonly difference: number;
  /** What the account says now. */
  readonly balance: number;
}

/** Adds up the account of a till. */
export function tillOf(
  entries: readonly { readonly into_till: boolean; readonly kind: EntryKind; readonly amount: number }[],
): Till {
  const till = { taken: 0, returned: 0, banked: 0, difference: 0, balance: 0 };
  for (const { into_till: into, kind, amount } of entries) {
    const signed = into ? amount : -amount;
    till.balance += signed;
    if (kind === 'counted') till.difference += signed;
    else if (kind === 'banked') till.banked -= signed;
    else if (into) till.taken += amount;
    else till.returned += amount;
  }
  return till;
}

/** What must lie in the drawer: the float, what was taken and not given back or banked, and what earlier counts found. */
export const expectedIn = (shift: Pick<Shift, 'float'>, till: Pick<Till, 'balance'>): number =>
  shift.float + till.balance;

/** Money counted by note, in pieces; undefined for pieces that cannot be. */
export function sumOfPieces(pieces: Readonly<Record<string, number>>): number | undefined {
  let sum = 0;
  for (const [note, count] of Object.entries(pieces)) {
    if (!notes.some((each) => String(each) === note)) return undefined;
    if (!Number.isInteger(count) || count < 0 || count > 100_000) return undefined;
    sum += Number(note) * count;
  }
  return sum;
}

const tillAccount = (shift: Pick<Shift, 'id'>): Account => `till:${shift.id}`;

export interface Count {
  readonly counted: number;
  readonly remark: string;
}

/**
 * Ends a shift: what was counted against what must be there. A difference becomes an entry of its own and must be explained;
 * afterwards the account says what lies in the till above the float.
 */
export function closeByCount(
  shift: Shift,
  till: Till,
  { counted, remark }: Count,
): Outcome<{ readonly expected: number; readonly difference: number; readonly change: MoneyChange }> {
  if (shift.closedAt !== null) return refused({ code: 'shift-closed' });
  if (!Number.isSafeInteger(counted) || counted < 0 || counted > mostInTill)
    return refused({ code: 'count-missing', field: 'counted' });
  const expected = expectedIn(shift, till);
  const difference = counted - expected;
  if (difference !== 0 && cleanText(remark) === '')
    return refused({ code: 'remark-missing', field: 'remark', details: { expected, difference } });
  const place: Account = `difference:${shift.unit}`;
  const [debit, credit] = difference > 0 ? [tillAccount(shift), place] : [place, tillAccount(shift)];
  const entry: Transfer = {
    homeUnit: shift.unit,
    kind: 'counted',
    debit,
    credit,
    amount: Math.abs(difference),
    unit: shift.unit,
    shift: shift.id,
    evidence: shift.id,
    key: `counted:${shift.id}`,
    note: cleanText(remark),
  };
  return done({
    expected,
    difference,
    change: difference === 0 ? noChange : { ...noChange, transfers: [entry] },
  });
}

export interface Banking {
  readonly amount: number;
  /** Number of the paying-in slip. */
  readonly number: string;
  readonly day: PlainDate;
}

/** Cash of a till that was paid in at the bank: never more than the account says is there. */
export function bankFromTill(
  shift: Shift,
  till: Till,
  { amount, number, day }: Banking,
): Outcome<MoneyChange> {
  const slip = cleanText(number).slice(0, 60);
  if (!Number.isSafeInteger(amount) || amount <= 0)
    return refused({ code: 'amount-missing', field: 'amount' });
  if (slip === '') return refused({ code: 'number-missing', field: 'number' });
  if (amount > till.balance)
    return refused({
      code: 'more-than-there',
      field: 'amount',
      details: { there: Math.max(0, till.balance) },
    });
  return done({
    ...noChange,
    transfers: [
      {
        homeUnit: shift.unit,
        kind: 'banked',
        debit: `bank:${shift.unit}`,
        credit: tillAccount(shift),
        amount,
        unit: shift.unit,
        shift: shift.id,
        evidence: slip,
        key: `banked:${shift.id}:${day}:${slip.toUpperCase()}`,
        day,
      },
    ],
  });
}
