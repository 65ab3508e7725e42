import { z } from 'zod';
import type { UnitId } from '#kernel/ids';
import type { PlainDate } from '#kernel/time';
import { params, query } from '#platform/db';
import { chargeKinds } from '#ports/payments';
import { ways } from '../rules/charge.ts';
import type { EntryKind } from '../rules/ledger.ts';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);
const unit = z.string().transform((id) => id as UnitId);
const day = z.string().transform((text) => text as PlainDate);
const kind = z.custom<EntryKind>((value) => typeof value === 'string');

/** What a number of the collections is narrowed by; empty for all. */
export interface Narrowed {
  readonly units: readonly string[];
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly procedure: string;
  readonly way: string;
  readonly kind: string;
}
export const collectedBy = ['unit', 'procedure', 'way', 'kind'] as const;
export type CollectedBy = (typeof collectedBy)[number];

export const collectionRows = query({
  file: file('collections'),
  params: params<Narrowed & { by: CollectedBy }>(),
  row: z.object({
    key: z.string(),
    entries: z.number(),
    taken: z.number(),
    given: z.number(),
  }),
});
export const collectedRows = query({
  file: file('collected'),
  params: params<Narrowed & { size: number; skip: number }>(),
  row: z.object({
    id: z.string(),
    at: z.number(),
    day,
    kind,
    debit: z.string(),
    credit: z.string(),
    amount: z.number(),
    /** 1 taken, -1 given back. */
    flow: z.number(),
    way: z.enum(ways),
    unit_id: unit,
    dossier_code: z.string(),
    procedure_code: z.string(),
    fee_name: z.string(),
    charge_kind: z.enum(chargeKinds),
    payee: unit,
    evidence: z.string(),
    actor_name: z.string(),
  }),
});
export const balanceRows = query({
  file: file('balances'),
  params: params<{ unit: string; day: PlainDate }>(),
  row: z.object({ account: z.string(), balance: z.number() }),
});
export const dayBookRows = query({
  file: file('day-book'),
  params: params<{ unit: string; day: PlainDate; account: string; size: number; skip: number }>(),
  row: z.object({
    id: z.string(),
    at: z.number(),
    kind,
    debit: z.string(),
    credit: z.string(),
    amount: z.number(),
    /** What stands on the two accounts after it. */
    debit_after: z.number(),
    credit_after: z.number(),
    dossier_code: z.string(),
    fee_name: z.string(),
    evidence: z.string(),
    actor_kind: z.string(),
    actor_name: z.string(),
    note: z.string(),
    /** Entries of the day in all. */
    total: z.number(),
  }),
});
export const remittanceRows = query({
  file: file('remittance'),
  params: params<{ unit: string }>(),
  row: z.object({ payee: unit, collected: z.number(), waiting: z.number(), passed_on: z.number() }),
});
export const passedOnRows = query({
  file: file('passed-on'),
  params: params<{ unit: string }>(),
  row: z.object({
    id: z.string(),
    at: z.number(),
    day,
    debit: z.string(),
    credit: z.string(),
    amount: z.number(),
    evidence: z.string(),
    actor_name: z.string(),
    note: z.string(),
  }),
});
export const entryByKey = query({
  file: file('entry-by-key'),
  params: params<{ home_unit: string; key: string }>(),
  row: z.object({ id: z.string() }),
});
