import { bankName, type Refund, refundWords } from '#capabilities/payments';
import { button, card, summaryList, tag } from '#design';
import { asDong } from '#kernel/money';
import { attributes, type Html, html } from '#platform/html';
import { csrfField } from '#surfaces/shared';
import { money } from '../payment/words.ts';
import { cardId, type DossierRefunds, lacksAccount } from './page.ts';
import { refundsHref } from './paths.ts';
import { askedOn, refundTag, standingOf } from './words.ts';

/** One refund: where it stands and what comes next, its facts, and the way to take it back while nothing is decided. */
export function refundCard({ ctx, say, code }: DossierRefunds, refund: Refund): Html {
  const { locale } = ctx;
  const back = refundsHref(code, `/HP${refund.code}/thoi`);
  return card({
    id: cardId(refund),
    title: `${refund.what}: ${money(asDong(refund.amount))}`,
    aside: tag(
      lacksAccount(refund)
        ? { text: say('cần tài khoản nhận', 'account needed'), tone: 'amber' }
        : refundTag(say, refund),
    ),
    content: html`<p>${standingOf(say, refund)}</p>${summaryList({
      locale,
      rows: [
        {
          label: say('Mã hoàn', 'Code'),
          value: html`<span class="mc-code">${refundWords(refund.code)}</span>`,
        },
        { label: say('Đề nghị', 'Asked'), value: askedOn(say, refund) },
        { label: say('Lý do đề nghị', 'Why'), value: refund.reason },
        ...(refund.account
          ? [
              {
                label: say('Tài khoản nhận', 'Account'),
                value: html`${bankName(refund.bin)} · <span class="mc-code">${refund.account}</span><br>${refund.holder}`,
              },
            ]
          : []),
      ],
    })}${
      refund.state === 'asked' &&
      html`<form${attributes({ method: 'post', action: back })}>${csrfField(ctx)}${button({ text: say('Thôi đề nghị hoàn', 'Take it back') })}</form>`
    }`,
  });
}
