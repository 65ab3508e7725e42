import { z } from 'zod';
import { findBill, paymentPermissions, readPaymentCode } from '#capabilities/payments';
import type { Refusal } from '#kernel/outcome';
import { definePage, htmlReply, type PageCtx, type Reply, type Route, redirectTo } from '#platform/http';
import { citizenPage, type Doors } from '#surfaces/shared';
import { back, titleWith } from '../words/page.ts';
import { sayIn } from '../words/say.ts';
import { enterView } from './enter.view.ts';
import { paymentReply } from './load.ts';
import { mostAgain, payPath } from './paths.ts';

const permission = paymentPermissions['payments.pay'];

function enterReply(ctx: PageCtx, doors: Doors, typed: string, refusal?: Refusal, status = 422): Reply {
  const say = sayIn(ctx.locale);
  const main = enterView({ say, locale: ctx.locale, typed, refusal });
  const title = titleWith(say, say('Trả phí bằng mã', 'Pay by code'), refusal !== undefined);
  const before = back('/', say('Trang đầu', 'Home'));
  return htmlReply(citizenPage(ctx, doors, { title, main, before, noindex: true }), refusal ? status : 200);
}

/** Typing a payment code, and the page behind it. */
export const paymentPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/thanh-toan',
    permission,
    audit: 'none',
    input: z.object({ ma: z.string().max(80).optional().catch('') }),
    perMinute: 30,
    async handle(ctx, { ma }) {
      if (ma === undefined) return enterReply(ctx, doors, '');
      if (ma.trim() === '') return enterReply(ctx, doors, '', { code: 'payment-code-missing' });
      const code = readPaymentCode(ma);
      if (code === undefined) return enterReply(ctx, doors, ma, { code: 'payment-code-wrong' });
      if (!(await findBill(ctx, code))) return enterReply(ctx, doors, ma, { code: 'payment-code-unknown' });
      return redirectTo(payPath(code));
    },
  }),
  definePage({
    method: 'GET',
    path: '/thanh-toan/:code',
    permission,
    audit: 'none',
    input: z.object({
      code: z.string().max(80),
      cho: z.coerce.number().int().min(0).max(mostAgain).catch(0).default(0),
      huy: z.literal('1').optional().catch(undefined),
    }),
    // A page that waits looks again by itself, and a whole school may come from one address; 55 bits of chance guard the code.
    perMinute: 600,
    async handle(ctx, { code: typed, cho, huy }) {
      const code = readPaymentCode(typed);
      const bill = code === undefined ? undefined : await findBill(ctx, code);
      if (!bill) {
        const refusal = code === undefined ? 'payment-code-wrong' : 'payment-code-unknown';
        return enterReply(ctx, doors, typed, { code: refusal }, 404);
      }
      if (typed !== bill.code) return redirectTo(payPath(bill.code));
      return paymentReply(ctx, doors, bill, { left: cho, cancelling: huy === '1' });
    },
  }),
];
