import type { RegisteredResult } from '#capabilities/results';
import {
  backLink,
  button,
  checkboxes,
  errorSummary,
  notice,
  pageHeading,
  radios,
  tag,
  textarea,
  textInput,
} from '#design';
import type { Refusal } from '#kernel/outcome';
import { type Html, html } from '#platform/html';
import { resultTag } from '#surfaces/shared';
import type { Opened } from '../dossier/open.ts';
import { sentenceFor } from '../sentences.ts';
import { endSlug } from './paths.ts';

export interface Typed {
  readonly ending: string;
  readonly newer: string;
  readonly ground: string;
}

export interface EndResultView {
  readonly opened: Opened;
  readonly result: RegisteredResult;
  readonly hidden: Html;
  readonly typed: Typed;
  readonly refusal?: Refusal | undefined;
}

/** Which control a refusal speaks of. */
const controls: Readonly<Record<string, string>> = { newer: 'ban-moi', ground: 'can-cu' };
const controlOf = ({ field }: Refusal): string | undefined =>
  field === undefined ? undefined : (controls[field] ?? field);

export function endResultView(view: EndResultView): { readonly title: string; readonly main: Html } {
  const { opened, result, refusal } = view;
  const { say, locale, at } = opened;
  const name = say('Thu hồi hoặc thay kết quả', 'Revoke or replace a result');
  const error = refusal && { text: sentenceFor(refusal, locale), target: controlOf(refusal) };
  const main = html`${error && errorSummary({ errors: [error], locale })}${backLink({
    href: at.page(),
    text: say('Về hồ sơ', 'Back to the dossier'),
    locale,
  })}${pageHeading({
    title: name,
    beside: html`<span class="mc-code">${result.number}</span><span class="mc-quiet">${result.title}</span>${tag(
      resultTag(say, result.state),
    )}`,
  })}${
    result.state === 'revoked'
      ? notice({
          kind: 'info',
          title: say('Kết quả này đã thu hồi', 'This result was revoked'),
          content: result.ground ?? '',
        })
      : formOf(view, error)
  }`;
  return { title: `${refusal ? say('Lỗi: ', 'Error: ') : ''}${name} ${result.number}`, main };
}

function formOf(
  { opened, result, hidden, typed }: EndResultView,
  error: { readonly text: string; readonly target: string | undefined } | undefined,
): Html {
  const { say, locale, at } = opened;
  const errorAt = (control: string) => (error?.target === control ? error.text : undefined);
  return html`${notice({
    kind: 'danger',
    title: say('Việc này không lấy lại được', 'This cannot be taken back'),
    content: say(
      'Ai kiểm tra giấy này cũng thấy ngay, kèm căn cứ bạn ghi. Chủ hồ sơ được báo tin.',
      'Whoever checks the paper sees it at once, with your ground. The owner is told.',
    ),
  })}<form class="mc-stack" method="post" novalidate data-unsaved action="${at.below(endSlug(result.id))}">${hidden}${radios(
    {
      name: 'cach',
      label: say('Kết quả này', 'This result'),
      value: typed.ending,
      error: errorAt('cach'),
      locale,
      options: [
        { value: 'thu-hoi', text: say('bị thu hồi', 'is revoked') },
        ...(result.state === 'replaced'
          ? []
          : [
              {
                value: 'thay',
                text: say('đã có bản khác thay', 'was replaced by another'),
                then: textInput({
                  name: 'ban-moi',
                  label: say('Số của bản mới', 'Number of the newer one'),
                  hint: say('Kết quả khác do cơ quan này cấp', 'Another result of the same agency'),
                  value: typed.newer,
                  error: errorAt('ban-moi'),
                  code: true,
                  width: 'l',
                  maxLength: 60,
                  autocomplete: 'off',
                  spellcheck: false,
                  locale,
                }),
              },
            ]),
      ],
    },
  )}${textarea({
    name: 'can-cu',
    label: say('Căn cứ', 'Ground'),
    hint: say(
      'Số, ngày quyết định và lý do, từ 10 đến 500 chữ cái. Không ghi dữ liệu cá nhân.',
      'Decision, its date and the reason, 10 to 500 letters. No personal data.',
    ),
    value: typed.ground,
    error: errorAt('can-cu'),
    rows: 3,
    locale,
  })}${checkboxes({
    name: 'chac',
    label: say('Xác nhận', 'Confirmation'),
    error: errorAt('chac'),
    locale,
    options: [
      {
        value: '1',
        text: say(
          `Tôi đã đối chiếu số ${result.number} và hiểu là không lấy lại được`,
          `I have compared number ${result.number} and know that it cannot be taken back`,
        ),
      },
    ],
  })}<div class="mc-buttons">${button({
    text: say('Ghi vào sổ kết quả', 'Record it'),
    kind: 'warning',
  })}<a href="${at.page()}">${say('Không làm nữa', 'Leave it')}</a></div></form>`;
}
