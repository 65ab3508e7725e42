import type { DossierState } from '#capabilities/dossiers';
import { button, errorSummary, fileUpload, notice, textarea } from '#design';
import type { Refusal } from '#kernel/outcome';
import type { Locale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import { sentenceOf } from '../sentences.ts';
import type { Say } from '../words/say.ts';
import { dayIn } from '../words/times.ts';

export const paperField = (index: number): string => `giay-${index}`;
/** A photo of a paper stays readable at this size, and goes through a slow line (ACCEPTANCE §3). */
export const photoBytes = 400_000;

export interface SupplementProps {
  readonly say: Say;
  readonly locale: Locale;
  readonly action: string;
  readonly supplement: NonNullable<DossierState['supplement']>;
  readonly rule: string;
  readonly maxBytes: number;
  readonly note: string;
  readonly refusals: readonly Refusal[];
}

export function supplementView(props: SupplementProps): Html {
  const { say, locale, supplement, refusals } = props;
  const errors = refusals.map((refusal) => ({
    text: sentenceOf(refusal, locale),
    target: refusal.field ?? 'note',
  }));
  const errorAt = (field: string) => errors.find((error) => error.target === field)?.text;
  const [only] = supplement.papers;
  const until = dayIn(locale, supplement.until);
  return html`${errors.length > 0 && errorSummary({ errors, locale })}<h1>${
    supplement.papers.length === 1 && only
      ? say(`Bổ sung: ${only.title}`, `Add: ${only.title}`)
      : say(`Bổ sung ${supplement.papers.length} giấy tờ`, `Add ${supplement.papers.length} papers`)
  }</h1>${notice({
    kind: 'warning',
    title: say(`Gửi trước hết ${until}`, `Send them by the end of ${until}`),
    content: html`<p>${supplement.reason}</p><p>${say('Thời gian chờ bạn bổ sung không tính vào thời hạn.', 'The time waiting for you does not count.')}</p>`,
    locale,
  })}${
    errors.length > 0 &&
    html`<p>${say('Vì an toàn, trình duyệt không giữ tệp đã chọn: hãy chọn lại mọi tệp.', 'For your safety browsers keep no chosen file: choose all files again.')}</p>`
  }<form method="post" enctype="multipart/form-data" action="${props.action}" novalidate class="mc-stack">${supplement.papers.map(
    (paper, index) =>
      fileUpload({
        name: paperField(index),
        label: paper.title,
        hint: paper.reason,
        error: errorAt(paperField(index)),
        rule: props.rule,
        accept: 'image/*,application/pdf',
        multiple: true,
        maxBytes: props.maxBytes,
        tooBigText: sentenceOf({ code: 'file.too-large' }, locale),
        shrinkTo: photoBytes,
        locale,
      }),
  )}${textarea({
    name: 'note',
    label: say('Lời nhắn hoặc lý do chưa có giấy tờ', 'A remark, or why a paper is missing'),
    required: false,
    value: props.note,
    error: errorAt('note'),
    maxLength: 4000,
    locale,
  })}${button({ text: say('Gửi phần bổ sung', 'Send the papers'), kind: 'primary' })}</form>`;
}
