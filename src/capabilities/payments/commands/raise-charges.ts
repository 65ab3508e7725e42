import { randomBytes } from 'node:crypto';
import { type UnitId, uuidv7 } from '#kernel/ids';
import type { Instant } from '#kernel/time';
import { json, type Transactor } from '#platform/db';
import type { ChargeKind } from '#ports/payments';
import { raiseRows } from '../queries/index.ts';
import type { Assessment, DuePoint } from '../rules/charge.ts';
import { newPaymentCode } from '../rules/code.ts';

/** One fee line to be charged, priced. */
export interface PricedFee {
  readonly id: string;
  readonly kind: ChargeKind;
  readonly name: string;
  /** Whole đồng, more than 0. */
  readonly amount: number;
  readonly fullAmount?: number;
  readonly when: DuePoint;
  readonly ground?: string;
  readonly counted?: string;
  readonly refundable?: boolean;
  readonly assessed?: Assessment;
}

export interface Raising {
  readonly fees: readonly PricedFee[];
  readonly ownerName: string;
  readonly procedure: { readonly code: string; readonly name: string; readonly version: number };
  /** Unit whose money it is: the one that decides. */
  readonly payee: UnitId;
  readonly at: Instant;
  readonly officer?: { readonly id: string; readonly name: string };
}

/** A new payment code; kept by the dossier unless it has one already. */
export const freshPaymentCode = (): string => newPaymentCode((n) => randomBytes(n));

/** Rows of new charges, without the keys of the dossier that they belong to. */
export function chargeRows({ fees, ownerName, procedure, payee, at, officer }: Raising) {
  if (fees.length === 0) return [];
  const bill = freshPaymentCode();
  return fees.map((fee, line) => ({
    id: uuidv7(at),
    bill,
    owner_name: ownerName,
    fee: fee.id,
    line,
    kind: fee.kind,
    name: fee.name,
    amount: fee.amount,
    full_amount: fee.fullAmount ?? fee.amount,
    due_at: fee.when,
    ground: fee.ground ?? '',
    counted: fee.counted ?? '',
    procedure_code: procedure.code,
    procedure_name: procedure.name,
    table_version: procedure.version,
    payee,
    refundable: fee.refundable ?? true,
    assessed: fee.assessed ?? null,
    raised_at: new Date(at).toISOString(),
    raised_by: officer?.id ?? null,
    raised_by_name: officer?.name ?? '',
  }));
}
export type ChargeRow = ReturnType<typeof chargeRows>[number];

/** Charges a dossier in the transaction of the act that asks for the money. */
export async function raiseCharges(
  transactor: Transactor,
  dossier: {
    readonly homeUnit: string;
    readonly id: string;
    readonly code: string;
    readonly person: string | null;
  },
  rows: readonly ChargeRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const charges = rows.map((row) => ({
    ...row,
    home_unit: dossier.homeUnit,
    dossier_id: dossier.id,
    dossier_code: dossier.code,
    person_id: dossier.person,
  }));
  await transactor.get(raiseRows, { charges: json(charges) });
}
