import { allows, type Permission } from '#kernel/actor';
import { uuidv7 } from '#kernel/ids';
import { type Outcome, refused } from '#kernel/outcome';
import type { PlainDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import type { Transactor } from '#platform/db';
import { paymentPermissions } from '../permissions.ts';
import {
  lockBooksRow,
  lockRefund,
  refundByCode,
  refundPlace,
  refundsOfDossier,
  surplusRows,
} from '../queries/refunds.ts';
import {
  approveRefund,
  closeOvertaken,
  type Decider,
  payRefund,
  type RefundChange,
  refuseRefund,
} from '../rules/give-back.ts';
import type { Account } from '../rules/ledger.ts';
import type { Money } from '../rules/money.ts';
import type { Refund, RefundWay } from '../rules/refund.ts';
import { byStatement, paySeenRefund, type SeenLeaving } from '../rules/seen-on-statement.ts';
import type { PaymentServices } from '../services.ts';
import { keepRefund } from './keep-refund.ts';
import { moneyOf, noMoney, type OfDossier } from './lock-money.ts';

type Services = Pick<PaymentServices, 'unit' | 'accountOf'>;
type Decide = (refund: Refund, money: Money, transactor: Transactor) => Promise<Outcome<RefundChange>>;

export const deciderOf = ({ actor }: Ctx): Decider =>
  actor.kind === 'officer' ? { id: actor.officer, name: actor.name } : { id: null, name: '' };

/** Finds the refund, locks the money of its dossier and then itself: everybody locks in this order. */
async function decided(
  ctx: Ctx,
  transactor: Transactor,
  services: Services,
  code: string,
  decide: Decide,
  books?: string,
): Promise<Outcome<Refund>> {
  const seen = await transactor.find(refundPlace, { code });
  if (!seen) return refused({ code: 'refund-unknown' });
  const money =
    seen.dossier_id === null
      ? noMoney
      : await moneyOf(transactor, { homeUnit: seen.home_unit, id: seen.dossier_id });
  const refund = await transactor.get(lockRefund, { code });
  const outcome = await decide(refund, money, transactor);
  return outcome.ok ? keepRefund(ctx, transactor, services, outcome.value, books) : outcome;
}

async function byOfficer(
  ctx: Ctx,
  services: Services,
  code: string,
  permission: Permission,
  decide: Decide,
): Promise<Outcome<Refund>> {
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const found = await transactor.find(refundByCode, { code });
    if (!found) return refused({ code: 'refund-unknown' });
    if (!allows(ctx.actor, permission, found.unit_id)) return refused({ code: 'not-yours' });
    return decided(ctx, transactor, services, code, decide);
  });
}

/** Agrees to a refund, and says how it is given back. */
export const agreeToRefund = (ctx: Ctx, services: Services, code: string, way: RefundWay) =>
  byOfficer(
    ctx,
    services,
    code,
    paymentPermissions['payments.decide-refund'],
    async (refund, money, transactor) => {
      let there = 0;
      if (refund.entry_id !== null) {
        await transactor.get(lockBooksRow, { unit: refund.unit_id });
        const rows = await transactor.rows(surplusRows, { unit: refund.unit_id });
        there = rows.find(({ id }) => id === refund.entry_id)?.amount ?? 0;
      }
      return approveRefund(refund, money, { by: deciderOf(ctx), at: ctx.clock.now(), way, there });
    },
  );

/** Says no, or takes an approval back that could not be carried out; with a reason for the owner. */
export const declineRefund = (ctx: Ctx, services: Services, code: string, answer: string) =>
  byOfficer(ctx, services, code, paymentPermissions['payments.decide-refund'], async (refund) =>
    refuseRefund(refund, { by: deciderOf(ctx), at: ctx.clock.now(), answer }),
  );

/** The account of the books that a refund leaves. */
async function sourceOf(services: Services, refund: Refund, money: Money): Promise<Account> {
  if (refund.way === 'cash') return `till:${refund.unit_id}`;
  if (refund.way === 'gateway') {
    const paid = money.entries.findLast(
      ({ charge, debit, kind }) =>
        charge === refund.charge_id && kind === 'paid' && debit.startsWith('gateway:'),
    );
    if (paid) return paid.debit;
  }
  return `bank:${(await services.accountOf(refund.unit_id))?.key ?? refund.unit_id}`;
}

/** Marks a refund as paid by hand, with the evidence: number and day of the payment order. */
export const markRefundPaid = (
  ctx: Ctx,
  services: Services,
  code: string,
  evidence: { readonly number: string; readonly day: PlainDate },
) =>
  byOfficer(ctx, services, code, paymentPermissions['payments.keep-books'], async (refund, money) => {
    const now = ctx.clock.now();
    const from = await sourceOf(services, refund, money);
    return payRefund(refund, money, {
      by: deciderOf(ctx),
      at: now,
      payment: { ...evidence, from },
      freshId: () => uuidv7(now),
    });
  });

/**
 * A bank's statement shows that a refund has left: its code stood in the words (`refundCodeInWords`), or an officer says so
 * (`by`), who is then not the one who approved. In the caller's transaction; the same entry told twice changes nothing.
 */
export async function refundPaid(
  ctx: Ctx,
  transactor: Transactor,
  services: Services,
  { code, by = byStatement, ...seen }: SeenLeaving & { readonly code: string; readonly by?: Decider },
): Promise<Outcome<Refund>> {
  const now = ctx.clock.now();
  return decided(
    ctx,
    transactor,
    services,
    code,
    async (refund, money) => paySeenRefund(refund, money, seen, { by, at: now, freshId: () => uuidv7(now) }),
    seen.unit,
  );
}

/** After the gateway has given money back or taken it itself: refunds of it that are under way come to an end. */
export async function closeOvertakenRefunds(
  ctx: Ctx,
  transactor: Transactor,
  services: Pick<PaymentServices, 'unit'>,
  dossier: OfDossier,
): Promise<void> {
  const money = await moneyOf(transactor, dossier);
  const keys = { home_unit: dossier.homeUnit, dossier: dossier.id };
  for (const refund of await transactor.rows(refundsOfDossier, keys)) {
    const change = closeOvertaken(refund, money, ctx.clock.now());
    if (change) await keepRefund(ctx, transactor, services, change);
  }
}
