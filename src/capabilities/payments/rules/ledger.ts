import type { UnitId } from '#kernel/ids';
import { invariant } from '#kernel/outcome';
import { type Instant, localDate, type PlainDate } from '#kernel/time';

/**
 * Accounts of the books. `owed`: what payers owe; `due:<unit>`: what belongs to a unit; `gateway:<key>`, `bank:<unit>`,
 * `till:<shift>`, `card:<unit>`: where the money is; `surplus`: money nobody has asked for; `refund`: to be given back;
 * `passed-on:<unit>`: handed to the unit's account or the treasury; `difference:<unit>`: of a till count.
 */
export type Account =
  | 'owed'
  | 'surplus'
  | 'refund'
  | `${'due' | 'bank' | 'card' | 'passed-on' | 'difference'}:${string}`
  | `${'gateway' | 'till'}:${string}`;

/** Kinds of entries; those of the second line alone stand without a charge. */
export type EntryKind =
  | 'raised'
  | 'paid'
  | 'exempted'
  | 'voided'
  | 'unpaid'
  | 'refund-due'
  | 'refund-dropped'
  | 'refunded'
  | 'charged-back'
  | 'surplus'
  | 'surplus-returned'
  | 'passed-on'
  | 'banked'
  | 'counted'
  | 'reversed';

export interface Signer {
  readonly kind: 'citizen' | 'officer' | 'system';
  readonly id: string | null;
  readonly name: string;
}

/** One entry: an amount that goes from one account to another. One row holds both sides, so it cannot be out of balance. */
export interface Transfer {
  readonly homeUnit: UnitId;
  readonly kind: EntryKind;
  readonly debit: Account;
  readonly credit: Account;
  readonly amount: number;
  /** Unit whose books it stands in. */
  readonly unit: UnitId;
  readonly dossier?: string;
  readonly charge?: string;
  readonly session?: string;
  readonly refund?: string;
  readonly shift?: string;
  readonly evidence: string;
  readonly key: string;
  readonly reverses?: string;
  readonly note?: string;
  /** Day of the money where it is not that of the entry. */
  readonly day?: PlainDate;
}

/** A row of the shelf. */
export const transferRow = (entry: Transfer, signer: Signer, at: Instant, id: string) => {
  invariant(Number.isSafeInteger(entry.amount) && entry.amount > 0, 'an entry moves whole đồng');
  return {
    home_unit: entry.homeUnit,
    id,
    at: new Date(at).toISOString(),
    day: entry.day ?? localDate(at),
    kind: entry.kind,
    debit: entry.debit,
    credit: entry.credit,
    amount: entry.amount,
    unit_id: entry.unit,
    dossier_id: entry.dossier ?? null,
    charge_id: entry.charge ?? null,
    session_id: entry.session ?? null,
    refund_id: entry.refund ?? null,
    shift_id: entry.shift ?? null,
    evidence: entry.evidence,
    key: entry.key,
    reverses: entry.reverses ?? null,
    actor_kind: signer.kind,
    actor_id: signer.id,
    actor_name: signer.name,
    note: entry.note ?? '',
  };
};

/** What stands on each account after these entries, debit minus credit. The sum over all accounts is always 0. */
export function balancesOf(
  entries: readonly Pick<Transfer, 'debit' | 'credit' | 'amount'>[],
): ReadonlyMap<string, number> {
  const balances = new Map<string, number>();
  const add = (account: string, amount: number) =>
    balances.set(account, (balances.get(account) ?? 0) + amount);
  for (const { debit, credit, amount } of entries) {
    add(debit, amount);
    add(credit, -amount);
  }
  return balances;
}
