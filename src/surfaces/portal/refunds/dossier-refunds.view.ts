import type { BilledCharge } from '#capabilities/payments';
import { errorSummary, notice } from '#design';
import type { Refusal } from '#kernel/outcome';
import { type Html, html } from '#platform/html';
import { money } from '../payment/words.ts';
import { accountForm, askForm } from './ask.view.ts';
import { controls } from './fields.ts';
import { cardId, type DossierRefunds, lacksAccount, paidCharges, refusedRefund } from './page.ts';
import { refundCard } from './refund-card.view.ts';
import { doneSentence, neverSentence, refundSentence } from './words.ts';

/** What waits for the owner first, then the refunds, then the wish for another, then what is never given back. */
export function dossierRefundsView(view: DossierRefunds): Html {
  const { ctx, say, refunds, refusal, done } = view;
  const { open, never } = paidCharges(view);
  const waits = refunds.some(lacksAccount);
  // Only one form of a page asks for an account: names of controls stay apart.
  const asks = open.length > 0 && !waits;
  const words = doneSentence(say, done);
  return html`${refusal && summaryOf(view, refusal, asks)}<h1>${say('Hoàn phí của hồ sơ', 'Refunds of this dossier')}</h1>${words && notice({ kind: 'success', content: words, locale: ctx.locale })}${waits && accountForm(view)}${refunds.map(
    (refund) => refundCard(view, refund),
  )}${asks && askForm(view, open)}${never.map((charge) => neverView(view, charge))}${
    open.length + never.length + refunds.length === 0 &&
    html`<p>${say('Hồ sơ này không có khoản đã nộp để hoàn.', 'Nothing was paid for this dossier that could be given back.')}</p>`
  }`;
}

/** The error leads to its control, to the refund that it is about, or is of the whole page where neither stands. */
function summaryOf(view: DossierRefunds, refusal: Refusal, asks: boolean): Html {
  const { locale } = view.ctx;
  const refund = refusedRefund(view);
  const target =
    refusal.field !== undefined
      ? controls[refusal.field]
      : refund
        ? cardId(refund)
        : asks
          ? 'khoan'
          : undefined;
  return errorSummary({ errors: [{ text: refundSentence(refusal, locale), target }], locale });
}

const neverView = ({ ctx: { locale }, say }: DossierRefunds, charge: BilledCharge): Html =>
  notice({
    kind: 'info',
    locale,
    content: html`<p>${charge.name} (${money(charge.amount)}): ${neverSentence(say, charge.ground)}</p>`,
  });
