import { button, details, errorSummary, textInput } from '#design';
import type { Refusal } from '#kernel/outcome';
import type { Locale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import { sentenceOf } from '../sentences.ts';
import type { Say } from '../words/say.ts';

export interface LookUpProps {
  readonly say: Say;
  readonly locale: Locale;
  readonly csrf: Html;
  readonly code: string;
  readonly refusals: readonly Refusal[];
  /** The code came with the address (QR on a paper): only the secret is asked. */
  readonly codeKnown: boolean;
}

export function lookUpView({ say, locale, csrf, code, refusals, codeKnown }: LookUpProps): Html {
  const errors = refusals.map((refusal) => ({
    text: sentenceOf(refusal, locale),
    target: refusal.field ?? 'bi-mat',
  }));
  const errorAt = (field: string) => errors.find((error) => error.target === field)?.text;
  return html`${errors.length > 0 && errorSummary({ errors, locale })}<h1>${
    codeKnown
      ? say('Nhập mã tra cứu của hồ sơ', 'Enter the secret of the dossier')
      : say('Tra cứu hồ sơ', 'Track a dossier')
  }</h1><form method="post" action="/tra-cuu" novalidate class="mc-stack">${csrf}${textInput({
    name: 'ma',
    label: say('Mã hồ sơ', 'Dossier code'),
    hint: say('Ví dụ H01.105-261119-0042', 'For example H01.105-261119-0042'),
    value: code,
    error: errorAt('ma'),
    code: true,
    autocomplete: 'off',
    spellcheck: false,
    locale,
  })}${textInput({
    name: 'bi-mat',
    label: say('Mã tra cứu', 'Look-up secret'),
    hint: say(
      '8 chữ và số, ghi cạnh mã hồ sơ trên giấy tiếp nhận',
      '8 letters and figures beside the code on your receipt',
    ),
    error: errorAt('bi-mat'),
    code: true,
    width: 'm',
    autocomplete: 'off',
    spellcheck: false,
    maxLength: 20,
    locale,
  })}${button({ text: say('Xem hồ sơ', 'See the dossier'), kind: 'primary' })}</form><p><a href="/thanh-toan">${say('Có mã thanh toán? Trả phí ở đây', 'Have a payment code? Pay here')}</a></p>${details(
    {
      summary: say('Không có mã tra cứu?', 'No secret at hand?'),
      content: html`<p>${say('Hồ sơ nộp bằng tài khoản của bạn thì không cần mã.', 'A dossier filed with your account needs none.')} <a href="/cua-toi">${say('Đăng nhập để xem', 'Sign in to see it')}</a>.</p><p>${say(
        'Nộp tại quầy mà mất giấy: mang giấy tờ tùy thân đến nơi đã nộp.',
        'Filed at a counter and the receipt is lost: go there with your identity card.',
      )}</p>`,
    },
  )}`;
}
