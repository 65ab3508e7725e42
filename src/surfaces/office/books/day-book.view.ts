import { bookPage, type DayBookRow } from '#capabilities/payments';
import {
  button,
  buttonLink,
  dateInput,
  emptyState,
  errorSummary,
  pageHeading,
  pagination,
  select,
  table,
} from '#design';
import { isUuid } from '#kernel/ids';
import { inLocale, type Locale } from '#kernel/text';
import { formatDay, formatTime, type PlainDate } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import { dossierHref } from '../core/addresses.ts';
import { receiptHref } from '../till/addresses.ts';
import { number, type Say } from '../words/say.ts';
import { booksHome, dayFields, hrefWith } from './addresses.ts';
import { entryNames } from './words.ts';

export interface DayBookView {
  readonly say: Say;
  readonly locale: Locale;
  readonly units: readonly { readonly value: string; readonly text: string }[];
  readonly unit: string;
  readonly typed: { readonly day: string; readonly month: string; readonly year: string };
  /** Undefined when what was typed is no day. */
  readonly day: PlainDate | undefined;
  /** Only entries that touch it; empty for all. */
  readonly account: string;
  readonly rows: readonly DayBookRow[];
  readonly balances: readonly { readonly account: string; readonly balance: number }[];
  readonly page: number;
  readonly accountName: (account: string) => string;
}

export function dayBookView(view: DayBookView): Html {
  const { say, locale, day, rows, unit, account } = view;
  const wrong = say('Nhập ngày cần xem, ví dụ 25 11 2026.', 'Give the day, such as 25 11 2026.');
  const query = day ? { 'don-vi': unit, ...dayFields('ngay', day), 'tai-khoan': account } : {};
  const [, month = '', date = ''] = day?.split('-') ?? [];
  return html`${pageHeading({
    title: say('Sổ nhật ký thu', 'Day book'),
    beside: day && html`<span class="mc-quiet">${formatDay(day)}</span>`,
    actions: [
      rows.length > 0 &&
        buttonLink({
          text: say('Tải CSV', 'Download CSV'),
          href: hrefWith(`${booksHome}/nhat-ky.csv`, query),
        }),
    ],
  })}${day === undefined && errorSummary({ errors: [{ text: wrong, target: 'ngay' }], locale })}<form class="mc-stack"${attributes({ action: booksHome })}><div class="mc-row">${
    view.units.length > 1 &&
    select({
      name: 'don-vi',
      label: say('Đơn vị', 'Unit'),
      options: view.units,
      value: unit,
      emptyText: null,
      width: 'l',
      locale,
    })
  }${dateInput({
    name: 'ngay',
    label: say('Ngày', 'Day'),
    value: day ? { day: date, month, year: day.slice(0, 4) } : view.typed,
    error: day === undefined ? wrong : undefined,
    locale,
  })}</div>${button({ text: say('Xem sổ', 'Show') })}</form>${
    account !== '' &&
    html`<p><a class="mc-filter-on"${attributes({ href: hrefWith(booksHome, { ...query, 'tai-khoan': '' }) })}>${view.accountName(account)}<span aria-hidden="true"> ×</span></a></p>`
  }${day && entries(view, query)}${day && balances(view, query)}`;
}

function entries(view: DayBookView, query: Readonly<Record<string, string>>): Html {
  const { say, locale, rows, page, accountName } = view;
  const total = rows[0]?.total ?? 0;
  if (rows.length === 0)
    return emptyState({
      title: say('Ngày này không có bút toán', 'No entries on this day'),
      text: say('Chọn ngày khác hoặc đơn vị khác.', 'Choose another day or unit.'),
    });
  const side = (account: string, after: number) =>
    html`${accountName(account)}<br><span class="mc-quiet">${
      after < 0 ? say('dư Có', 'credit') : say('dư Nợ', 'debit')
    } ${number(Math.abs(after))}</span>`;
  return html`${table({
    id: 'nhat-ky',
    caption: say('Bút toán trong ngày, đơn vị tính: đồng', 'Entries of the day, in đồng'),
    columns: [
      { text: say('Giờ', 'Time') },
      { text: say('Nội dung', 'What') },
      { text: say('Số tiền', 'Amount'), numeric: true },
      { text: say('Nợ', 'Debit') },
      { text: say('Có', 'Credit') },
      { text: say('Chứng từ, người ghi', 'Evidence, who') },
    ],
    rows: rows.map((row) => [
      formatTime(row.at),
      html`${inLocale(entryNames[row.kind], locale)}${row.fee_name && html`: ${row.fee_name}`}${
        row.dossier_code &&
        html`<br><a class="mc-code"${attributes({ href: dossierHref(row.dossier_code) })}>${row.dossier_code}</a>`
      }`,
      number(row.amount),
      side(row.debit, row.debit_after),
      side(row.credit, row.credit_after),
      html`${evidenceOf(row, say)}<br><span class="mc-quiet">${
        row.actor_name || say('hệ thống', 'the system')
      }${row.note && ` · ${row.note}`}</span>`,
    ]),
  })}${
    total > bookPage &&
    pagination({
      summary: say(
        `Bút toán ${number((page - 1) * bookPage + 1)}–${number((page - 1) * bookPage + rows.length)} trên ${number(total)}`,
        `Entries ${(page - 1) * bookPage + 1}–${(page - 1) * bookPage + rows.length} of ${total}`,
      ),
      previous: page > 1 ? hrefWith(booksHome, { ...query, trang: String(page - 1) }) : undefined,
      next: page * bookPage < total ? hrefWith(booksHome, { ...query, trang: String(page + 1) }) : undefined,
      locale,
    })
  }`;
}

/** A receipt of a counter can be opened; a ground is read whole; what machines made is long, and its beginning finds it. */
function evidenceOf({ kind, debit, credit, evidence }: DayBookRow, say: Say): Html {
  const counter =
    (kind === 'paid' || kind === 'unpaid') && /^(till|card):/.test(kind === 'paid' ? debit : credit);
  if (counter && isUuid(evidence))
    return html`<a${attributes({ href: receiptHref(evidence) })}>${say('Biên lai', 'Receipt')}</a>`;
  if (kind === 'exempted' || kind === 'voided') return html`${evidence}`;
  return html`<span class="mc-code">${evidence.length > 34 ? `${evidence.slice(0, 32)}…` : evidence}</span>`;
}

function balances(
  { say, balances: rows, accountName }: DayBookView,
  query: Readonly<Record<string, string>>,
): Html {
  return html`${
    rows.length > 0 &&
    table({
      id: 'so-du',
      caption: say('Số dư cuối ngày, đơn vị tính: đồng', 'Balances at the end of the day, in đồng'),
      columns: [
        { text: say('Tài khoản', 'Account') },
        { text: say('Dư Nợ', 'Debit'), numeric: true },
        { text: say('Dư Có', 'Credit'), numeric: true },
      ],
      rowHeaders: true,
      rows: rows.map(({ account, balance }) => [
        html`<a${attributes({ href: hrefWith(booksHome, { ...query, 'tai-khoan': account }) })}>${accountName(account)}</a>`,
        balance > 0 ? number(balance) : '',
        balance < 0 ? number(-balance) : '',
      ]),
    })
  }`;
}
