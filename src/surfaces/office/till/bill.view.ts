import {
  type Bill,
  type BilledCharge,
  formatPaymentCode,
  type Receipt,
  receiptName,
  type Shift,
} from '#capabilities/payments';
import {
  backLink,
  button,
  card,
  checkboxes,
  details,
  emptyState,
  notice,
  pageHeading,
  radios,
  select,
  table,
  tag,
  textarea,
  textInput,
} from '#design';
import type { UnitId } from '#kernel/ids';
import type { Refusal } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { formatDate, formatDateTime, formatTime, isPlainDate } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { many } from '../acts/act-form.ts';
import { postForm, textOf } from '../books/form.ts';
import type { Desk } from '../core/desk.ts';
import { billHref, receiptHref, tillHome } from './addresses.ts';
import { controlsOf, fromBeforeNotice, wrongAbove } from './parts.ts';
import { chargeTag, dong, kindNames } from './words.ts';

export interface BillView {
  readonly ctx: PageCtx;
  readonly desk: Desk;
  readonly bill: Bill;
  /** Receipts of this bill that this officer may open. */
  readonly receipts: readonly Receipt[];
  readonly units: readonly UnitId[];
  /** The own shift that has to be closed first. */
  readonly before: Shift | undefined;
  readonly key: string;
  readonly voidable: readonly BilledCharge[];
  readonly done?: string | undefined;
  readonly refusal?: Refusal;
}

const controls = {
  charges: 'khoan',
  'fees-missing': 'khoan',
  'fee-not-owed': 'khoan',
  'payment-under-way': 'khoan',
  way: 'cach',
  slip: 'so-the',
  payer: 'nguoi-nop',
  paperNumber: 'bien-lai',
  reason: 'ly-do',
  'charge-of-table': 'khoan-huy',
} as const;

export function billView(view: BillView): Html {
  const { ctx, desk, bill, refusal, done } = view;
  const { say } = desk;
  const open = bill.charges.filter(({ state, session }) => state === 'owed' && session === null);
  const usual = open.length > 0 && !view.before ? 'khoan' : 'cac-khoan';
  const words: Readonly<Record<string, string>> = {
    'kiem-tra': say(
      'Đang hỏi cổng thanh toán; tải lại trang sau vài giây.',
      'The gateway is being asked; reload in a few seconds.',
    ),
    'huy-khoan': say('Đã hủy khoản ghi nhầm.', 'The mistaken fee is taken back.'),
  };
  const said = done === undefined ? undefined : words[done];
  return html`${wrongAbove(ctx, refusal, controls, usual)}${backLink({
    href: tillHome,
    text: say('Tìm mã khác', 'Another code'),
    locale: ctx.locale,
  })}${pageHeading({
    title: bill.procedureName,
    beside: html`<span class="mc-code">${bill.dossierCode}</span><span>${bill.ownerName}</span><span class="mc-quiet">${say('Mã thanh toán', 'Payment code')} <span class="mc-code">${formatPaymentCode(bill.code)}</span></span>`,
  })}${said && notice({ kind: 'success', content: said, locale: ctx.locale })}${underWay(view)}${chargesTable(view)}${
    open.length > 0
      ? view.before
        ? fromBeforeNotice(desk, view.before, bill.code)
        : takeForm(view, open)
      : emptyState({
          title: say('Không còn khoản nào để thu tại quầy', 'Nothing left to take here'),
          icon: 'check',
        })
  }${voidForm(view)}`;
}

function underWay({ ctx, desk: { say }, bill }: BillView): Html | false {
  const live = bill.sessions.filter(({ id }) => bill.charges.some(({ session }) => session === id));
  const [session] = live;
  if (!session) return false;
  return notice({
    kind: 'warning',
    headingLevel: 2,
    title: say(
      `Đang thanh toán trực tuyến, chờ đến ${formatTime(session.until)}`,
      `Being paid online until ${formatTime(session.until)}`,
    ),
    content: html`<p>${say(
      `Người nộp đã mở trang thanh toán ${dong(session.amount)} (mã giao dịch ${session.reference}). Chưa thu tiền tại quầy để không ai trả hai lần.`,
      `The payer has opened a payment of ${dong(session.amount)} (reference ${session.reference}). Nothing is taken here, so that nobody pays twice.`,
    )}</p>${postForm(ctx, billHref(bill.code, '/kiem-tra'), button({ text: say('Kiểm tra lại ngay', 'Check again now') }))}`,
    locale: ctx.locale,
  });
}

function chargesTable({ ctx, desk: { say, directory }, bill, receipts }: BillView): Html {
  const receiptOf = ({ receipt }: BilledCharge): Html | string => {
    if (receipt === null) return '';
    const name = receiptName(receipt);
    return receipts.some(({ id }) => id === receipt.id)
      ? html`<a class="mc-code"${attributes({ href: receiptHref(receipt.id) })}>${name}</a>`
      : html`<span class="mc-code">${name}</span>`;
  };
  return table({
    id: 'cac-khoan',
    caption: say('Các khoản của hồ sơ', 'Fees of the dossier'),
    columns: [
      { text: say('Khoản', 'Fee') },
      { text: say('Trạng thái', 'State') },
      { text: say('Số tiền', 'Amount'), numeric: true },
    ],
    rows: bill.charges.map((charge) => [
      html`${charge.name}${quiet([inLocale(kindNames[charge.kind], ctx.locale), charge.counted])}${quiet([directory.byId(charge.payee)?.shortName])}${noticeOf(charge, say)}`,
      html`${tag(chargeTag(say, charge))}${charge.settledAt !== null && quiet([formatDateTime(charge.settledAt)])}${charge.receipt !== null && html`<br>${receiptOf(charge)}`}`,
      html`${dong(charge.amount)}${charge.fullAmount > charge.amount && quiet([say(`thay vì ${dong(charge.fullAmount)}`, `instead of ${dong(charge.fullAmount)}`)])}`,
    ]),
  });
}

/** A second line, in the quiet colour; nothing where there is nothing to say. */
const quiet = (parts: readonly (string | undefined)[]): Html | false => {
  const text = parts.filter(Boolean).join(' · ');
  return text !== '' && html`<br><span class="mc-quiet">${text}</span>`;
};

/** The notice of another authority that an amount comes from. */
function noticeOf({ assessed }: BilledCharge, say: Desk['say']): Html | false {
  if (!assessed) return false;
  const day = (text: string) => (isPlainDate(text) ? formatDate(text) : text);
  return html`<br><span class="mc-quiet">${say('Thông báo', 'Notice')} ${assessed.number}, ${day(assessed.date)}, ${assessed.authority}${
    assessed.until && html`. ${say('Hạn nộp', 'Pay by')} ${day(assessed.until)}`
  }</span>`;
}

function takeForm(view: BillView, open: readonly BilledCharge[]): Html {
  const { ctx, desk, bill, units, key, refusal } = view;
  const { say, directory } = desk;
  const { fields } = ctx;
  const common = controlsOf(ctx, refusal, controls);
  const total = open.reduce((sum, { amount }) => sum + amount, 0);
  const sent = 'khoa' in fields;
  return card({
    title: say('Thu tại quầy', 'Take the money'),
    content: postForm(ctx, billHref(bill.code), [
      html`<input type="hidden" name="khoa"${attributes({ value: key })}>`,
      checkboxes({
        ...common(
          'khoan',
          say('Khoản thu lần này', 'What is paid now'),
          say(`Tổng chưa nộp: ${dong(total)}`, `Owed in all: ${dong(total)}`),
        ),
        values: sent ? many(fields, 'khoan') : open.map(({ id }) => id),
        options: open.map(({ id, name, amount }) => ({ value: id, text: `${name}: ${dong(amount)}` })),
      }),
      radios({
        ...common('cach', say('Cách nộp', 'Way')),
        inline: true,
        value: textOf(fields, 'cach') || 'cash',
        options: [
          { value: 'cash', text: say('Tiền mặt', 'Cash') },
          { value: 'card', text: say('Thẻ', 'Card') },
        ],
      }),
      html`<div class="mc-grid">${textInput({
        ...common(
          'nguoi-nop',
          say('Người nộp tiền', 'Payer'),
          say('Ghi trên biên lai.', 'Stands on the receipt.'),
        ),
        value: sent ? textOf(fields, 'nguoi-nop') : bill.ownerName,
        autocomplete: 'off',
        width: 'l',
      })}${textInput({
        ...common(
          'so-the',
          say('Số hóa đơn thẻ', 'Number of the card slip'),
          say('Chỉ khi nộp bằng thẻ.', 'For cards only.'),
        ),
        value: textOf(fields, 'so-the'),
        autocomplete: 'off',
        code: true,
        width: 'l',
      })}${textInput({
        ...common(
          'bien-lai',
          say('Số biên lai in sẵn (nếu có)', 'Printed receipt (if given)'),
          say('Bỏ trống: hệ thống tự cấp biên lai điện tử.', 'Empty: an electronic receipt is made.'),
        ),
        value: textOf(fields, 'bien-lai'),
        autocomplete: 'off',
        code: true,
        width: 'l',
      })}${
        units.length > 1 &&
        select({
          ...common('quay', say('Quầy thu', 'Counter')),
          options: units.map((unit) => ({ value: unit, text: directory.byId(unit)?.shortName ?? '' })),
          value: textOf(fields, 'quay') || (units[0] ?? ''),
          width: 'l',
        })
      }</div>`,
      button({
        text: say('Thu tiền, cấp biên lai', 'Take it, make the receipt'),
        kind: 'primary',
        id: 'thu',
      }),
    ]),
  });
}

function voidForm({ ctx, desk: { say }, bill, voidable, refusal }: BillView): Html | false {
  if (voidable.length === 0) return false;
  const common = controlsOf(ctx, refusal, controls);
  return details({
    summary: say('Hủy khoản ghi nhầm', 'Take back a mistaken fee'),
    content: postForm(ctx, billHref(bill.code, '/huy-khoan'), [
      radios({
        ...common('khoan-huy', say('Khoản ghi nhầm', 'Which one')),
        value: textOf(ctx.fields, 'khoan-huy') || (voidable[0]?.id ?? ''),
        options: voidable.map(({ id, name, amount }) => ({ value: id, text: `${name}: ${dong(amount)}` })),
      }),
      textarea({
        ...common('ly-do', say('Lý do', 'Reason'), say('Người nộp thấy lý do này.', 'The payer sees it.')),
        value: textOf(ctx.fields, 'ly-do'),
        rows: 2,
        maxLength: 500,
      }),
      button({ text: say('Hủy khoản này', 'Take it back'), kind: 'warning' }),
    ]),
  });
}
