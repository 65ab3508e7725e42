import { z } from 'zod';
import {
  askRefund,
  billedIn,
  dropRefund,
  nameAccount,
  paymentPermissions,
  readRefundCode,
  refundsIn,
  refundsOfMine,
} from '#capabilities/payments';
import {
  definePage,
  htmlReply,
  type PageCtx,
  problem,
  type Reply,
  type Route,
  redirectTo,
} from '#platform/http';
import { citizenPage, type Doors } from '#surfaces/shared';
import { openMine, refOf } from '../dossier/mine.ts';
import { addressOf } from '../tracking/next-action.ts';
import { back, titleWith } from '../words/page.ts';
import { sayIn } from '../words/say.ts';
import { dossierRefundsView } from './dossier-refunds.view.ts';
import { fieldsOf } from './fields.ts';
import { myRefundsView } from './my-refunds.view.ts';
import { lacksAccount, type Shown } from './page.ts';
import { refundsHome, refundsHref } from './paths.ts';

const permission = paymentPermissions['payments.own'];
const path = `${refundsHome}/:code`;
const input = z.object({ code: z.string().max(80), xong: z.string().max(20).optional() });

/** The money of one's own dossiers: asking for it back, naming the account, following it. */
export const refundPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: refundsHome,
    permission,
    audit: 'none',
    input: z.object({}),
    async handle(ctx) {
      const say = sayIn(ctx.locale);
      const title = say('Hoàn phí', 'Refunds');
      const main = myRefundsView({ say, refunds: await refundsOfMine(ctx) });
      const before = back('/cua-toi', say('Hồ sơ của bạn', 'My dossiers'));
      return htmlReply(citizenPage(ctx, doors, { title, main, before, noindex: true }));
    },
  }),
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
    audit: 'refund.asked',
    input,
    async handle(ctx, { code }) {
      const view = await openMine(ctx, doors, code);
      if (!view) return problem('not-found');
      const { charge, account, reason } = fieldsOf(ctx);
      const asked = await askRefund(ctx, doors.payments, { dossier: refOf(view), charge, account, reason });
      if (asked.ok) return redirectTo(refundsHref(view.dossier.code, '?xong=de-nghi'));
      return show(ctx, doors, code, { refusal: asked.refusal, at: charge });
    },
  }),
  definePage({
    method: 'POST',
    path: `${path}/tai-khoan`,
    permission,
    audit: 'refund.asked',
    input,
    async handle(ctx, { code }) {
      const view = await openMine(ctx, doors, code);
      if (!view) return problem('not-found');
      for (const refund of (await refundsIn(ctx, refOf(view))).filter(lacksAccount)) {
        const named = await nameAccount(ctx, doors.payments, refund.code, fieldsOf(ctx).account);
        if (!named.ok) return show(ctx, doors, code, { refusal: named.refusal, at: 'account' });
      }
      return redirectTo(refundsHref(view.dossier.code, '?xong=tai-khoan'));
    },
  }),
  definePage({
    method: 'POST',
    path: `${path}/:refund/thoi`,
    permission,
    audit: 'refund.dropped',
    input: input.extend({ refund: z.string().max(40) }),
    async handle(ctx, { code, refund }) {
      const view = await openMine(ctx, doors, code);
      const known = readRefundCode(refund);
      if (!view || known === undefined) return problem('not-found');
      const dropped = await dropRefund(ctx, doors.payments, known);
      if (dropped.ok) return redirectTo(refundsHref(view.dossier.code, '?xong=thoi'));
      return show(ctx, doors, code, { refusal: dropped.refusal, at: known });
    },
  }),
];

async function show(ctx: PageCtx, doors: Doors, code: string, shown: Shown): Promise<Reply> {
  const view = await openMine(ctx, doors, code);
  if (!view) return problem('not-found');
  const ref = refOf(view);
  const [charges, refunds] = await Promise.all([billedIn(ctx.db.direct, ref), refundsIn(ctx, ref)]);
  const say = sayIn(ctx.locale);
  const main = dossierRefundsView({ ctx, say, code: view.dossier.code, charges, refunds, ...shown });
  const title = titleWith(say, say('Hoàn phí', 'Refunds'), shown.refusal !== undefined);
  const before = back(
    addressOf(view.dossier.code),
    say(`Hồ sơ ${view.dossier.code}`, `Dossier ${view.dossier.code}`),
  );
  return htmlReply(
    citizenPage(ctx, doors, { title, main, before, noindex: true }),
    shown.refusal ? 422 : 200,
  );
}
