import type { PlainDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import {
  balanceRows,
  type CollectedBy,
  collectedRows,
  collectionRows,
  dayBookRows,
  type Narrowed,
  passedOnRows,
  remittanceRows,
} from './queries/books.ts';
import {
  refundByCode,
  refundCounts,
  refundRows,
  refundsOfDossier,
  refundsOfPerson,
  surplusRows,
} from './queries/refunds.ts';
import type { RefundState } from './rules/refund.ts';
import { readRefundCode } from './rules/refund-code.ts';

/** A page of a book holds no more rows than this. */
export const bookPage = 50;

/** Entries of a day with what stands on their accounts after each. */
export const dayBookOf = (
  ctx: Ctx,
  asked: { readonly unit: string; readonly day: PlainDate; readonly account?: string },
  cut: { readonly size: number; readonly skip: number },
) =>
  ctx.db.read(scopeOf(ctx.actor), (reader) =>
    reader.rows(dayBookRows, { unit: asked.unit, day: asked.day, account: asked.account ?? '', ...cut }),
  );
export type DayBookRow = Awaited<ReturnType<typeof dayBookOf>>[number];

/** What was collected and given back, by one word. */
export const collectionsOf = (ctx: Ctx, narrowed: Narrowed, by: CollectedBy) =>
  ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(collectionRows, { ...narrowed, by }));
export type CollectionRow = Awaited<ReturnType<typeof collectionsOf>>[number];

/** The entries behind a number of the collections. */
export const collectedEntries = (
  ctx: Ctx,
  narrowed: Narrowed,
  cut: { readonly size: number; readonly skip: number },
) => ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(collectedRows, { ...narrowed, ...cut }));
export type CollectedRow = Awaited<ReturnType<typeof collectedEntries>>[number];

/** What stands on each account of a unit's books at the end of a day, debit less credit. */
export const balancesOfUnit = (ctx: Ctx, unit: string, day: PlainDate) =>
  ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(balanceRows, { unit, day }));

/** For each unit whose money lies in these books: what came, what waits to be given back, what has been passed on. */
export const remittanceOf = (ctx: Ctx, unit: string) =>
  ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(remittanceRows, { unit }));

/** The last hundred times that money was passed on. */
export const passedOnBy = (ctx: Ctx, unit: string) =>
  ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(passedOnRows, { unit }));

/** Refunds of some units in some states, the oldest first. */
export const refundsOfUnits = (
  ctx: Ctx,
  units: readonly string[],
  states: readonly RefundState[],
  cut: { readonly size: number; readonly skip: number },
) => ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(refundRows, { units, states, ...cut }));

/** How many refunds stand in which state, and their money. */
export const refundsCounted = (ctx: Ctx, units: readonly string[]) =>
  ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(refundCounts, { units }));

/** A refund that the reader's scope can see, by its code with or without `HP`. */
export async function findRefund(ctx: Ctx, typed: string) {
  const code = readRefundCode(typed);
  if (code === undefined) return undefined;
  return ctx.db.read(scopeOf(ctx.actor), (reader) => reader.find(refundByCode, { code }));
}

/** Refunds of a dossier that the reader's scope can see. */
export const refundsIn = (ctx: Ctx, dossier: { readonly homeUnit: string; readonly id: string }) =>
  ctx.db.read(scopeOf(ctx.actor), (reader) =>
    reader.rows(refundsOfDossier, { home_unit: dossier.homeUnit, dossier: dossier.id }),
  );

/** Refunds of the person signed in, newest first. */
export function refundsOfMine(ctx: Ctx) {
  const { actor } = ctx;
  if (actor.kind !== 'citizen') return Promise.resolve([]);
  return ctx.db.read(scopeOf(actor), (reader) => reader.rows(refundsOfPerson, { person: actor.person }));
}

/** Money in a unit's books that nobody owed and that is still there. */
export const surplusOf = (ctx: Ctx, unit: string) =>
  ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(surplusRows, { unit }));
