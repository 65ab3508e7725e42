import type { UnitId } from '#kernel/ids';
import type { Instant } from '#kernel/time';
import type { GatewayRecord } from '#ports/payments';
import type { Charge, ChargeState, Way } from './charge.ts';
import type { Transfer } from './ledger.ts';
import type { Session, SessionState } from './money.ts';

/** A receipt to be numbered: phí and lệ phí have receipts of their own. */
export interface NewReceipt {
  readonly id: string;
  readonly charges: readonly Charge[];
  readonly unit: UnitId;
  readonly payerName: string;
  readonly way: Way;
  readonly evidence: string;
  /** Number on a printed form, where the officer wrote one. */
  readonly paperNumber?: string;
}

export interface ChargeChange {
  readonly charge: Charge;
  readonly state: ChargeState;
  readonly settledAt: Instant | null;
  readonly way: Way | null;
  readonly receipt: string | null;
}

export interface SessionChange {
  readonly session: Session;
  readonly state: SessionState;
  readonly askAt: Instant | null;
  readonly told: number;
  readonly booked: boolean;
  readonly record: GatewayRecord | null;
  readonly closedAt: Instant | null;
}

/** What the dossier is told: `settled`, `refunded`, `reopened` (owed again), `exempted`, `voided`. */
export interface ToldDossier {
  readonly what: 'settled' | 'refunded' | 'reopened' | 'exempted' | 'voided';
  readonly charges: readonly Charge[];
  readonly receipt?: string;
  readonly ground?: string;
}

/** Everything that one decision about the money of a dossier changes; written together or not at all. */
export interface MoneyChange {
  readonly transfers: readonly Transfer[];
  readonly charges: readonly ChargeChange[];
  readonly receipts: readonly NewReceipt[];
  /** Receipts that no longer hold. */
  readonly cancelled: readonly { readonly receipt: string; readonly reason: string }[];
  readonly sessions: readonly SessionChange[];
  readonly lines: readonly { readonly session: string; readonly charge: string; readonly live: boolean }[];
  readonly told: readonly ToldDossier[];
}

export const noChange: MoneyChange = {
  transfers: [],
  charges: [],
  receipts: [],
  cancelled: [],
  sessions: [],
  lines: [],
  told: [],
};

/** Receipts for charges that were paid together, one per kind. */
export const receiptsFor = (
  charges: readonly Charge[],
  paid: Omit<NewReceipt, 'id' | 'charges'>,
  freshId: () => string,
): readonly NewReceipt[] =>
  [...new Set(charges.map(({ kind }) => kind))].map((kind) => ({
    ...paid,
    id: freshId(),
    charges: charges.filter((charge) => charge.kind === kind),
  }));

/** The paid state of charges, each with the receipt it stands on. */
export const paidBy = (receipts: readonly NewReceipt[], way: Way, at: Instant): readonly ChargeChange[] =>
  receipts.flatMap((receipt) =>
    receipt.charges.map((charge) => ({
      charge,
      state: 'paid' as const,
      settledAt: at,
      way,
      receipt: receipt.id,
    })),
  );
