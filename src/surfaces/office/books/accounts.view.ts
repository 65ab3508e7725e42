import { type Beneficiary, bankName, banks } from '#capabilities/payments';
import {
  backLink,
  button,
  buttonLink,
  errorSummary,
  notice,
  pageHeading,
  select,
  table,
  textInput,
} from '#design';
import type { Refusal } from '#kernel/outcome';
import type { Locale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import type { Say } from '../words/say.ts';
import { accountsPath } from './addresses.ts';
import { controlsOf, postForm, textOf } from './form.ts';
import { bookSentence } from './sentences.ts';

export interface AccountsView {
  readonly say: Say;
  readonly locale: Locale;
  readonly done: boolean;
  readonly rows: readonly {
    readonly unit: string;
    readonly name: string;
    readonly own: Beneficiary | undefined;
    /** The own one, or that of the nearest unit above. */
    readonly used: Beneficiary | undefined;
    readonly mayKeep: boolean;
  }[];
}

const inWords = ({ account }: Beneficiary): Html =>
  html`${bankName(account.bin)} · <span class="mc-code">${account.number}</span><br><span class="mc-quiet">${account.name}</span>`;

export function accountsView({ say, locale, done, rows }: AccountsView): Html {
  return html`${pageHeading({
    title: say('Tài khoản thụ hưởng', 'Accounts'),
    actions: buttonLink({ text: say('Tải CSV', 'Download CSV'), href: `${accountsPath}/tai-khoan.csv` }),
  })}${done && notice({ kind: 'success', content: say('Đã lưu tài khoản.', 'Saved.'), locale })}${table({
    id: 'tai-khoan',
    caption: say('Tiền của đơn vị đi vào đâu', 'Where the money of each unit goes'),
    rowHeaders: true,
    columns: [
      { text: say('Đơn vị', 'Unit') },
      { text: say('Tài khoản', 'Account') },
      { text: say('Kho bạc', 'Treasury') },
      { text: say('Việc', 'Action') },
    ],
    rows: rows.map(({ unit, name, own, used, mayKeep }) => [
      name,
      own
        ? inWords(own)
        : used
          ? html`<span class="mc-quiet">${say('dùng tài khoản của', 'uses that of')} ${used.name}</span>`
          : say('chưa có', 'none yet'),
      own?.treasury ? html`${own.treasury.code}<br><span class="mc-code">${own.treasury.account}</span>` : '',
      mayKeep &&
        html`<a${attributes({ href: `${accountsPath}/${unit}`, 'aria-label': `${own ? say('Sửa', 'Change') : say('Ghi tài khoản', 'Enter one')} ${name}` })}>${own ? say('Sửa', 'Change') : say('Ghi tài khoản', 'Enter one')}</a>`,
    ]),
  })}`;
}

const controls: Readonly<Record<string, string>> = {
  name: 'ten',
  bin: 'ngan-hang',
  number: 'so-tai-khoan',
  holder: 'chu-tai-khoan',
  treasury: 'kho-bac',
};

export function accountForm(view: {
  readonly ctx: PageCtx;
  readonly say: Say;
  readonly unit: string;
  readonly name: string;
  readonly own: Beneficiary | undefined;
  readonly refusal: Refusal | undefined;
}): Html {
  const { ctx, say, unit, name, own, refusal } = view;
  const { fields, locale } = ctx;
  const common = controlsOf(ctx, refusal, controls);
  const typed = fields['ten'] !== undefined;
  const value = (control: string, kept: string | undefined) =>
    typed ? textOf(fields, control) : (kept ?? '');
  const bin = value('ngan-hang', own?.account.bin);
  // A bank that is not on the list stays what it is.
  const known = bin === '' || banks.some((bank) => bank.bin === bin);
  const input = (control: string, label: string, kept: string | undefined, hint?: string) => ({
    ...common(control, label, hint),
    value: value(control, kept),
    autocomplete: 'off',
    width: 'l' as const,
  });
  return html`${backLink({ href: accountsPath, text: say('Tài khoản', 'Accounts') })}${pageHeading({
    title: say(`Tài khoản của ${name}`, `Account of ${name}`),
  })}${
    refusal &&
    errorSummary({
      errors: [{ text: bookSentence(refusal, locale), target: controls[refusal.field ?? ''] ?? 'ten' }],
      locale,
    })
  }${postForm(ctx, `${accountsPath}/${unit}`, [
    textInput(input('ten', say('Tên đơn vị thụ hưởng', 'Name of the beneficiary'), own?.name ?? name)),
    textInput({
      ...input('ma-so-thue', say('Mã số thuế', 'Tax code'), own?.taxCode),
      required: false,
      inputMode: 'numeric',
    }),
    select({
      ...common('ngan-hang', say('Ngân hàng', 'Bank')),
      options: [
        ...banks.map((bank) => ({ value: bank.bin, text: bank.name })),
        ...(known ? [] : [{ value: bin, text: bin }]),
      ],
      value: bin,
      width: 'l',
    }),
    textInput({
      ...input('so-tai-khoan', say('Số tài khoản', 'Account number'), own?.account.number),
      code: true,
    }),
    textInput(input('chu-tai-khoan', say('Chủ tài khoản', 'Holder'), own?.account.name)),
    textInput({
      ...input(
        'kho-bac',
        say('Mã kho bạc', 'Code of the treasury'),
        own?.treasury?.code,
        say('Chỉ ghi khi tiền nộp thẳng vào ngân sách.', 'Only for money that goes straight to the budget.'),
      ),
      required: false,
    }),
    textInput({
      ...input('tai-khoan-thu', say('Tài khoản thu ngân sách', 'Revenue account'), own?.treasury?.account),
      required: false,
    }),
    button({ text: say('Lưu tài khoản', 'Save'), kind: 'primary' }),
  ])}`;
}
