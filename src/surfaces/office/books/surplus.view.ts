import { banks, type surplusOf } from '#capabilities/payments';
import { button, errorSummary, pageHeading, select, summaryList, textarea, textInput } from '#design';
import type { Refusal } from '#kernel/outcome';
import { formatDate } from '#kernel/time';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { number, type Say } from '../words/say.ts';
import { surplusHref } from './addresses.ts';
import { controlsOf, postForm, textOf } from './form.ts';
import { bookSentence } from './sentences.ts';

/** Fields of an account, by what the command calls them. */
export const accountControls = {
  bin: 'ngan-hang',
  number: 'so-tai-khoan',
  holder: 'chu-tai-khoan',
  reason: 'ly-do',
} as const;

export function surplusView(view: {
  readonly ctx: PageCtx;
  readonly say: Say;
  readonly unit: string;
  readonly surplus: Awaited<ReturnType<typeof surplusOf>>[number];
  readonly refusal: Refusal | undefined;
}): Html {
  const { ctx, say, unit, surplus, refusal } = view;
  const { fields, locale } = ctx;
  const common = controlsOf(ctx, refusal, accountControls);
  const names: Readonly<Record<string, string>> = accountControls;
  return html`${pageHeading({ title: say('Hoàn tiền nộp thừa', 'Give a surplus back') })}${
    refusal &&
    errorSummary({
      errors: [{ text: bookSentence(refusal, locale), target: names[refusal.field ?? ''] ?? 'ngan-hang' }],
      locale,
    })
  }${summaryList({
    locale,
    rows: [
      { label: say('Số tiền', 'Amount'), value: `${number(surplus.amount)} đồng` },
      { label: say('Ngày tiền đến', 'Day it came'), value: formatDate(surplus.day) },
      { label: say('Chứng từ', 'Evidence'), value: surplus.evidence },
      ...(surplus.dossier_code
        ? [{ label: say('Hồ sơ', 'Dossier'), value: `${surplus.dossier_code} · ${surplus.owner_name}` }]
        : []),
    ],
  })}${postForm(ctx, surplusHref(unit, surplus.id), [
    select({
      ...common('ngan-hang', say('Ngân hàng nhận', 'Bank')),
      options: banks.map(({ bin, name }) => ({ value: bin, text: name })),
      value: textOf(fields, 'ngan-hang'),
      width: 'l',
    }),
    textInput({
      ...common('so-tai-khoan', say('Số tài khoản', 'Account number')),
      value: textOf(fields, 'so-tai-khoan'),
      autocomplete: 'off',
      width: 'l',
      code: true,
    }),
    textInput({
      ...common('chu-tai-khoan', say('Chủ tài khoản', 'Holder')),
      value: textOf(fields, 'chu-tai-khoan') || surplus.owner_name,
      autocomplete: 'off',
      width: 'l',
    }),
    textarea({
      ...common('ly-do', say('Lý do', 'Reason')),
      value: textOf(fields, 'ly-do'),
      rows: 2,
      maxLength: 1000,
    }),
    button({ text: say('Đề nghị hoàn', 'Ask for the refund'), kind: 'primary' }),
  ])}`;
}
