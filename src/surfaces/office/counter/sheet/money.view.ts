import { card, radios, table, textInput } from '#design';
import { asDong, formatDong } from '#kernel/money';
import { inLocale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import { textOf } from './fields.ts';
import { sheetFields, totalOf } from './sheet.ts';
import type { SheetView } from './sheet-props.ts';

/** What is owed for these answers, and whether it has been taken. */
export function moneyCard({ sheet, say, locale, faults, mayTakeFee }: SheetView): Html {
  const total = totalOf(sheet.fees);
  const seen = html`<input type="hidden" name="${sheetFields.feeSeen}" value="${String(total)}">`;
  const title = say('Phí, lệ phí', 'Fees');
  if (sheet.undecided)
    return card({
      title,
      content: html`${seen}<p id="phi">${say('Chưa tính được; hãy trả lời hết các câu hỏi.', 'Not reckoned yet; answer all questions.')}</p>`,
    });
  if (sheet.fees.length === 0)
    return card({
      title,
      content: html`${seen}<p>${say('Không có khoản phải nộp.', 'Nothing to pay.')}</p>`,
    });
  const faultOf = (name: string) => faults.find(({ field }) => field === name)?.text;
  return card({
    title,
    content: html`${seen}${table({
      id: 'phi',
      caption: say('Các khoản phải nộp', 'What is owed'),
      captionHidden: true,
      columns: [{ text: say('Khoản', 'Item') }, { text: say('Số tiền', 'Amount'), numeric: true }],
      rows: [
        ...sheet.fees.map((fee) => [inLocale(fee.name, locale), formatDong(fee.amount)]),
        [html`<strong>${say('Cộng', 'Total')}</strong>`, html`<strong>${formatDong(asDong(total))}</strong>`],
      ],
    })}${
      mayTakeFee
        ? html`<div class="mc-grid">${radios({
            name: sheetFields.fee,
            label: say('Đã thu tiền chưa?', 'Has it been paid?'),
            inline: true,
            options: [
              { value: 'paid', text: say('Đã thu tiền mặt', 'Paid in cash') },
              { value: 'card', text: say('Đã thu bằng thẻ', 'Paid by card') },
              { value: 'owed', text: say('Còn nợ', 'Owed') },
            ],
            value: textOf(sheet.fields, sheetFields.fee) || 'owed',
            error: faultOf(sheetFields.fee),
          })}${textInput({
            name: sheetFields.receipt,
            label: say('Số biên lai in sẵn (nếu có)', 'Printed receipt (if given)'),
            hint: say('Bỏ trống: hệ thống tự cấp biên lai điện tử.', 'Empty: an electronic receipt is made.'),
            value: textOf(sheet.fields, sheetFields.receipt),
            width: 'l',
            code: true,
            autocomplete: 'off',
            error: faultOf(sheetFields.receipt),
          })}${textInput({
            name: sheetFields.slip,
            label: say('Số hóa đơn thẻ', 'Number of the card slip'),
            hint: say('Chỉ khi thu bằng thẻ.', 'For cards only.'),
            value: textOf(sheet.fields, sheetFields.slip),
            width: 'l',
            code: true,
            autocomplete: 'off',
            error: faultOf(sheetFields.slip),
          })}</div>`
        : html`<p class="mc-quiet">${say('Khoản này ghi nợ; quầy thu phí sẽ thu.', 'The fee desk takes it.')}</p>`
    }`,
  });
}
