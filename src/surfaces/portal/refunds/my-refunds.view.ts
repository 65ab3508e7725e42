import type { Refund } from '#capabilities/payments';
import { card, emptyState, tag } from '#design';
import { asDong } from '#kernel/money';
import { attributes, type Html, html } from '#platform/html';
import { money } from '../payment/words.ts';
import type { Say } from '../words/say.ts';
import { refundsHref } from './paths.ts';
import { askedOn, refundTag, standingOf } from './words.ts';

/** All refunds of the person, newest first; each leads to its dossier's page. */
export const myRefundsView = ({
  say,
  refunds,
}: {
  readonly say: Say;
  readonly refunds: readonly Refund[];
}): Html =>
  html`<h1>${say('Hoàn phí', 'Refunds')}</h1>${
    refunds.length === 0
      ? emptyState({
          title: say('Bạn chưa có khoản hoàn nào', 'You have no refunds'),
          icon: 'file',
          text: html`<p>${say('Bạn đề nghị hoàn từ trang của hồ sơ đã nộp phí.', 'Ask for one from the page of a dossier that was paid for.')}</p>`,
        })
      : refunds.map((refund) =>
          card({
            title: `${refund.what}: ${money(asDong(refund.amount))}`,
            aside: tag(refundTag(say, refund)),
            content: html`<p>${standingOf(say, refund)}</p><p class="mc-quiet">${askedOn(say, refund)}</p>${
              refund.dossier_code &&
              html`<p><a${attributes({ href: refundsHref(refund.dossier_code) })}>${say('Xem hồ sơ', 'Dossier')} ${refund.dossier_code}</a></p>`
            }`,
          }),
        )
  }`;
