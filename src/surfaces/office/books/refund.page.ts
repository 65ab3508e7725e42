import { z } from 'zod';
import {
  agreeToRefund,
  declineRefund,
  findRefund,
  markRefundPaid,
  paymentPermissions,
  type Refund,
  refundWays,
} from '#capabilities/payments';
import { allows } from '#kernel/actor';
import { type Outcome, type Refusal, refused } from '#kernel/outcome';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { refundHref, refundsPath } from './addresses.ts';
import { booksReply, openBooks } from './books.ts';
import { dateOf, textOf } from './form.ts';
import { refundView } from './refund.view.ts';

const read = paymentPermissions['payments.read-books'];
const path = `${refundsPath}/:code`;
const input = z.object({ code: z.string().max(40), xong: z.string().max(20).optional() });

/** One refund: decided upon by one, paid out by another. */
export const refundPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission: read,
    audit: 'none',
    input,
    handle: (ctx, { code, xong }) => show(ctx, doors, code, { done: xong }),
  }),
  step(doors, 'duyet', 'refund.approved', 'payments.decide-refund', async (ctx, refund) => {
    const way = refundWays.find((each) => each === textOf(ctx.fields, 'cach'));
    if (!way) return refused({ code: 'way-missing', field: 'way' });
    return agreeToRefund(ctx, doors.payments, refund.code, way);
  }),
  step(doors, 'tu-choi', 'refund.refused', 'payments.decide-refund', (ctx, refund) =>
    declineRefund(ctx, doors.payments, refund.code, textOf(ctx.fields, 'tra-loi')),
  ),
  step(doors, 'da-chi', 'refund.paid', 'payments.keep-books', async (ctx, refund) => {
    const day = dateOf(ctx.fields, 'ngay');
    if (!day) return refused({ code: 'day-missing', field: 'day' });
    return markRefundPaid(ctx, doors.payments, refund.code, { number: textOf(ctx.fields, 'so'), day });
  }),
];

const step = (
  doors: Doors,
  slug: 'duyet' | 'tu-choi' | 'da-chi',
  audit: string,
  permission: 'payments.decide-refund' | 'payments.keep-books',
  does: (ctx: PageCtx, refund: Refund) => Promise<Outcome<Refund>>,
): Route =>
  definePage({
    method: 'POST',
    path: `${path}/${slug}`,
    permission: paymentPermissions[permission],
    audit,
    input,
    async handle(ctx, { code }) {
      const refund = await findRefund(ctx, code);
      if (!refund) return problem('not-found');
      const outcome = await does(ctx, refund);
      if (outcome.ok) return redirectTo(`${refundHref(refund.code)}?xong=${slug}`);
      return show(ctx, doors, code, { refusal: outcome.refusal, slug });
    },
  });

async function show(
  ctx: PageCtx,
  doors: Doors,
  code: string,
  shown: { readonly done?: string | undefined; readonly refusal?: Refusal; readonly slug?: string },
): Promise<Reply> {
  const refund = await findRefund(ctx, code);
  if (!refund) return problem('not-found');
  const books = await openBooks(ctx, doors, refund.unit_id);
  if (!books.units.includes(refund.unit_id)) return problem('not-found');
  const { say, actor, directory } = books.desk;
  const may = (permission: 'payments.decide-refund' | 'payments.keep-books') =>
    allows(actor, paymentPermissions[permission], refund.unit_id);
  return booksReply(ctx, doors, books, {
    title: say('Khoản hoàn phí', 'Refund'),
    main: refundView({
      ctx,
      say,
      refund,
      unitName: directory.byId(refund.unit_id)?.name ?? '',
      mayDecide: may('payments.decide-refund'),
      mayPay: may('payments.keep-books'),
      decidedByMe: refund.decided_by === actor.officer,
      ...shown,
    }),
    side: 'refunds',
    status: shown.refusal ? 422 : 200,
  });
}
