import { z } from 'zod';
import { beginSession, findBill, paymentPermissions, sumOf } from '#capabilities/payments';
import { buttonLink } from '#design';
import { html } from '#platform/html';
import { definePage, htmlReply, problem, type Route, redirectTo } from '#platform/http';
import { citizenPage, type Doors } from '#surfaces/shared';
import { back } from '../words/page.ts';
import { sayIn } from '../words/say.ts';
import { isWebAddress, openPath } from './checking.view.ts';
import { paymentReply } from './load.ts';
import { payPath, waitingPath } from './paths.ts';
import { money } from './words.ts';

const permission = paymentPermissions['payments.pay'];

/** Paying online: the button, and the way to the gateway's own page. */
export const beginPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'POST',
    path: '/thanh-toan/:code/tra',
    permission,
    audit: 'payment.begun',
    input: z.object({
      code: z.string().max(80),
      cong: z.string().max(40).default(''),
      khoan: z
        .string()
        .max(2000)
        .transform((ids) => ids.split(',')),
      'so-tien': z.coerce.number().int().catch(0),
    }),
    perMinute: 20,
    async handle(ctx, { code, cong, khoan, 'so-tien': shown }) {
      const bill = await findBill(ctx, code);
      if (!bill) return problem('not-found');
      // What is paid is what the button said, also when it stood in a window that was left open.
      const owed = bill.charges.filter(({ id, state }) => state === 'owed' && khoan.includes(id));
      if (owed.length > 0 && sumOf(owed) !== shown)
        return paymentReply(ctx, doors, bill, { refusal: { code: 'bill-changed' } });
      const begun = await beginSession(ctx, doors.payments, {
        bill: bill.code,
        charges: khoan,
        gateway: cong,
        ip: ctx.ip,
      });
      if (!begun.ok)
        return paymentReply(ctx, doors, (await findBill(ctx, bill.code)) ?? bill, { refusal: begun.refusal });
      return redirectTo(begun.value.payAt ? openPath(bill.code, begun.value) : waitingPath(bill.code));
    },
  }),
  definePage({
    method: 'GET',
    path: '/thanh-toan/:code/sang/:reference',
    permission,
    audit: 'none',
    input: z.object({ code: z.string().max(80), reference: z.string().max(60) }),
    perMinute: 60,
    async handle(ctx, { code, reference }) {
      const bill = await findBill(ctx, code);
      if (!bill) return problem('not-found');
      const session = bill.sessions.find((each) => each.reference === reference);
      const open = session && (session.state === 'begun' || session.state === 'open');
      if (!open || !isWebAddress(session.payAt)) return redirectTo(payPath(bill.code));
      const say = sayIn(ctx.locale);
      const to = new URL(session.payAt).href;
      const title = say('Đang mở trang của cổng thanh toán', 'Opening the payment platform');
      const main = html`<h1>${title}</h1><p>${say(
        `Bạn trả ${money(session.amount)} ở đó, rồi được đưa về đây.`,
        `You pay ${money(session.amount)} there and are brought back here.`,
      )}</p><p>${buttonLink({ text: say('Mở trang của cổng', 'Open the platform'), href: to, kind: 'primary' })}</p>`;
      const before = back(payPath(bill.code), say('Trang thanh toán', 'Payment page'));
      // A form may end at our own pages only (form-action), by redirect too; where a gateway's page stands it says itself. So
      // the way out is a page that goes on at once, with a link for browsers that do not.
      return htmlReply(citizenPage(ctx, doors, { title, main, before, noindex: true }), 200, {
        'cache-control': 'no-store',
        refresh: `0; url=${to}`,
      });
    },
  }),
];
