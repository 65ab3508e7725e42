import { type FeeLine, type ProcedureDefinition, totalOwed } from '#capabilities/forms';
import { card, details, table } from '#design';
import type { Dong } from '#kernel/money';
import { inLocale, type Locale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { money } from '../../payment/words.ts';
import { neverBack, savingInWords, tableInWords, titled } from '../../procedure/fee-words.ts';
import { exemptionsOf } from '../../procedure/fees.ts';
import { inSentence, type Say, sayIn } from '../../words/say.ts';

/** What is to be paid, phí and lệ phí each by itself, and why; who pays nothing is folded away. */
export function feesView(ctx: PageCtx, definition: ProcedureDefinition, fees: readonly FeeLine[]): Html {
  const { locale } = ctx;
  const say = sayIn(locale);
  const title = say('Phí, lệ phí', 'Fees');
  if (fees.length === 0)
    return card({
      title,
      content: html`<p>${say('Bạn không phải nộp phí, lệ phí.', 'There is nothing to pay.')}</p>`,
    });
  return card({
    title,
    id: 'phi-le-phi',
    content: [
      table({
        id: 'phi',
        caption: title,
        captionHidden: true,
        columns: [{ text: say('Khoản', 'Item') }, { text: say('Số tiền', 'Amount'), numeric: true }],
        rows: [...fees.map((fee) => [lineView(fee, say, locale), money(fee.amount)]), ...totals(fees, say)],
      }),
      fees.flatMap((fee) => remarks(fee, fees.length > 1, say, locale)),
      totalOwed(fees) > 0 &&
        html`<p>${say('Trả sau khi nộp, không mất lượt: trực tuyến, mã QR ngân hàng hoặc tại quầy.', 'Pay after filing and keep your place: online, by bank QR or at a counter.')}</p>`,
      details({
        summary: say('Căn cứ và cách tính', 'Grounds, and how it is counted'),
        content: html`<div class="mc-stack mc-small">${fees.map((fee) => groundView(fee, say, locale))}<p>${tableInWords(
          definition,
          say,
        )}${
          new Set(fees.map(({ kind }) => kind)).size > 1 &&
          say(' Phí và lệ phí có biên lai riêng.', ' Phí and lệ phí have receipts of their own.')
        }</p></div>`,
      }),
      classes(definition, fees, say, locale),
    ],
  });
}

const lineView = (fee: FeeLine, say: Say, locale: Locale): Html =>
  html`${titled(fee, locale)}${fee.count > 1 && ` × ${fee.count}`}${
    fee.exemption &&
    html`<br><strong>${say('Bạn được miễn', 'You are exempt')}: ${inLocale(fee.exemption.name, locale)}</strong>`
  }${fee.assumed && html`<br><span class="mc-quiet mc-small">${say('Mức tạm ghi, chờ xác nhận', 'Assumed amount, to be confirmed')}</span>`}`;

/** What changes the sum, or what comes back of it: said at once, beneath the table where a line has room. */
function remarks(fee: FeeLine, several: boolean, say: Say, locale: Locale): readonly Html[] {
  const texts = [
    fee.reduction ? savingInWords(fee.reduction, say) : '',
    fee.refundable === false && fee.amount > 0 ? neverBack(say) : '',
  ].filter(Boolean);
  return texts.map(
    (text) =>
      html`<p class="mc-small">${several && `${titled(fee, locale)}: `}${several ? inSentence(text) : text}</p>`,
  );
}

/** The law that sets a sum, and how the sum came about. */
function groundView(fee: FeeLine, say: Say, locale: Locale): Html {
  const { amount, full = amount, counted, basis } = fee;
  const how = counted
    ? `${say('Cách tính', 'Counted')}: ${inLocale(counted, locale)}`
    : `${say('Mức thu', 'Rate')}: ${money(full)}`;
  return html`<p><strong>${titled(fee, locale)}</strong><br>${say('Căn cứ', 'Ground')}: ${basis}. ${how}.</p>`;
}

/** The whole, or what is paid now and what is paid later. */
function totals(fees: readonly FeeLine[], say: Say): readonly (readonly Html[])[] {
  const row = (text: string, amount: Dong): readonly Html[] => [
    html`<strong>${text}</strong>`,
    html`<strong>${money(amount)}</strong>`,
  ];
  const times = new Set(fees.map(({ when }) => when));
  return [
    ...(times.size > 1 || times.has('return')
      ? [
          ...(times.has('submission')
            ? [row(say('Nộp khi nộp hồ sơ', 'To pay at filing'), totalOwed(fees, 'submission'))]
            : []),
          row(say('Nộp khi nhận kết quả', 'To pay with the result'), totalOwed(fees, 'return')),
        ]
      : []),
    ...(times.size > 1 || !times.has('return') ? [row(say('Cộng', 'Total'), totalOwed(fees))] : []),
  ];
}

/** Who pays nothing, for those who might be among them and pay. */
function classes(
  { fees }: ProcedureDefinition,
  lines: readonly FeeLine[],
  say: Say,
  locale: Locale,
): Html | undefined {
  const paid = new Set(lines.filter(({ amount }) => amount > 0).map(({ id }) => id));
  const names = exemptionsOf(
    fees.filter(({ id }) => paid.has(id)),
    locale,
  );
  if (names.length === 0) return undefined;
  return details({
    summary: say('Ai được miễn?', 'Who pays nothing?'),
    content: html`<div class="mc-stack mc-small"><ul>${names.map((name) => html`<li>${name}</li>`)}</ul><p>${say(
      'Bạn thuộc diện này? Hãy sửa câu trả lời, hoặc nói với nơi tiếp nhận.',
      'Are you among them? Change your answer, or tell the centre.',
    )}</p></div>`,
  });
}
