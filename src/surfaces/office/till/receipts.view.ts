import { type Receipt, receiptName } from '#capabilities/payments';
import { table, tag } from '#design';
import { inLocale } from '#kernel/text';
import { formatTime } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import type { Desk } from '../core/desk.ts';
import { receiptHref } from './addresses.ts';
import { dong, wayNames } from './words.ts';

/** Receipts of a shift. `total`: a last row with what stands of them; a cancelled one is not counted. */
export function receiptsTable(
  { ctx, desk: { say } }: { readonly ctx: PageCtx; readonly desk: Desk },
  receipts: readonly Receipt[],
  { caption, total }: { readonly caption: string; readonly total: boolean },
): Html {
  const standing = receipts.filter(({ cancelled_at: cancelled }) => cancelled === null);
  const sum = standing.reduce((all, { amount }) => all + amount, 0);
  return table({
    id: 'bien-lai',
    caption,
    columns: [
      { text: say('Biên lai', 'Receipt') },
      { text: say('Người nộp, hồ sơ', 'Payer, dossier') },
      { text: say('Số tiền', 'Amount'), numeric: true },
    ],
    rows: [
      ...receipts.map((receipt) => [
        html`<a class="mc-code"${attributes({ href: receiptHref(receipt.id) })}>${receiptName({ ...receipt, paperNumber: receipt.paper_number })}</a>${
          receipt.cancelled_at !== null && html` ${tag({ text: say('Đã hủy', 'Cancelled'), tone: 'red' })}`
        }<br><span class="mc-quiet">${formatTime(receipt.issued_at)} · ${inLocale(wayNames[receipt.way], ctx.locale)}</span>`,
        html`${receipt.payer_name}<br><span class="mc-code mc-quiet">${receipt.dossier_code}</span>`,
        dong(receipt.amount),
      ]),
      ...(total
        ? [[html`<strong>${say('Cộng', 'Total')}</strong>`, '', html`<strong>${dong(sum)}</strong>`]]
        : []),
    ],
  });
}
