import { allows } from '#kernel/actor';
import { type UnitId, uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { type Ctx, scopeOf } from '#platform/context';
import type { Transactor } from '#platform/db';
import { paymentPermissions } from '../permissions.ts';
import { chargesOfDossier } from '../queries/index.ts';
import { refundByCode, refundsOfDossier, surplusRows } from '../queries/refunds.ts';
import { noChange } from '../rules/change.ts';
import type { RefundChange } from '../rules/give-back.ts';
import { takeBackRefund } from '../rules/give-back.ts';
import {
  askForCharge,
  askForSurplus,
  noAccount,
  type Refund,
  type RefundAccount,
  readAccount,
} from '../rules/refund.ts';
import type { PaymentServices } from '../services.ts';
import { keepRefund } from './keep-refund.ts';
import { moneyOf, type OfDossier } from './lock-money.ts';
import { freshPaymentCode } from './raise-charges.ts';

const beginning = (refund: Refund): RefundChange => ({ refund, from: null, money: noChange });
const asking = (ctx: Ctx, kind: Refund['kind'], account: RefundAccount, reason: string) => {
  const { actor } = ctx;
  const at = ctx.clock.now();
  const id = actor.kind === 'citizen' ? actor.person : actor.kind === 'officer' ? actor.officer : null;
  const name = actor.kind === 'citizen' || actor.kind === 'officer' ? actor.name : '';
  return { kind, account, reason, by: { id, name }, at, id: uuidv7(at), code: freshPaymentCode() };
};

/** The owner asks for the money of a charge back. */
export async function askRefund(
  ctx: Ctx,
  services: Pick<PaymentServices, 'unit'>,
  wish: {
    readonly dossier: OfDossier;
    readonly charge: string;
    readonly account: RefundAccount;
    readonly reason: string;
  },
): Promise<Outcome<Refund>> {
  const { actor } = ctx;
  if (!allows(actor, paymentPermissions['payments.own'])) return refused({ code: 'not-yours' });
  if (wish.charge === '') return refused({ code: 'charge-missing' });
  return ctx.db.transact(scopeOf(actor), async (transactor) => {
    const { homeUnit, id } = wish.dossier;
    const charges = await transactor.rows(chargesOfDossier, { home_unit: homeUnit, dossier: id });
    const charge = charges.find((each) => each.id === wish.charge);
    if (!charge || actor.kind !== 'citizen' || charge.person !== actor.person)
      return refused({ code: 'not-found' });
    const account = readAccount(wish.account);
    const asked = askForCharge(
      charge,
      asking(ctx, 'asked', account.ok ? account.value : noAccount, wish.reason),
    );
    if (!asked.ok) return asked;
    if (!account.ok) return account;
    return keepRefund(ctx, transactor, services, beginning(asked.value));
  });
}

/** The owner names the account, or another one, while nothing has been decided. */
export function nameAccount(
  ctx: Ctx,
  services: Pick<PaymentServices, 'unit'>,
  code: string,
  given: RefundAccount,
): Promise<Outcome<Refund>> {
  return ofOwner(ctx, services, code, (refund) => {
    if (refund.state !== 'asked') return refused({ code: 'refund-decided' });
    const account = readAccount(given);
    if (!account.ok) return account;
    const { bin, number, holder } = account.value;
    return done({
      refund: { ...refund, bin, account: number, holder },
      from: 'asked',
      money: noChange,
    });
  });
}

/** The owner wants it no longer. */
export const dropRefund = (ctx: Ctx, services: Pick<PaymentServices, 'unit'>, code: string) =>
  ofOwner(ctx, services, code, takeBackRefund);

async function ofOwner(
  ctx: Ctx,
  services: Pick<PaymentServices, 'unit'>,
  code: string,
  decide: (refund: Refund) => Outcome<RefundChange>,
): Promise<Outcome<Refund>> {
  const { actor } = ctx;
  if (actor.kind !== 'citizen') return refused({ code: 'not-yours' });
  return ctx.db.transact(scopeOf(actor), async (transactor) => {
    const refund = await transactor.find(refundByCode, { code });
    if (!refund || refund.person_id !== actor.person) return refused({ code: 'not-found' });
    const decided = decide(refund);
    return decided.ok ? keepRefund(ctx, transactor, services, decided.value) : decided;
  });
}

/**
 * When a dossier has ended without its service, what was paid for it and can be given back is proposed to be: once for each
 * charge, in the worker's transaction.
 */
export async function proposeRefunds(
  ctx: Ctx,
  transactor: Transactor,
  services: Pick<PaymentServices, 'unit'>,
  dossier: OfDossier,
  reason: string,
): Promise<readonly Refund[]> {
  const money = await moneyOf(transactor, dossier);
  const there = await transactor.rows(refundsOfDossier, { home_unit: dossier.homeUnit, dossier: dossier.id });
  const proposed: Refund[] = [];
  for (const charge of money.charges) {
    if (there.some((each) => each.charge_id === charge.id && each.state !== 'dropped')) continue;
    const asked = askForCharge(charge, asking(ctx, 'proposed', noAccount, reason));
    if (!asked.ok) continue;
    const kept = await keepRefund(ctx, transactor, services, { ...beginning(asked.value), told: 'proposed' });
    if (kept.ok) proposed.push(kept.value);
  }
  return proposed;
}

/** An accountant gives back money that nobody owed. */
export async function askSurplusBack(
  ctx: Ctx,
  services: Pick<PaymentServices, 'unit'>,
  wish: {
    readonly unit: UnitId;
    readonly entry: string;
    readonly account: RefundAccount;
    readonly reason: string;
  },
): Promise<Outcome<Refund>> {
  if (!allows(ctx.actor, paymentPermissions['payments.keep-books'], wish.unit))
    return refused({ code: 'not-yours' });
  const account = readAccount(wish.account);
  if (!account.ok) return account;
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const surplus = (await transactor.rows(surplusRows, { unit: wish.unit })).find(
      ({ id }) => id === wish.entry,
    );
    if (!surplus) return refused({ code: 'not-found' });
    const asked = askForSurplus(surplus, wish.unit, asking(ctx, 'surplus', account.value, wish.reason));
    return asked.ok ? keepRefund(ctx, transactor, services, beginning(asked.value)) : asked;
  });
}
