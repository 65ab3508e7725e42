import { button, fieldset, notice } from '#design';
import { inLocale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import { sayIn } from '../../words/say.ts';
import type { QuestionProps } from './question-props.ts';

/** Value of the button `_viec` that keeps the page and leads to the upload page of this paper. */
export const paperAsked = (document: string): string => `giay-to:${document}`;

/** A paper inside a page: whether its file is there, and the way to the one page that takes files. */
export function paperView({ question, name, reading, faults, locale }: QuestionProps): Html {
  const say = sayIn(locale);
  const { document = '', label, hint, type } = question;
  const files = reading.files?.[document] ?? [];
  const photo = type === 'photo';
  return fieldset(
    {
      name,
      label: inLocale(label, locale),
      ...(hint ? { hint: inLocale(hint, locale) } : {}),
      ...(faults.has(name) ? { error: faults.get(name) } : {}),
      locale,
    },
    ({ id }) =>
      html`<p>${
        files.length === 0
          ? say('Chưa có tệp.', 'No file yet.')
          : say(`Đã có ${files.length} tệp.`, `${files.length} file(s) handed in.`)
      }</p><input type="hidden" name="${name}" value="${files.at(-1) ?? ''}">${button({
        id,
        text:
          files.length > 0
            ? say('Xem hoặc đổi tệp', 'See or change the file')
            : photo
              ? say('Chụp hoặc tải ảnh lên', 'Take or upload a photo')
              : say('Tải tệp lên', 'Upload a file'),
        name: '_viec',
        value: paperAsked(document),
      })}`,
  );
}

/** Who will have to sign; signing itself comes with the whole dossier. */
export function signatureView({ question, answers, locale }: QuestionProps): Html {
  const say = sayIn(locale);
  const signer = question.signer === undefined ? undefined : answers[question.signer];
  return notice({
    kind: 'inset',
    title: inLocale(question.label, locale),
    content: html`${question.hint && html`<p>${inLocale(question.hint, locale)}</p>`}<p>${say('Người ký', 'To be signed by')}: ${
      typeof signer === 'string' ? signer : say('bạn', 'you')
    }.</p>`,
    locale,
  });
}
