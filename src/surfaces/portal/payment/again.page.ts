import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { askSoon, type Bill, findBill, paymentPermissions } from '#capabilities/payments';
import { definePage, type PageCtx, problem, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { payPath, waitingPath } from './paths.ts';
import { standingOfBill } from './standing.ts';

const permission = paymentPermissions['payments.pay'];
const input = z.object({ code: z.string().max(80) });

/** As long as somebody gladly waits for a page; the worker asks a gateway within half a second. */
const patienceMs = 2000;
const lookEveryMs = 200;

const isOpen = (bill: Bill): boolean => standingOfBill(bill).checking.length > 0;

/** Has the gateway asked now, and looks whether its word has come. */
async function askAndWait(ctx: PageCtx, bill: Bill): Promise<boolean> {
  if (!isOpen(bill)) return true;
  await askSoon(ctx, bill.code);
  for (let waited = 0; waited < patienceMs; waited += lookEveryMs) {
    await sleep(lookEveryMs);
    const now = await findBill(ctx, bill.code);
    if (!now || !isOpen(now)) return true;
  }
  return false;
}

/** The ways in which a payment under way is looked at again: back from the gateway, by hand, and when it was given up. */
export const againPages = (_doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/thanh-toan/:code/ve',
    permission,
    audit: 'none',
    input,
    perMinute: 60,
    async handle(ctx, { code }) {
      const bill = await findBill(ctx, code);
      if (!bill) return problem('not-found');
      // A GET, because gateways send people back by one. It changes nothing that anybody could see: only the moment at which
      // the worker puts a question comes sooner. What the address carries besides is not read: a return proves nothing.
      return redirectTo((await askAndWait(ctx, bill)) ? payPath(bill.code) : waitingPath(bill.code));
    },
  }),
  definePage({
    method: 'POST',
    path: '/thanh-toan/:code/kiem-tra',
    permission,
    audit: 'none',
    input,
    perMinute: 30,
    async handle(ctx, { code }) {
      const bill = await findBill(ctx, code);
      if (!bill) return problem('not-found');
      return redirectTo((await askAndWait(ctx, bill)) ? payPath(bill.code) : waitingPath(bill.code));
    },
  }),
  definePage({
    method: 'POST',
    path: '/thanh-toan/:code/huy',
    permission,
    audit: 'none',
    input,
    perMinute: 30,
    async handle(ctx, { code }) {
      const bill = await findBill(ctx, code);
      if (!bill) return problem('not-found');
      // Only the gateway can give an order up; what it says counts, so it is asked, and the page tells what it said.
      return redirectTo(payPath(bill.code, (await askAndWait(ctx, bill)) ? '' : '?huy=1'));
    },
  }),
];
