import { button, errorSummary, textInput } from '#design';
import type { Refusal } from '#kernel/outcome';
import type { Locale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import { sentenceOf } from '../sentences.ts';
import type { Say } from '../words/say.ts';

export interface EnterProps {
  readonly say: Say;
  readonly locale: Locale;
  readonly typed: string;
  readonly refusal: Refusal | undefined;
}

/** Asked by GET: nothing changes by it, and the address of the answer can be kept. */
export function enterView({ say, locale, typed, refusal }: EnterProps): Html {
  const error = refusal && sentenceOf(refusal, locale);
  return html`${error && errorSummary({ errors: [{ text: error, target: 'ma' }], locale })}<form method="get" action="/thanh-toan" novalidate class="mc-stack">${textInput(
    {
      name: 'ma',
      label: say('Mã thanh toán của bạn là gì?', 'What is your payment code?'),
      pageHeading: true,
      hint: say(
        '12 chữ và số, ghi trên giấy, tin nhắn hoặc trang của hồ sơ. Ví dụ 7K3Q-9ZPM-2C4E',
        '12 letters and figures on your paper, message or dossier page, such as 7K3Q-9ZPM-2C4E',
      ),
      value: typed,
      error,
      code: true,
      width: 'l',
      autocomplete: 'off',
      spellcheck: false,
      maxLength: 60,
      locale,
    },
  )}${button({ text: say('Xem khoản phải nộp', 'See what is owed'), kind: 'primary' })}</form><p class="mc-quiet">${say(
    'Không cần đăng nhập: ai có mã đều trả được.',
    'No need to sign in: whoever has the code can pay.',
  )}</p>`;
}
