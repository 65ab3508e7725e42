import {
  amountInWords,
  type FoundReceipt,
  formatPaymentCode,
  receiptName,
  type Shift,
} from '#capabilities/payments';
import {
  backLink,
  button,
  buttonLink,
  details,
  notice,
  pageHeading,
  summaryList,
  table,
  tag,
  textarea,
} from '#design';
import type { Refusal } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { formatDateTime } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { postForm, textOf } from '../books/form.ts';
import type { Desk } from '../core/desk.ts';
import { billHref, receiptHref, shiftHref, tillHome } from './addresses.ts';
import { controlsOf, wrongAbove } from './parts.ts';
import { dong, kindNames, wayNames } from './words.ts';

export interface ReceiptView {
  readonly ctx: PageCtx;
  readonly desk: Desk;
  readonly receipt: FoundReceipt;
  readonly shift: Shift | undefined;
  readonly mayCancel: boolean;
  /** Receipts that the payment has just made. */
  readonly made?: number;
  readonly done?: string | undefined;
  readonly refusal?: Refusal;
}

const controls = {
  reason: 'ly-do',
  'receipt-not-standing': 'ly-do',
  'accountant-corrects': 'ly-do',
} as const;

export function receiptView(view: ReceiptView): Html {
  const { ctx, desk, receipt, refusal, made = 0, done } = view;
  const { say } = desk;
  const name = receiptName({ ...receipt, paperNumber: receipt.paper_number });
  const kind = inLocale(kindNames[receipt.kind], ctx.locale).toLocaleLowerCase('vi');
  return html`${wrongAbove(ctx, refusal, controls, 'ly-do')}${backLink({
    href: tillHome,
    text: say('Thu khoản khác', 'Take another'),
    locale: ctx.locale,
  })}${pageHeading({
    title: say(`Biên lai thu ${kind}: ${dong(receipt.amount)}`, `Receipt (${kind}): ${dong(receipt.amount)}`),
    beside: html`<span class="mc-code">${name}</span>${
      receipt.cancelled_at === null
        ? tag({ text: say('Còn hiệu lực', 'Valid'), tone: 'jade' })
        : tag({ text: say('Đã hủy', 'Cancelled'), tone: 'red' })
    }`,
  })}${made > 0 && justMade(view, made)}${
    done === 'huy' &&
    notice({
      kind: 'success',
      content: say(
        'Đã hủy biên lai bằng bút toán điều chỉnh. Khoản này lại phải nộp.',
        'Cancelled by counter-entries. The fee is owed again.',
      ),
      locale: ctx.locale,
    })
  }${facts(view)}${lines(view)}<div class="mc-buttons">${buttonLink({
    text: say('In biên lai (PDF)', 'Print (PDF)'),
    href: receiptHref(receipt.id, '/in'),
    kind: receipt.cancelled_at === null ? 'primary' : 'secondary',
  })}<a${attributes({ href: billHref(receipt.bill) })}>${say('Các khoản của hồ sơ', 'Fees of the dossier')}</a></div>${cancelForm(view)}`;
}

function justMade({ ctx, desk: { say }, receipt, shift }: ReceiptView, made: number): Html {
  return notice({
    kind: 'success',
    title: say('Đã thu tiền', 'Taken'),
    content: html`${
      made > 1 &&
      html`<p>${say(`Phí và lệ phí có biên lai riêng: lần này có ${made} biên lai. `, `Each kind has its own receipt: ${made} this time. `)}<a${attributes({ href: billHref(receipt.bill) })}>${say('Xem các biên lai', 'See them')}</a></p>`
    }${
      shift?.byItself &&
      html`<p>${say('Ca thu đã tự mở với tiền đầu ca 0 đồng.', 'A shift was opened by itself with a float of 0.')}</p>`
    }`,
    locale: ctx.locale,
  });
}

function facts({ ctx, desk: { say }, receipt, shift }: ReceiptView): Html {
  return summaryList({
    locale: ctx.locale,
    rows: [
      ...(receipt.cancelled_at === null
        ? []
        : [
            {
              label: say('Đã hủy', 'Cancelled'),
              value: html`${formatDateTime(receipt.cancelled_at)}<br>${receipt.cancelled_reason}`,
            },
          ]),
      { label: say('Người nộp', 'Payer'), value: receipt.payer_name },
      {
        label: say('Đơn vị thu', 'Taken by'),
        value: `${receipt.unit_name}${receipt.issued_by_name && ` · ${receipt.issued_by_name}`}`,
      },
      { label: say('Lúc', 'At'), value: formatDateTime(receipt.issued_at) },
      { label: say('Cách nộp', 'Way'), value: inLocale(wayNames[receipt.way], ctx.locale) },
      {
        label: say('Mẫu số, ký hiệu, số', 'Form, series, number'),
        value: html`<span class="mc-code">${receipt.template} · ${receipt.symbol} · ${String(receipt.number).padStart(7, '0')}</span>`,
      },
      { label: say('Hồ sơ', 'Dossier'), value: html`<span class="mc-code">${receipt.dossier_code}</span>` },
      {
        label: say('Mã thanh toán', 'Payment code'),
        value: html`<span class="mc-code">${formatPaymentCode(receipt.bill)}</span>`,
      },
      ...(shift
        ? [
            {
              label: say('Ca thu', 'Shift'),
              value: html`<a${attributes({ href: shiftHref(shift.id) })}>${shift.officerName}, ${formatDateTime(shift.openedAt)}</a>`,
            },
          ]
        : []),
    ],
  });
}

const lines = ({ desk: { say }, receipt }: ReceiptView): Html =>
  table({
    id: 'khoan',
    caption: say('Các khoản trên biên lai', 'Lines of the receipt'),
    columns: [{ text: say('Khoản', 'Fee') }, { text: say('Số tiền', 'Amount'), numeric: true }],
    rows: [
      ...receipt.lines.map(({ name, counted, amount }) => [
        html`${name}${counted && html`<br><span class="mc-quiet">${counted}</span>`}`,
        dong(amount),
      ]),
      [
        html`<strong>${say('Cộng', 'Total')}</strong><br><span class="mc-quiet">${amountInWords(receipt.amount)}</span>`,
        html`<strong>${dong(receipt.amount)}</strong>`,
      ],
    ],
  });

function cancelForm({ ctx, desk: { say }, receipt, mayCancel, refusal }: ReceiptView): Html | false {
  if (!mayCancel) return false;
  return details({
    summary: say('Hủy biên lai này', 'Cancel this receipt'),
    content: postForm(ctx, receiptHref(receipt.id, '/huy'), [
      html`<p>${say(
        'Sổ ghi thêm bút toán điều chỉnh, không sửa bút toán cũ. Khoản này lại phải nộp, tiền trả lại người nộp.',
        'Counter-entries are added; the old ones stay. The fee is owed again; give the money back.',
      )}</p>`,
      textarea({
        ...controlsOf(ctx, refusal, controls)('ly-do', say('Lý do hủy', 'Reason')),
        value: textOf(ctx.fields, 'ly-do'),
        rows: 2,
        maxLength: 500,
      }),
      button({ text: say('Hủy biên lai', 'Cancel it'), kind: 'warning' }),
    ]),
  });
}
