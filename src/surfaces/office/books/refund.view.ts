import { bankName, type Refund, refundWords } from '#capabilities/payments';
import {
  backLink,
  button,
  card,
  dateInput,
  errorSummary,
  notice,
  pageHeading,
  radios,
  summaryList,
  tag,
  textarea,
  textInput,
} from '#design';
import type { Refusal } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { formatDate, formatDateTime } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { dossierHref } from '../core/addresses.ts';
import { number, type Say } from '../words/say.ts';
import { refundHref, refundsPath } from './addresses.ts';
import { controlsOf, dateParts, postForm, textOf } from './form.ts';
import { bookSentence } from './sentences.ts';
import { refundKindInWords, refundTag, refundWayNames } from './words.ts';

export interface RefundView {
  readonly ctx: PageCtx;
  readonly say: Say;
  readonly refund: Refund;
  readonly unitName: string;
  readonly mayDecide: boolean;
  readonly mayPay: boolean;
  readonly decidedByMe: boolean;
  readonly done?: string | undefined;
  readonly refusal?: Refusal;
  /** The step that was refused. */
  readonly slug?: string;
}

const controls: Readonly<Record<string, string>> = {
  way: 'cach',
  answer: 'tra-loi',
  number: 'so',
  day: 'ngay',
};
const usual: Readonly<Record<string, string>> = { duyet: 'cach', 'tu-choi': 'tra-loi', 'da-chi': 'so' };

export function refundView(view: RefundView): Html {
  const { ctx, say, refund, refusal, slug, done } = view;
  const { locale } = ctx;
  const target = controls[refusal?.field ?? ''] ?? usual[slug ?? ''] ?? 'cach';
  const doneWords: Readonly<Record<string, string>> = {
    duyet: say('Đã duyệt. Người khác sẽ ghi khi đã chi.', 'Approved. Somebody else pays it out.'),
    'tu-choi': say('Đã từ chối; người nộp được báo lý do.', 'Refused; the payer is told why.'),
    'da-chi': say('Đã ghi chi; biên lai cũ đã hủy.', 'Paid out; the receipt is cancelled.'),
  };
  const words = done === undefined ? undefined : doneWords[done];
  return html`${backLink({ href: refundsPath, text: say('Hoàn phí', 'Refunds') })}${pageHeading({
    title: say(`Hoàn ${number(refund.amount)} đồng`, `Give back ${number(refund.amount)} đồng`),
    beside: tag(refundTag(say, refund.state)),
  })}${words && notice({ kind: 'success', content: words, locale })}${
    refusal && errorSummary({ errors: [{ text: bookSentence(refusal, locale), target }], locale })
  }${facts(view)}${refund.state === 'asked' && view.mayDecide && decide(view)}${
    refund.state === 'approved' && pay(view)
  }`;
}

function facts({ say, refund, unitName, ctx: { locale } }: RefundView): Html {
  const who = (name: string, at: number | null) =>
    [name, at === null ? '' : formatDateTime(at)].filter(Boolean).join(' · ');
  const overtaken: Readonly<Record<string, string>> = {
    'gateway-refunded': say('Cổng thanh toán đã hoàn tiền.', 'The gateway has given the money back.'),
    'charge-reopened': say('Khoản thu không còn ở trạng thái đã nộp.', 'The charge is not paid any more.'),
  };
  return summaryList({
    locale,
    rows: [
      {
        label: say('Mã hoàn', 'Code'),
        value: html`<span class="mc-code">${refundWords(refund.code)}</span>`,
      },
      { label: say('Khoản hoàn', 'What'), value: refund.what },
      {
        label: say('Người nộp', 'Payer'),
        value: html`${refund.owner_name}${
          refund.dossier_code &&
          html` · <a class="mc-code"${attributes({ href: dossierHref(refund.dossier_code) })}>${refund.dossier_code}</a>`
        }`,
      },
      { label: say('Đơn vị hoàn', 'Unit'), value: unitName },
      {
        label: say('Nguồn đề nghị', 'Asked by'),
        value: html`${refundKindInWords(say, refund.kind)}<br><span class="mc-quiet">${who(refund.asked_by_name, refund.asked_at)}</span>`,
      },
      { label: say('Lý do', 'Reason'), value: refund.reason },
      {
        label: say('Tài khoản nhận', 'Account'),
        value: refund.account
          ? html`${bankName(refund.bin)} · <span class="mc-code">${refund.account}</span><br>${refund.holder}`
          : say('Người nộp chưa ghi', 'Not named yet'),
      },
      ...(refund.decided_at !== null && refund.state !== 'dropped'
        ? [
            {
              label: refund.state === 'refused' ? say('Từ chối', 'Refused') : say('Duyệt', 'Approved'),
              value: html`${who(refund.decided_by_name, refund.decided_at)}<br><span class="mc-quiet">${
                refund.answer || inLocale(refundWayNames[refund.way], locale)
              }</span>`,
            },
          ]
        : []),
      ...(refund.state === 'dropped' && refund.answer
        ? [{ label: say('Vì sao thôi', 'Why dropped'), value: overtaken[refund.answer] ?? refund.answer }]
        : []),
      ...(refund.paid_day !== null
        ? [
            {
              label: say('Đã chi', 'Paid out'),
              value: html`${refund.paid_number}, ${formatDate(refund.paid_day)}<br><span class="mc-quiet">${who(refund.paid_by_name, refund.paid_at)}</span>`,
            },
          ]
        : []),
    ],
  });
}

function decide(view: RefundView): Html {
  const { ctx, say, refund, refusal } = view;
  const { locale, fields } = ctx;
  const common = controlsOf(ctx, refusal, controls);
  const approve = postForm(ctx, refundHref(refund.code, '/duyet'), [
    radios({
      ...common('cach', say('Hoàn bằng cách nào?', 'How is it given back?')),
      value: textOf(fields, 'cach') || (refund.account ? 'transfer' : ''),
      options: Object.entries(refundWayNames).map(([value, name]) => ({
        value,
        text: inLocale(name, locale),
      })),
    }),
    button({ text: say('Duyệt hoàn', 'Approve'), kind: 'primary' }),
  ]);
  return html`${card({ title: say('Duyệt', 'Approve'), content: approve })}${refuse(view)}`;
}

function refuse({ ctx, say, refund, refusal }: RefundView): Html {
  const common = controlsOf(ctx, refusal, { ...controls, reason: 'tra-loi' });
  return card({
    title: say('Không hoàn', 'Refuse'),
    content: postForm(ctx, refundHref(refund.code, '/tu-choi'), [
      textarea({
        ...common('tra-loi', say('Lý do báo người nộp', 'Reason told to the payer')),
        value: textOf(ctx.fields, 'tra-loi'),
        rows: 2,
        maxLength: 1000,
      }),
      button({ text: say('Từ chối hoàn', 'Refuse') }),
    ]),
  });
}

function pay(view: RefundView): Html {
  const { ctx, say, refund, refusal, mayPay, mayDecide, decidedByMe } = view;
  const { fields, locale } = ctx;
  const common = controlsOf(ctx, refusal, controls);
  const form = postForm(ctx, refundHref(refund.code, '/da-chi'), [
    textInput({
      ...common(
        'so',
        say('Số chứng từ chi', 'Number of the payment order'),
        say('Ví dụ: UNC 12/2026.', 'Such as UNC 12/2026.'),
      ),
      value: textOf(fields, 'so'),
      autocomplete: 'off',
      width: 'l',
    }),
    dateInput({ ...common('ngay', say('Ngày chi', 'Day')), value: dateParts(fields, 'ngay') }),
    button({ text: say('Ghi đã chi', 'Mark as paid'), kind: 'primary' }),
  ]);
  return html`${
    mayPay && !decidedByMe
      ? card({ title: say('Ghi đã chi', 'Mark as paid'), content: form })
      : notice({
          kind: 'info',
          content: decidedByMe
            ? say(
                'Bạn đã duyệt khoản này; kế toán khác ghi đã chi.',
                'You approved it; another accountant pays it out.',
              )
            : say('Kế toán của đơn vị sẽ chi và ghi chứng từ.', 'The accountant of the unit pays it out.'),
          locale,
        })
  }${mayDecide && refuse(view)}`;
}
