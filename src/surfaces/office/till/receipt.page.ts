import { z } from 'zod';
import { cancelReceipt, findReceipt, findShift, mayClose, paymentPermissions } from '#capabilities/payments';
import { allows } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import type { Refusal } from '#kernel/outcome';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import { type Doors, receiptReply } from '#surfaces/shared';
import { textOf } from '../books/form.ts';
import { deskOf } from '../core/desk.ts';
import { receiptHref, tillHome } from './addresses.ts';
import { tillReply } from './parts.ts';
import { receiptView } from './receipt.view.ts';

const permission = paymentPermissions['payments.look-at-tills'];
const path = `${tillHome}/bien-lai/:id`;
const input = z.object({
  id: z.uuid(),
  'vua-thu': z.coerce.number().int().min(0).max(9).catch(0).default(0),
  xong: z.string().max(20).optional(),
});

/** One receipt: to look at, to print, and to cancel by a counter-entry. */
export const receiptPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission,
    audit: 'none',
    input,
    handle: (ctx, { id, 'vua-thu': made, xong }) => show(ctx, doors, id, { made, done: xong }),
  }),
  definePage({
    method: 'GET',
    path: `${path}/in`,
    permission,
    audit: 'none',
    input,
    async handle(ctx, { id }) {
      const receipt = await found(ctx, id);
      return receipt ? receiptReply(doors, receipt) : problem('not-found');
    },
  }),
  definePage({
    method: 'POST',
    path: `${path}/huy`,
    permission,
    audit: 'payment.reopened',
    input,
    async handle(ctx, { id }) {
      const reason = textOf(ctx.fields, 'ly-do');
      const outcome = await cancelReceipt(ctx, doors.payments, { receipt: id, reason });
      return outcome.ok
        ? redirectTo(receiptHref(id, '?xong=huy'))
        : show(ctx, doors, id, { refusal: outcome.refusal });
    },
  }),
];

/** Of a unit in which this officer holds a post of the tills; the database asks for the unit once more. */
async function found(ctx: PageCtx, id: string) {
  const receipt = await findReceipt(ctx, id);
  return receipt && allows(ctx.actor, permission, receipt.unit_id as UnitId) ? receipt : undefined;
}

async function show(
  ctx: PageCtx,
  doors: Doors,
  id: string,
  shown: { readonly made?: number; readonly done?: string | undefined; readonly refusal?: Refusal },
): Promise<Reply> {
  const receipt = await found(ctx, id);
  if (!receipt) return problem('not-found');
  const desk = await deskOf(ctx, doors);
  const look = receipt.shift_id === null ? undefined : await findShift(ctx, receipt.shift_id);
  const counter = receipt.way === 'cash' || receipt.way === 'card';
  return tillReply(ctx, doors, desk, {
    title: `${desk.say('Biên lai', 'Receipt')} ${receipt.symbol} ${receipt.number}`,
    main: receiptView({
      ctx,
      desk,
      receipt,
      shift: look?.shift,
      mayCancel:
        counter &&
        receipt.cancelled_at === null &&
        (allows(ctx.actor, paymentPermissions['payments.keep-books'], receipt.unit_id as UnitId) ||
          (look?.shift.closedAt === null && mayClose(ctx, look.shift))),
      ...shown,
    }),
    side: 'take',
    status: shown.refusal ? 422 : 200,
  });
}
