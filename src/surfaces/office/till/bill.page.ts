import { z } from 'zod';
import {
  askSoon,
  type Bill,
  findBill,
  ownShiftFromBefore,
  paymentPermissions,
  receiptsOfBill,
  takeByCode,
  voidCharge,
} from '#capabilities/payments';
import { allows } from '#kernel/actor';
import { isUuid, uuidv7 } from '#kernel/ids';
import { type Refusal, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { many } from '../acts/act-form.ts';
import { textOf } from '../books/form.ts';
import { deskOf } from '../core/desk.ts';
import { billHref, receiptHref, tillHome } from './addresses.ts';
import { billView } from './bill.view.ts';
import { tillReply } from './parts.ts';
import { takingUnits } from './units.ts';

const permission = paymentPermissions['payments.take'];
const path = `${tillHome}/:code`;
const input = z.object({ code: z.string().max(40), xong: z.string().max(20).optional() });

/** What stands behind one payment code, and the form that takes the money. */
export const billPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission,
    audit: 'none',
    input,
    handle: (ctx, { code, xong }) => show(ctx, doors, code, { done: xong }),
  }),
  definePage({
    method: 'POST',
    path,
    permission,
    audit: 'payment.settled',
    input,
    handle: (ctx, { code }) => take(ctx, doors, code),
  }),
  definePage({
    method: 'POST',
    path: `${path}/kiem-tra`,
    permission,
    audit: 'none',
    input,
    async handle(ctx, { code }) {
      const bill = await findBill(ctx, code);
      if (!bill) return problem('not-found');
      await askSoon(ctx, bill.code);
      return redirectTo(billHref(bill.code, '?xong=kiem-tra'));
    },
  }),
  definePage({
    method: 'POST',
    path: `${path}/huy-khoan`,
    permission: paymentPermissions['payments.exempt'],
    audit: 'payment.voided',
    input,
    async handle(ctx, { code }) {
      const outcome = await voidCharge(ctx, doors.payments, {
        code,
        charge: textOf(ctx.fields, 'khoan-huy'),
        reason: textOf(ctx.fields, 'ly-do'),
      });
      return outcome.ok
        ? redirectTo(billHref(code, '?xong=huy-khoan'))
        : show(ctx, doors, code, { refusal: outcome.refusal });
    },
  }),
];

async function take(ctx: PageCtx, doors: Doors, code: string): Promise<Reply> {
  const { actor } = await deskOf(ctx, doors);
  const units = takingUnits(actor);
  const unit = units.find((each) => each === textOf(ctx.fields, 'quay')) ?? units[0];
  const way = textOf(ctx.fields, 'cach');
  const key = textOf(ctx.fields, 'khoa');
  const word = (name: string) => cleanText(textOf(ctx.fields, name));
  const tooLong = [
    ['payer', 'nguoi-nop', 200],
    ['slip', 'so-the', 60],
    ['paperNumber', 'bien-lai', 60],
  ] as const;
  const long = tooLong.find(([, name, most]) => word(name).length > most);
  const outcome = !unit
    ? refused({ code: 'not-yours' })
    : long
      ? refused({ code: 'too-long', field: long[0] })
      : way !== 'cash' && way !== 'card'
        ? refused({ code: 'way-missing', field: 'way' })
        : await takeByCode(ctx, doors.payments, {
            code,
            charges: many(ctx.fields, 'khoan'),
            way,
            unit,
            payer: word('nguoi-nop'),
            slip: word('so-the'),
            paperNumber: word('bien-lai'),
            key: isUuid(key) ? key : '',
          });
  if (!outcome.ok) return show(ctx, doors, code, { refusal: outcome.refusal });
  const [first = '', ...others] = outcome.value.receipts;
  return redirectTo(receiptHref(first, `?vua-thu=${others.length + 1}`));
}

async function show(
  ctx: PageCtx,
  doors: Doors,
  code: string,
  shown: { readonly done?: string | undefined; readonly refusal?: Refusal },
): Promise<Reply> {
  const bill = await findBill(ctx, code);
  if (!bill) return problem('not-found');
  const desk = await deskOf(ctx, doors);
  const receipts = (await receiptsOfBill(ctx, bill.code)).filter(
    ({ unit_id: unit }) => desk.actor.everywhere || desk.actor.readableUnits.includes(unit as never),
  );
  return tillReply(ctx, doors, desk, {
    title: `${desk.say('Thu phí', 'Take a fee')} ${bill.dossierCode}`,
    main: billView({
      ctx,
      desk,
      bill,
      receipts,
      units: takingUnits(desk.actor),
      before: await ownShiftFromBefore(ctx, takingUnits(desk.actor)),
      key: textOf(ctx.fields, 'khoa') || uuidv7(ctx.clock.now()),
      voidable: voidableIn(ctx, bill),
      ...shown,
    }),
    side: 'take',
    status: shown.refusal ? 422 : 200,
  });
}

/** Charges that an officer may have raised; whether this one was is said by the command. */
const voidableIn = (ctx: PageCtx, bill: Bill) =>
  bill.charges.filter(
    ({ state, session, payee, fee }) =>
      state === 'owed' &&
      session === null &&
      fee.startsWith('them-') &&
      [payee, bill.homeUnit].some((unit) => allows(ctx.actor, paymentPermissions['payments.exempt'], unit)),
  );
