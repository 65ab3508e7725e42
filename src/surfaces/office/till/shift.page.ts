import { z } from 'zod';
import {
  bankCash,
  closeShift,
  findShift,
  mayClose,
  paymentPermissions,
  readPaymentCode,
  receiptsIn,
} from '#capabilities/payments';
import { allows } from '#kernel/actor';
import { type Outcome, type Refusal, refused } from '#kernel/outcome';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { dateOf, textOf } from '../books/form.ts';
import { deskOf } from '../core/desk.ts';
import { shiftHref, shiftsPath } from './addresses.ts';
import { piecesIn, wholeDong } from './counting.ts';
import { tillReply } from './parts.ts';
import { shiftView } from './shift.view.ts';

const permission = paymentPermissions['payments.look-at-tills'];
const path = `${shiftsPath}/:id`;
const input = z.object({
  id: z.uuid(),
  xong: z.string().max(20).optional(),
  /** Payment code of the dossier that waits to be paid. */
  cho: z.string().max(40).default(''),
});

/** One shift: what was taken, the count that closes it, and the cash that goes to the bank. */
export const shiftPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission,
    audit: 'none',
    input,
    handle: (ctx, { id, xong, cho }) => show(ctx, doors, id, { done: xong, waiting: readPaymentCode(cho) }),
  }),
  step(doors, 'dong', 'shift.closed', async (ctx, shift) => {
    const pieces = piecesIn(ctx.fields);
    if (!pieces) return refused({ code: 'count-missing', field: 'counted' });
    return closeShift(ctx, doors.payments, {
      shift,
      pieces,
      counted: wholeDong(textOf(ctx.fields, 'tong')),
      remark: textOf(ctx.fields, 'ghi-chu'),
    });
  }),
  step(doors, 'nop', 'shift.banked', async (ctx, shift) => {
    const day = dateOf(ctx.fields, 'ngay');
    if (!day) return refused({ code: 'day-missing', field: 'day' });
    const amount = wholeDong(textOf(ctx.fields, 'so-tien')) ?? 0;
    return bankCash(ctx, doors.payments, { shift, amount, number: textOf(ctx.fields, 'so'), day });
  }),
];

const step = (
  doors: Doors,
  slug: 'dong' | 'nop',
  audit: string,
  does: (ctx: PageCtx, shift: string) => Promise<Outcome<unknown>>,
): Route =>
  definePage({
    method: 'POST',
    path: `${path}/${slug}`,
    permission,
    audit,
    input,
    async handle(ctx, { id, cho }) {
      const waiting = readPaymentCode(cho);
      const outcome = await does(ctx, id);
      if (outcome.ok) return redirectTo(shiftHref(id, `?xong=${slug}${waiting ? `&cho=${waiting}` : ''}`));
      return show(ctx, doors, id, { refusal: outcome.refusal, waiting });
    },
  });

async function show(
  ctx: PageCtx,
  doors: Doors,
  id: string,
  shown: {
    readonly done?: string | undefined;
    readonly refusal?: Refusal;
    readonly waiting: string | undefined;
  },
): Promise<Reply> {
  const look = await findShift(ctx, id);
  if (!look || !allows(ctx.actor, permission, look.shift.unit)) return problem('not-found');
  const desk = await deskOf(ctx, doors);
  const { say } = desk;
  return tillReply(ctx, doors, desk, {
    title: `${say('Ca thu của', 'Shift of')} ${look.shift.officerName}`,
    main: shiftView({
      ctx,
      desk,
      ...look,
      receipts: await receiptsIn(ctx, look.shift),
      mayKeep: mayClose(ctx, look.shift),
      ...shown,
    }),
    side: 'shifts',
    status: shown.refusal ? 422 : 200,
  });
}
