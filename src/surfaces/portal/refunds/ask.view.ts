import type { BilledCharge } from '#capabilities/payments';
import { button, card, radios, textarea } from '#design';
import { asDong } from '#kernel/money';
import { attributes, type Html, html } from '#platform/html';
import { csrfField } from '#surfaces/shared';
import { money } from '../payment/words.ts';
import { accountFields } from './account-fields.ts';
import { textOf } from './fields.ts';
import { type DossierRefunds, lacksAccount, refusedRefund } from './page.ts';
import { refundsHref } from './paths.ts';
import { refundSentence } from './words.ts';

/** One account for all that waits for one. */
export function accountForm({ ctx, say, code, refunds, refusal, at }: DossierRefunds): Html {
  const sum = refunds.filter(lacksAccount).reduce((all, { amount }) => all + amount, 0);
  const mine = at === 'account' ? refusal : undefined;
  return card({
    title: say(`Nhận lại ${money(asDong(sum))} vào tài khoản nào?`, `Where shall ${money(asDong(sum))} go?`),
    content: html`<form class="mc-stack" novalidate${attributes({ method: 'post', action: refundsHref(code, '/tai-khoan') })}>${csrfField(ctx)}${accountFields(ctx, say, mine, mine !== undefined)}${button({ text: say('Lưu tài khoản', 'Save the account'), kind: 'primary' })}</form>`,
  });
}

/** The wish to have a charge back. What was typed stays when it is refused. */
export function askForm(view: DossierRefunds, open: readonly BilledCharge[]): Html {
  const { ctx, say, code, at, refusal } = view;
  const { locale } = ctx;
  const mine = at === 'account' || refusedRefund(view) ? undefined : refusal;
  const errorAt = (field: string | undefined) =>
    mine && mine.field === field ? refundSentence(mine, locale) : undefined;
  return card({
    title: say('Đề nghị hoàn phí', 'Ask for a refund'),
    content: html`<form class="mc-stack" novalidate${attributes({ method: 'post', action: refundsHref(code) })}>${csrfField(ctx)}${radios(
      {
        name: 'khoan',
        label: say('Khoản cần hoàn', 'What shall be given back'),
        options: open.map((charge) => ({
          value: charge.id,
          text: `${charge.name}: ${money(charge.amount)}`,
        })),
        value: textOf(ctx, 'khoan') || (open.length === 1 ? open[0]?.id : undefined),
        error: errorAt(undefined),
        locale,
      },
    )}${textarea({
      name: 'ly-do',
      label: say('Vì sao bạn muốn hoàn?', 'Why do you want it back?'),
      value: mine ? textOf(ctx, 'ly-do') : '',
      error: errorAt('reason'),
      rows: 2,
      maxLength: 1000,
      locale,
    })}${accountFields(ctx, say, mine, mine !== undefined)}${button({ text: say('Gửi đề nghị hoàn', 'Ask for the refund'), kind: 'primary' })}</form>`,
  });
}
