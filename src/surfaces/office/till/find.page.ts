import { z } from 'zod';
import { locateDossier, viewDossier } from '#capabilities/dossiers';
import { billedIn, findBill, paymentPermissions, receiptsIn, shiftsIn } from '#capabilities/payments';
import { scopeOf } from '#platform/context';
import { definePage, type PageCtx, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { deskOf } from '../core/desk.ts';
import { billHref, tillHome } from './addresses.ts';
import { findView } from './find.view.ts';
import { tillReply } from './parts.ts';
import { lookingUnits } from './units.ts';

const recent = 8;

/** Type or scan a payment code, or a dossier code; beside it the own shift and what was taken in it. */
export const findPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: tillHome,
    permission: paymentPermissions['payments.take'],
    audit: 'none',
    input: z.object({ ma: z.string().max(200).default('') }),
    async handle(ctx, { ma }): Promise<Reply> {
      const code = ma.trim() === '' ? undefined : await billCodeOf(ctx, doors, ma);
      if (code !== undefined) return redirectTo(billHref(code));
      const desk = await deskOf(ctx, doors);
      const all = await shiftsIn(ctx, lookingUnits(desk.actor));
      const own = all.filter(({ officer, closedAt }) => officer === desk.actor.officer && closedAt === null);
      const receipts = (await Promise.all(own.map((shift) => receiptsIn(ctx, shift))))
        .flat()
        .sort((a, b) => b.issued_at - a.issued_at)
        .slice(0, recent);
      const main = findView({ ctx, desk, typed: ma, unknown: ma.trim() !== '', shifts: own, receipts });
      return tillReply(ctx, doors, desk, {
        title: desk.say('Thu phí, lệ phí', 'Take a fee'),
        main,
        side: 'take',
        status: ma.trim() === '' ? 200 : 422,
      });
    },
  }),
];

/** A payment code opens any dossier of the province; the code of a dossier only what this officer may see. */
async function billCodeOf(ctx: PageCtx, doors: Doors, typed: string): Promise<string | undefined> {
  // A scanner types the whole address of the payment page.
  const bill = await findBill(ctx, /thanh-toan\/([^/?#\s]+)/.exec(typed)?.[1] ?? typed);
  if (bill) return bill.code;
  const ref = /^\S{6,60}$/.test(typed.trim()) ? await locateDossier(ctx, typed.trim()) : undefined;
  if (!ref || !(await viewDossier(ctx, doors.services, ref))) return undefined;
  const charges = await ctx.db.read(scopeOf(ctx.actor), (reader) => billedIn(reader, ref));
  return charges[0]?.bill;
}
