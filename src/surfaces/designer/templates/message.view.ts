import type { ProcedureDraft } from '#capabilities/catalogue';
import { type MessageProblem, type Moment, wordsOf } from '#capabilities/messages';
import { button, buttonGroup, buttonLink, notice, textarea, textInput } from '#design';
import { inLocale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { draftForm } from '../core/draft-form.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { sayIn } from '../core/say.ts';

/** The four texts of a message, by where they stand in its template. */
export const messageFields = ['title.vi', 'title.en', 'body.vi', 'body.en'] as const;
export type MessageField = (typeof messageFields)[number];

export interface MessageView {
  readonly draft: ProcedureDraft;
  readonly key: string;
  readonly moment: Moment;
  readonly texts: Readonly<Record<MessageField, string>>;
  readonly problems: readonly MessageProblem[];
}

/** What the person hears at one moment: subject and text, in both languages. */
export function messageView(ctx: PageCtx, { draft, key, moment, texts, problems }: MessageView): Html {
  const say = sayIn(ctx.locale);
  const action = draftHref(draft.id, `mau/${key}`);
  const labels: Readonly<Record<MessageField, string>> = {
    'title.vi': say('Tiêu đề tiếng Việt', 'Subject in Vietnamese'),
    'title.en': say('Tiêu đề tiếng Anh', 'Subject in English'),
    'body.vi': say('Nội dung tiếng Việt', 'Text in Vietnamese'),
    'body.en': say('Nội dung tiếng Anh', 'Text in English'),
  };
  const control = (field: MessageField): Html => {
    const error = problems.find(({ at }) => at === field);
    const props = {
      name: field,
      label: labels[field],
      value: texts[field],
      required: true,
      ...(error ? { error: inLocale(error.text, ctx.locale) } : {}),
      locale: ctx.locale,
    };
    return field.startsWith('title')
      ? textInput({ ...props, width: 'full', hint: say('Chỉ dùng được {code}.', 'Only {code} can be used.') })
      : textarea({ ...props, rows: 6 });
  };
  const whole = problems.filter(({ at }) => at === '');
  return html`${whole.map(({ text }) => notice({ kind: 'warning', title: inLocale(text, ctx.locale) }))}<p class="mc-row">${buttonLink({ text: say('Xem thử', 'Look at it'), href: `${action}/xem`, key: 'V' })}${buttonLink({ text: say('Các mẫu', 'All templates'), href: draftHref(draft.id, 'mau') })}</p><p>${say('Trong nội dung dùng được:', 'In the text can be used:')} ${wordsOf(
    moment,
  ).map((word) => html`<code>{${word}}</code> `)}</p><p class="mc-quiet">${say(
    'Dòng nào chỉ có chỗ điền trống thì được bỏ. Cùng một lời gửi vào hộp thư và thư điện tử.',
    'A line whose only words are empty is left out. The same words go into the inbox and by e-mail.',
  )}</p>${draftForm(
    ctx,
    { draft, action, unsaved: true },
    html`${messageFields.map(control)}${buttonGroup([button({ text: say('Lưu mẫu', 'Save the template'), kind: 'primary', name: '_lam', value: 'luu', key: 'S' })])}`,
  )}`;
}
