import { type BilledCharge, bankName, type Refund, refundWords } from '#capabilities/payments';
import { button, card, errorSummary, notice, radios, summaryList, tag, textarea } from '#design';
import { asDong } from '#kernel/money';
import type { Refusal } from '#kernel/outcome';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField } from '#surfaces/shared';
import { money } from '../payment/words.ts';
import type { Say } from '../words/say.ts';
import { accountFields } from './account-fields.ts';
import { controls, textOf } from './fields.ts';
import { refundsHref } from './paths.ts';
import { askedOn, refundSentence, refundTag, standingOf } from './words.ts';

export interface DossierRefundsView {
  readonly ctx: PageCtx;
  readonly say: Say;
  readonly code: string;
  readonly charges: readonly BilledCharge[];
  readonly refunds: readonly Refund[];
  readonly done?: string | undefined;
  readonly refusal?: Refusal;
  /** What the refusal is about: a charge, a refund, or `account`. */
  readonly at?: string;
}

/** Proposed by the office, and its owner has not said where the money shall go. */
export const lacksAccount = ({ state, account }: Refund): boolean => state === 'asked' && account === '';

const live = ({ state }: Refund): boolean => state === 'asked' || state === 'approved';

export function dossierRefundsView(view: DossierRefundsView): Html {
  const { ctx, say, charges, refunds, refusal, done, at } = view;
  const { locale } = ctx;
  const under = (charge: BilledCharge) => refunds.some((each) => each.charge_id === charge.id && live(each));
  const open = charges.filter((charge) => charge.state === 'paid' && charge.refundable && !under(charge));
  const never = charges.filter((charge) => charge.state === 'paid' && !charge.refundable);
  const ofRefund = at === 'account' || refunds.some(({ code }) => code === at);
  const doneWords: Readonly<Record<string, string>> = {
    'de-nghi': say(
      'Đã gửi đề nghị hoàn phí. Bạn sẽ nhận tin khi có kết quả.',
      'Sent. You will hear when it is decided.',
    ),
    'tai-khoan': say('Đã lưu tài khoản nhận tiền.', 'The account is saved.'),
    thoi: say('Đã thôi đề nghị hoàn.', 'The wish is taken back.'),
  };
  const words = done === undefined ? undefined : doneWords[done];
  const nothing = open.length + refunds.length === 0;
  return html`<h1>${say('Hoàn phí của hồ sơ', 'Refunds of this dossier')}</h1>${
    refusal &&
    errorSummary({
      errors: [
        {
          text: refundSentence(refusal, locale),
          target: controls[refusal.field ?? ''] ?? (ofRefund ? 'ngan-hang' : 'khoan'),
        },
      ],
      locale,
    })
  }${words && notice({ kind: 'success', content: words, locale })}${refunds.some(lacksAccount) && accountForm(view)}${refunds.map((refund) => refundCard(view, refund))}${
    open.length > 0 && askForm(view, open, ofRefund)
  }${never.map((charge) =>
    notice({
      kind: 'info',
      locale,
      content: html`<p>${charge.name} (${money(charge.amount)}): ${refundSentence(
        { code: 'refund-not-allowed', details: { ground: charge.ground.replace(/[.;\s]+$/, '') } },
        locale,
      )}</p>`,
    }),
  )}${
    nothing &&
    never.length === 0 &&
    html`<p>${say('Hồ sơ này không có khoản đã nộp để hoàn.', 'Nothing was paid for this dossier that could be given back.')}</p>`
  }`;
}

function refundCard({ ctx, say, code }: DossierRefundsView, refund: Refund): Html {
  const { locale } = ctx;
  const action = (step: string) => refundsHref(code, `/HP${refund.code}/${step}`);
  const asked = refund.state === 'asked';
  return card({
    title: `${refund.what}: ${money(asDong(refund.amount))}`,
    aside: tag(
      lacksAccount(refund)
        ? { text: say('cần tài khoản nhận', 'account needed'), tone: 'amber' }
        : refundTag(say, refund.state),
    ),
    content: html`<p>${standingOf(say, refund)}</p>${summaryList({
      locale,
      rows: [
        {
          label: say('Mã hoàn', 'Code'),
          value: html`<span class="mc-code">${refundWords(refund.code)}</span>`,
        },
        { label: say('Đề nghị', 'Asked'), value: askedOn(say, refund) },
        { label: say('Lý do', 'Reason'), value: refund.reason },
        ...(refund.account
          ? [
              {
                label: say('Tài khoản nhận', 'Account'),
                value: html`${bankName(refund.bin)} · <span class="mc-code">${refund.account}</span><br>${refund.holder}`,
              },
            ]
          : []),
      ],
    })}${
      asked &&
      html`<form${attributes({ method: 'post', action: action('thoi') })}>${csrfField(ctx)}${button({ text: say('Thôi đề nghị hoàn', 'Take it back') })}</form>`
    }`,
  });
}

/** One account for all that waits for one. */
function accountForm({ ctx, say, code, refunds, refusal, at }: DossierRefundsView): Html {
  const sum = refunds.filter(lacksAccount).reduce((all, { amount }) => all + amount, 0);
  const mine = at === 'account' ? refusal : undefined;
  return card({
    title: say(`Nhận lại ${money(asDong(sum))} vào tài khoản nào?`, `Where shall ${money(asDong(sum))} go?`),
    content: html`<form class="mc-stack" novalidate${attributes({ method: 'post', action: refundsHref(code, '/tai-khoan') })}>${csrfField(ctx)}${accountFields(ctx, say, mine, mine !== undefined)}${button({ text: say('Lưu tài khoản', 'Save the account'), kind: 'primary' })}</form>`,
  });
}

function askForm(
  { ctx, say, code, refusal, refunds }: DossierRefundsView,
  open: readonly BilledCharge[],
  ofRefund: boolean,
): Html {
  const { locale } = ctx;
  const mine = ofRefund ? undefined : refusal;
  // Only one form on a page asks for an account: names of controls stay apart.
  if (refunds.some(lacksAccount)) return html``;
  const reasonError = mine?.field === 'reason' ? refundSentence(mine, locale) : undefined;
  const chargeError = mine && mine.field === undefined ? refundSentence(mine, locale) : undefined;
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
        error: chargeError,
        locale,
      },
    )}${textarea({
      name: 'ly-do',
      label: say('Vì sao bạn muốn hoàn?', 'Why do you want it back?'),
      value: mine ? textOf(ctx, 'ly-do') : '',
      error: reasonError,
      rows: 2,
      maxLength: 1000,
      locale,
    })}${accountFields(ctx, say, mine, mine !== undefined)}${button({ text: say('Gửi đề nghị hoàn', 'Send'), kind: 'primary' })}</form>`,
  });
}
