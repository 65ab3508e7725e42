import { type Receipt, receiptName } from '#capabilities/payments';
import { card, tag } from '#design';
import { asDong } from '#kernel/money';
import { type Html, html } from '#platform/html';
import type { Say } from '../words/say.ts';
import { moment } from '../words/times.ts';
import { kindInWords, money, wayInWords } from './words.ts';

export interface ReceiptsProps {
  readonly say: Say;
  readonly receipts: readonly Receipt[];
  /** Where its PDF is. */
  readonly hrefOf: (receipt: Receipt) => string;
  /** For whom, in words that this reader may see. */
  readonly whoseOf: (receipt: Receipt) => string;
}

/** `AA-26E 0000001` with its sum, and beneath it when, how, where and for whom it was paid. */
function receiptItem({ say, hrefOf, whoseOf }: ReceiptsProps, receipt: Receipt): Html {
  const name = receiptName({ ...receipt, paperNumber: receipt.paper_number });
  const facts = [
    kindInWords(say, receipt.kind),
    moment(receipt.issued_at),
    wayInWords(say, receipt.way),
    receipt.unit_name,
    whoseOf(receipt),
  ];
  return html`<li><span><strong>${name}</strong> <span class="mc-figures">${money(asDong(receipt.amount))}</span> ${
    receipt.cancelled_at !== null &&
    tag({
      text: say(`đã hủy ${moment(receipt.cancelled_at)}`, `cancelled ${moment(receipt.cancelled_at)}`),
    })
  }<br><span class="mc-quiet mc-small">${facts.filter(Boolean).join(' · ')}</span><br><a href="${hrefOf(receipt)}">${say(
    'Tải biên lai (PDF)',
    'Download the receipt (PDF)',
  )}<span class="mc-hidden"> ${name}</span></a></span></li>`;
}

export const receiptsView = (props: ReceiptsProps): Html | false =>
  props.receipts.length > 0 &&
  card({
    title: props.say('Biên lai', 'Receipts'),
    id: 'bien-lai',
    content: html`<ul class="mc-files">${props.receipts.map((receipt) => receiptItem(props, receipt))}</ul>`,
  });
