import type { UnitId } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { type MoneyChange, noChange } from './change.ts';
import { openCharges } from './counter.ts';
import type { Money } from './money.ts';

const reasonOf = (reason: string): string => cleanText(reason).slice(0, 500);

/**
 * Takes a receipt of cash or card back: each of its entries is reversed by an entry of its own on the same two accounts, and what
 * it was for is owed again. Nothing is edited; the books show both.
 */
export function takeReceiptBack(
  money: Money,
  { receipt, reason: typed }: { readonly receipt: string; readonly reason: string },
): Outcome<MoneyChange> {
  const reason = reasonOf(typed);
  if (reason === '') return refused({ code: 'reason-missing', field: 'reason' });
  const charges = money.charges.filter(
    ({ receipt: of, state, way }) => of === receipt && state === 'paid' && (way === 'cash' || way === 'card'),
  );
  const reversed = new Set(money.entries.map(({ reverses }) => reverses));
  const entries = money.entries.filter(
    ({ id, kind, evidence, charge }) =>
      kind === 'paid' &&
      evidence === receipt &&
      !reversed.has(id) &&
      charges.some((each) => each.id === charge),
  );
  // A part of it that was given back in another way leaves a receipt that no longer says what these entries say.
  const paid = money.entries.filter(({ kind, evidence }) => kind === 'paid' && evidence === receipt);
  if (charges.length === 0 || entries.length !== charges.length || paid.length !== entries.length)
    return refused({ code: 'receipt-not-standing' });
  return done({
    ...noChange,
    transfers: entries.flatMap((entry) => {
      const charge = charges.find(({ id }) => id === entry.charge);
      return charge
        ? [
            {
              homeUnit: charge.homeUnit,
              kind: 'unpaid' as const,
              debit: entry.credit,
              credit: entry.debit,
              amount: entry.amount,
              unit: entry.unit,
              dossier: charge.dossier,
              charge: charge.id,
              ...(entry.shift === null ? {} : { shift: entry.shift }),
              evidence: receipt,
              key: `unpaid:${entry.id}`,
              reverses: entry.id,
              note: reason,
            },
          ]
        : [];
    }),
    charges: charges.map((charge) => ({ charge, state: 'owed', settledAt: null, way: null, receipt: null })),
    cancelled: [{ receipt, reason }],
    told: [{ what: 'reopened', charges, ground: reason }],
  });
}

/** Takes charges back that an officer has raised by mistake: what is owed goes back to where it came from. */
export function voidCharges(
  money: Money,
  {
    fees,
    reason: typed,
    unit,
  }: { readonly fees: readonly string[]; readonly reason: string; readonly unit: UnitId },
): Outcome<MoneyChange> {
  const reason = reasonOf(typed);
  if (reason === '') return refused({ code: 'reason-missing', field: 'reason' });
  const open = openCharges(money, fees);
  if (!open.ok) return open;
  // What the fee table asked for is not a mistake of an officer: it is exempted with its ground, or paid.
  if (open.value.some(({ byOfficer }) => !byOfficer)) return refused({ code: 'charge-of-table' });
  return done({
    ...noChange,
    transfers: open.value.map((charge) => ({
      homeUnit: charge.homeUnit,
      kind: 'voided',
      debit: `due:${charge.payee}`,
      credit: 'owed',
      amount: charge.amount,
      unit,
      dossier: charge.dossier,
      charge: charge.id,
      evidence: reason,
      key: `voided:${charge.id}`,
      reverses: charge.id,
    })),
    charges: open.value.map((charge) => ({
      charge,
      state: 'void',
      settledAt: null,
      way: null,
      receipt: null,
    })),
    told: [{ what: 'voided', charges: open.value, ground: reason }],
  });
}
