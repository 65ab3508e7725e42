import { bigDate, errorSummary, pageHeading } from '#design';
import { type Html, html } from '#platform/html';
import { sentenceOf } from '../sentences.ts';
import { chargesView } from './charges.view.ts';
import { checkingView, failedView, oddView } from './checking.view.ts';
import type { PaymentPage } from './page.ts';
import { payPath } from './paths.ts';
import { receiptsView } from './receipts.view.ts';
import { shortName } from './short-name.ts';
import { otherWaysView, shareView } from './ways.view.ts';
import { money } from './words.ts';

/** State and sum first, then the one thing to do, then the charges, then other ways (LOOK, "Tracking"). */
export function paymentView(page: PaymentPage): Html {
  const { say, locale, bill, standing, offers, refusal, receipts, refunds } = page;
  const busy = standing.checking.length > 0;
  return html`${
    refusal && errorSummary({ errors: [{ text: sentenceOf(refusal, locale), target: 'cac-khoan' }], locale })
  }${pageHeading({ title: bill.procedureName, code: bill.dossierCode })}<p>${say('Hồ sơ của', 'Dossier of')} ${shortName(
    bill.ownerName,
  )}</p>${standing.odd.map((session) => oddView(page, session))}${standing.checking.map((session) =>
    checkingView(page, session),
  )}${standing.failed && failedView(page, standing.failed)}${offers.map((offer, nth) =>
    shareView(page, offer, { first: nth === 0, main: nth === 0 && !busy }),
  )}${standing.owed === 0 && settledView(page)}${offers.length > 0 && otherWaysView(page)}${chargesView(page)}${receiptsView(
    {
      say,
      receipts,
      hrefOf: ({ id }) => payPath(bill.code, `/bien-lai/${id}`),
      whoseOf: (receipt) => shortName(receipt.payer_name),
    },
  )}${
    refunds !== undefined &&
    html`<p><a href="${refunds}">${say('Đề nghị hoặc theo dõi hoàn phí', 'Ask for a refund or follow one')}</a></p>`
  }`;
}

const settledView = ({ say, standing }: PaymentPage): Html =>
  standing.paid > 0
    ? bigDate({
        state: { text: say('Đã nộp đủ', 'Fully paid'), tone: 'jade', icon: 'check' },
        lead: say('Đã nộp', 'Paid'),
        date: money(standing.paid),
        text: html`<p>${say('Bạn không phải trả thêm gì.', 'There is nothing more to pay.')}</p>`,
      })
    : bigDate({
        state: { text: say('Không phải nộp', 'Nothing to pay'), tone: 'grey' },
        lead: say('Cần nộp', 'To pay'),
        date: money(standing.owed),
        text: html`<p>${say('Các khoản đã được miễn, bỏ hoặc hoàn lại.', 'The charges were waived, dropped or given back.')}</p>`,
      });
