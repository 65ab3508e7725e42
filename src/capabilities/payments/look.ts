import { type Ctx, scopeOf } from '#platform/context';
import type { Database, Reader } from '#platform/db';
import type { Beneficiary } from '#ports/payments';
import type { BilledCharge } from './queries/bill.ts';
import {
  allAccounts,
  askSoonRows,
  billByCode,
  billOfDossier,
  receiptsOfBillRows,
  receiptsOfPersonRows,
} from './queries/index.ts';
import { readPaymentCode } from './rules/code.ts';

interface OfDossier {
  readonly homeUnit: string;
  readonly id: string;
}
const keyOf = ({ homeUnit, id }: OfDossier) => ({ home_unit: homeUnit, dossier: id });

/** What stands behind a payment code, for whoever has it. */
export async function findBill(ctx: Ctx, typed: string) {
  const code = readPaymentCode(typed);
  if (code === undefined) return undefined;
  const { bill } = await ctx.db.direct.get(billByCode, { code });
  return bill ? { ...bill, code } : undefined;
}
export type Bill = NonNullable<Awaited<ReturnType<typeof findBill>>>;

/** The charges of a dossier, for whoever may see the dossier; that is not asked here. */
export async function billedIn(reader: Reader, dossier: OfDossier): Promise<readonly BilledCharge[]> {
  const { bill } = await reader.get(billOfDossier, keyOf(dossier));
  return bill?.charges ?? [];
}

/** Receipts of a payment page, for whoever has its code; the page shortens the name on them. */
export const receiptsOfBill = (ctx: Ctx, bill: string) =>
  ctx.db.direct.rows(receiptsOfBillRows, { code: bill });

/** Receipts under "My papers", newest first. */
export function receiptsOfMine(ctx: Ctx) {
  const { actor } = ctx;
  if (actor.kind !== 'citizen') return Promise.resolve([]);
  return ctx.db.read(scopeOf(actor), (reader) => reader.rows(receiptsOfPersonRows, { person: actor.person }));
}
export type Receipt = Awaited<ReturnType<typeof receiptsOfMine>>[number];

/** Accounts of all units that have one. */
export async function allAccountsOf(db: Pick<Database, 'direct'>): Promise<readonly Beneficiary[]> {
  const rows = await db.direct.rows(allAccounts, {});
  return rows.map((row) => ({
    key: row.unit_id,
    name: row.name,
    taxCode: row.tax_code,
    account: { bin: row.bin, number: row.number, name: row.holder },
    ...(row.treasury_code && row.treasury_account
      ? { treasury: { code: row.treasury_code, account: row.treasury_account } }
      : {}),
  }));
}

/** Wishes that gateways be asked at once about the open payments of a bill. */
export async function askSoon(ctx: Ctx, bill: string): Promise<number> {
  const { asked } = await ctx.db.direct.get(askSoonRows, { bill, now: ctx.clock.now() });
  return asked;
}
