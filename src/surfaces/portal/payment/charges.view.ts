import { type BilledCharge, sumOf } from '#capabilities/payments';
import { card, tag } from '#design';
import { type Html, html } from '#platform/html';
import type { Say } from '../words/say.ts';
import type { PaymentPage } from './page.ts';
import { chargeTag, duePointInWords, kindInWords, money, sourceInWords } from './words.ts';

function chargeItem(say: Say, charge: BilledCharge): Html {
  const small = [
    ...(charge.fullAmount > charge.amount
      ? [say(`thay vì ${money(charge.fullAmount)}`, `instead of ${money(charge.fullAmount)}`)]
      : []),
    ...(charge.counted === '' ? [] : [charge.counted]),
    `${kindInWords(say, charge.kind)}, ${duePointInWords(say, charge.dueAt)}`,
    sourceInWords(say, charge),
  ];
  return html`<li><span>${charge.name}<br><strong class="mc-figures">${money(charge.amount)}</strong> ${tag(
    chargeTag(say, charge),
  )}${small.map((text) => html`<br><span class="mc-quiet mc-small">${text}</span>`)}</span></li>`;
}

/** Every charge with its price, where the price comes from, and what has become of it. */
export function chargesView({ say, bill }: Pick<PaymentPage, 'say' | 'bill'>): Html {
  const asked = bill.charges.filter(({ state }) => state !== 'void' && state !== 'exempt');
  return card({
    title: say('Các khoản', 'What it is for'),
    id: 'cac-khoan',
    content: html`<ul class="mc-files">${bill.charges.map((charge) => chargeItem(say, charge))}</ul>${
      asked.length > 1 &&
      html`<p>${say('Cộng', 'Total')} <strong class="mc-figures">${money(sumOf(asked))}</strong></p>`
    }`,
  });
}
