import { type Beneficiary, bankName, leftOf, type Remittance } from '#capabilities/payments';
import {
  button,
  buttonLink,
  card,
  dateInput,
  emptyState,
  errorSummary,
  filterBar,
  notice,
  pageHeading,
  radios,
  select,
  table,
  textInput,
} from '#design';
import type { Refusal } from '#kernel/outcome';
import { formatDate, type PlainDate } from '#kernel/time';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { number, type Say } from '../words/say.ts';
import { hrefWith, remittancePath } from './addresses.ts';
import { controlsOf, dateParts, postForm, textOf } from './form.ts';
import { bookSentence } from './sentences.ts';

type Row = Remittance & { readonly name: string; readonly account: Beneficiary | undefined };

export interface RemittanceView {
  readonly ctx: PageCtx;
  readonly say: Say;
  readonly units: readonly { readonly value: string; readonly text: string }[];
  readonly unit: string;
  readonly rows: readonly Row[];
  /** Where money lies in these books. */
  readonly places: readonly { readonly account: string; readonly balance: number; readonly text: string }[];
  readonly passed: readonly {
    readonly day: PlainDate;
    readonly to: string;
    readonly from: string;
    readonly amount: number;
    readonly evidence: string;
    readonly actor_name: string;
    readonly note: string;
  }[];
  readonly mayKeep: boolean;
  readonly done?: boolean;
  readonly refusal?: Refusal;
}

const controls: Readonly<Record<string, string>> = {
  payee: 'cho',
  from: 'tu',
  amount: 'so-tien',
  number: 'so',
  day: 'ngay',
};

export function remittanceView(view: RemittanceView): Html {
  const { ctx, say, units, unit, rows, refusal, done, mayKeep } = view;
  const { locale } = ctx;
  return html`${pageHeading({
    title: say('Chuyển nộp', 'Remittance'),
    actions: [
      rows.length > 0 &&
        buttonLink({
          text: say('Tải CSV', 'Download CSV'),
          href: hrefWith(`${remittancePath}/chuyen-nop.csv`, { 'don-vi': unit }),
        }),
    ],
  })}${done && notice({ kind: 'success', content: say('Đã ghi chuyển nộp vào sổ.', 'Entered.'), locale })}${
    refusal &&
    errorSummary({
      errors: [{ text: bookSentence(refusal, locale), target: controls[refusal.field ?? ''] ?? 'cho' }],
      locale,
    })
  }${
    units.length > 1 &&
    filterBar({
      label: say('Chọn đơn vị', 'Choose a unit'),
      action: remittancePath,
      buttonText: say('Xem', 'Show'),
      locale,
      fields: select({
        name: 'don-vi',
        label: say('Sổ của đơn vị', 'Books of'),
        options: units,
        value: unit,
        emptyText: null,
        width: 'l',
        locale,
      }),
    })
  }${
    rows.length === 0
      ? emptyState({
          title: say('Chưa có tiền để chuyển', 'Nothing to pass on yet'),
          text: say(
            'Khi sổ này có khoản thu, phần của từng đơn vị hiện ở đây.',
            'The share of each unit shows here.',
          ),
        })
      : shares(view)
  }${mayKeep && rows.some((row) => leftOf(row) > 0) && form(view)}${view.passed.length > 0 && history(view)}`;
}

const place = (say: Say, beneficiary: Beneficiary | undefined): string => {
  if (!beneficiary) return say('chưa có tài khoản', 'no account yet');
  const { treasury, account } = beneficiary;
  return treasury
    ? say(
        `Kho bạc ${treasury.code}, TK ${treasury.account}`,
        `Treasury ${treasury.code}, ${treasury.account}`,
      )
    : `${bankName(account.bin)} ${account.number}`;
};

const sumOf = <T>(list: readonly T[], of: (item: T) => number): number =>
  list.reduce((sum, item) => sum + of(item), 0);
const collected = (row: Row): number => row.collected;
const waiting = (row: Row): number => row.waiting;
const passedOn = (row: Row): number => row.passed_on;

const shares = ({ say, rows, places }: RemittanceView): Html =>
  html`${table({
    id: 'phan-thu-huong',
    caption: say('Phần của từng đơn vị, đơn vị tính: đồng', 'Share of each unit, in đồng'),
    rowHeaders: true,
    columns: [
      { text: say('Đơn vị thụ hưởng', 'Beneficiary') },
      { text: say('Còn phải chuyển', 'Left'), numeric: true },
      { text: say('Đã thu', 'Collected'), numeric: true },
      { text: say('Chờ hoàn', 'To give back'), numeric: true },
      { text: say('Đã chuyển', 'Passed on'), numeric: true },
    ],
    rows: [
      ...rows.map((row) => [
        html`${row.name}<br><span class="mc-quiet">${place(say, row.account)}</span>`,
        number(leftOf(row)),
        number(row.collected),
        number(row.waiting),
        number(row.passed_on),
      ]),
      [say('Cộng', 'Total'), ...[leftOf, collected, waiting, passedOn].map((of) => number(sumOf(rows, of)))],
    ],
  })}${
    places.length > 0 &&
    table({
      id: 'noi-giu',
      caption: say('Tiền đang nằm ở đâu, đơn vị tính: đồng', 'Where the money lies, in đồng'),
      rowHeaders: true,
      columns: [{ text: say('Nơi giữ', 'Place') }, { text: say('Số tiền', 'Amount'), numeric: true }],
      rows: [
        ...places.map(({ text, balance }) => [text, number(balance)]),
        [say('Cộng', 'Total'), number(sumOf(places, ({ balance }) => balance))],
      ],
    })
  }`;

function form({ ctx, say, unit, rows, places, refusal }: RemittanceView): Html {
  const { fields } = ctx;
  const common = controlsOf(ctx, refusal, controls);
  const open = rows.filter((row) => leftOf(row) > 0);
  return card({
    title: say('Ghi đã chuyển', 'Enter what was passed on'),
    content: postForm(ctx, hrefWith(remittancePath, { 'don-vi': unit }), [
      radios({
        ...common('cho', say('Chuyển cho', 'To')),
        value: textOf(fields, 'cho') || (open.length === 1 ? open[0]?.payee : undefined),
        options: open.map((row) => ({
          value: row.payee,
          text: say(
            `${row.name}, còn ${number(leftOf(row))} đồng`,
            `${row.name}, ${number(leftOf(row))} left`,
          ),
        })),
      }),
      radios({
        ...common('tu', say('Lấy từ', 'From')),
        value: textOf(fields, 'tu') || (places.length === 1 ? places[0]?.account : undefined),
        options: places.map(({ account, text, balance }) => ({
          value: account,
          text: say(`${text}, có ${number(balance)} đồng`, `${text}, ${number(balance)} there`),
        })),
      }),
      textInput({
        ...common('so-tien', say('Số tiền', 'Amount')),
        value: textOf(fields, 'so-tien'),
        inputMode: 'numeric',
        suffix: 'đồng',
        width: 'm',
        autocomplete: 'off',
      }),
      textInput({
        ...common('so', say('Số lệnh chi hoặc giấy nộp tiền', 'Number of the payment order')),
        value: textOf(fields, 'so'),
        width: 'l',
        autocomplete: 'off',
      }),
      dateInput({ ...common('ngay', say('Ngày chuyển', 'Day')), value: dateParts(fields, 'ngay') }),
      textInput({
        ...common('ghi-chu', say('Ghi chú', 'Note')),
        required: false,
        value: textOf(fields, 'ghi-chu'),
        autocomplete: 'off',
      }),
      button({ text: say('Ghi vào sổ', 'Enter'), kind: 'primary' }),
    ]),
  });
}

const history = ({ say, passed }: RemittanceView): Html =>
  table({
    id: 'da-chuyen',
    caption: say('Đã chuyển gần đây, đơn vị tính: đồng', 'Passed on lately, in đồng'),
    columns: [
      { text: say('Ngày', 'Day') },
      { text: say('Cho', 'To') },
      { text: say('Từ', 'From') },
      { text: say('Chứng từ, người ghi', 'Order, who') },
      { text: say('Số tiền', 'Amount'), numeric: true },
    ],
    rows: passed.map((each) => [
      formatDate(each.day),
      each.to,
      each.from,
      html`${each.evidence}<br><span class="mc-quiet">${[each.actor_name, each.note].filter(Boolean).join(' · ')}</span>`,
      number(each.amount),
    ]),
  });
