import { refundWords, type ToGiveBack } from '#capabilities/payments';
import { table, tag } from '#design';
import type { UnitId } from '#kernel/ids';
import { inLocale, type Locale } from '#kernel/text';
import { formatDate } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import { itemHref } from '../matching/addresses.ts';
import { aboutItem } from '../matching/items.view.ts';
import { kindWords } from '../matching/words.ts';
import { number, type Say } from '../words/say.ts';
import { refundHref, surplusHref } from './addresses.ts';
import { refundTag } from './words.ts';

export interface MarkedView {
  readonly say: Say;
  readonly locale: Locale;
  readonly marked: readonly ToGiveBack[];
  /** Whether the reader asks for refunds of this unit. */
  readonly keeps: (unit: UnitId) => boolean;
}

/** Items of reconciliation that somebody marked to be given back, each with its next step. */
export const markedTable = (view: MarkedView): Html => {
  const { say, locale, marked } = view;
  return table({
    id: 'phai-hoan',
    caption: say('Phải hoàn theo đối soát, đơn vị tính: đồng', 'To be given back by reconciliation, in đồng'),
    columns: [
      { text: say('Việc', 'Item'), long: true },
      { text: say('Số tiền', 'Amount'), numeric: true },
      { text: say('Hoàn lại', 'Give back') },
    ],
    rows: marked.map((each) => [
      html`<a${attributes({ href: itemHref(each.id) })}>${inLocale(kindWords[each.kind].name, locale)}<span class="mc-hidden"> ${each.reference}</span></a><br>${aboutItem(each, say)}<br><span class="mc-quiet">${formatDate(each.day)} · ${each.dossier_code || each.reference}</span>`,
      each.amount === null ? '' : number(each.amount),
      nextStep(view, each),
    ]),
  });
};

function nextStep({ say, keeps }: MarkedView, { amount, entry, unit_id, refund, refund_state }: ToGiveBack) {
  if (refund !== null && refund_state !== null)
    return html`<a class="mc-code"${attributes({ href: refundHref(refund) })}>${refundWords(refund)}</a> ${tag(refundTag(say, refund_state))}`;
  if (entry === null || unit_id === null)
    return say('Không có tiền thừa trong sổ', 'No surplus in the books');
  if (!keeps(unit_id)) return say('Kế toán đơn vị lập đề nghị', 'The accountant asks for it');
  const name = say('Hoàn lại', 'Give back');
  return html`<a${attributes({ href: surplusHref(unit_id, entry), 'aria-label': `${name} ${number(amount ?? 0)}` })}>${name}</a>`;
}
