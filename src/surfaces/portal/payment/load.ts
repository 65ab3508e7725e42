import { type Bill, receiptsOfBill, refundsIn } from '#capabilities/payments';
import type { Refusal } from '#kernel/outcome';
import { htmlReply, type PageCtx, type Reply } from '#platform/http';
import { citizenPage, csrfField, type Doors } from '#surfaces/shared';
import { refundsHref } from '../refunds/paths.ts';
import { addressOf } from '../tracking/next-action.ts';
import { back, titleWith } from '../words/page.ts';
import { sayIn } from '../words/say.ts';
import { offerOf } from './offer.ts';
import { againSeconds, payPath, waitingPath } from './paths.ts';
import { paymentView } from './payment.view.ts';
import { standingOfBill } from './standing.ts';

export interface Shown {
  readonly left?: number;
  readonly cancelling?: boolean;
  readonly refusal?: Refusal;
}

/** Something was paid that could be given back, or is; else the owner's page of refunds has nothing to say. */
const mayFollowRefunds = async (ctx: PageCtx, { homeUnit, dossier, charges }: Bill): Promise<boolean> =>
  charges.some(({ state }) => state === 'paid' || state === 'refunded') ||
  (await refundsIn(ctx, { homeUnit, id: dossier })).length > 0;

/** The payment page as it stands now. Its title says nothing that an address or a bookmark should not. */
export async function paymentReply(
  ctx: PageCtx,
  doors: Doors,
  bill: Bill,
  { left = 0, cancelling = false, refusal }: Shown = {},
): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const standing = standingOfBill(bill);
  const receipts = await receiptsOfBill(ctx, bill.code);
  const own = ctx.actor.kind === 'citizen' && ctx.actor.person === bill.person;
  const waits = left > 0 && standing.checking.length > 0;
  const main = paymentView({
    say,
    locale: ctx.locale,
    now: ctx.clock.now(),
    bill,
    standing,
    offers: await Promise.all(standing.shares.map((share) => offerOf(doors, bill, share))),
    gateways: doors.payments.gateways,
    receipts,
    address: `${doors.place.publicUrl}${payPath(bill.code)}`,
    csrf: csrfField(ctx),
    left: waits ? left : 0,
    cancelling,
    refusal,
    refunds: own && (await mayFollowRefunds(ctx, bill)) ? refundsHref(bill.dossierCode) : undefined,
  });
  const before = own
    ? back(addressOf(bill.dossierCode), say(`Hồ sơ ${bill.dossierCode}`, `Dossier ${bill.dossierCode}`))
    : back('/thanh-toan', say('Trả bằng mã khác', 'Pay by another code'));
  const title = titleWith(say, say('Trả phí, lệ phí', 'Pay fees'), refusal !== undefined);
  return htmlReply(citizenPage(ctx, doors, { title, main, before, noindex: true }), refusal ? 422 : 200, {
    'cache-control': 'no-store',
    // Without script the page looks again by itself, and stops where it is told to.
    ...(waits ? { refresh: `${againSeconds}; url=${waitingPath(bill.code, left - 1)}` } : {}),
  });
}
