import type { ProcedureDraft } from '#capabilities/catalogue';
import { keyOfMessage, ownMoments } from '#capabilities/messages';
import { idOfKey, kinOf, languageOfKey, type PaperShelf } from '#capabilities/papers';
import { button, details, table, tag, textInput } from '#design';
import type { Refusal } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { draftForm } from '../core/draft-form.ts';
import { textOf } from '../core/fields.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { type Say, sayIn } from '../core/say.ts';
import { sentenceFor } from '../core/sentences.ts';
import { isKeyOf, momentInWords, paperKeysOf } from './keys.ts';

/** Every paper and message of the procedure: its own, or the common one that serves in its place. */
export function templatesView(
  ctx: PageCtx,
  draft: ProcedureDraft,
  shelf: PaperShelf,
  refusal?: Refusal,
): Html {
  const say = sayIn(ctx.locale);
  const { definition, templates = {} } = draft.content;
  const known = paperKeysOf(definition);
  // What nobody asks for (of a package, or of another form once named) is listed too, so that it can be taken out.
  const idle = Object.keys(templates).filter((key) => !isKeyOf(key, definition));
  const papers = [...known, ...idle].map((key) => ({ key, title: titleOfPaper(key, draft, shelf) }));
  const messages = ownMoments.map((moment) => ({
    key: keyOfMessage(moment),
    title: inLocale(momentInWords(moment), ctx.locale),
  }));
  const rows = (entries: readonly { readonly key: string; readonly title: string }[]) =>
    entries.map(({ key, title }) => {
      const own = Object.hasOwn(templates, key);
      return [
        html`<span data-row>${own ? html`<a${attributes({ href: draftHref(draft.id, `mau/${key}`) })}>${title}</a>` : title}</span>`,
        languageOf(key, say),
        idle.includes(key)
          ? tag({ text: say('Không dùng đến', 'Not used'), tone: 'amber' })
          : own
            ? tag({ text: say('Riêng', 'Own'), tone: 'jade' })
            : languageOfKey(key) === 'en'
              ? tag({ text: say('Không có', 'None') })
              : tag({ text: say('Chung', 'Common') }),
        html`<div class="mc-row">${
          !idle.includes(key) &&
          (own || languageOfKey(key) === 'vi' || key.startsWith('message-')) &&
          html`<a${attributes({ href: draftHref(draft.id, `mau/${key}/xem`), 'aria-label': `${say('Xem', 'Look at')}: ${title}` })}>${say('Xem', 'Look')}</a>`
        }${
          own
            ? act(
                ctx,
                draft,
                key,
                'chung',
                idle.includes(key) ? say('Bỏ mẫu', 'Remove') : say('Về mẫu chung', 'Back to the common one'),
                title,
              )
            : act(ctx, draft, key, 'chep', say('Chép để sửa', 'Copy to change'), title)
        }</div>`,
      ];
    });
  const columns = [
    { text: say('Mẫu', 'Template'), long: true },
    { text: say('Ngôn ngữ', 'Language') },
    { text: say('Đang dùng', 'In use') },
    { text: say('Việc', 'Act') },
  ];
  return html`<p>${say(
    'Thủ tục dùng mẫu chung cho đến khi bạn chép một mẫu để sửa. Hồ sơ giữ mẫu của phiên bản mà nó theo.',
    'A procedure uses the common templates until you copy one to change it. A dossier keeps those of its version.',
  )}</p>${table({ id: 'mau-giay', caption: say('Giấy in ra', 'Papers'), columns, rows: rows(papers) })}${table(
    {
      id: 'mau-tin',
      caption: say('Tin nhắn và thư điện tử', 'Messages and e-mail'),
      columns,
      rows: rows(messages),
    },
  )}${formsOf(ctx, say, draft, refusal)}`;
}

/** Which form serves for which of the three acts that sectors have forms of their own for. */
export const namedForms = [
  { which: 'receipt', field: '_tiep-nhan', vi: 'Giấy tiếp nhận', en: 'Receipt' },
  { which: 'supplement', field: '_bo-sung', vi: 'Phiếu yêu cầu bổ sung', en: 'Request for papers' },
  { which: 'refusal', field: '_tu-choi', vi: 'Phiếu từ chối', en: 'Refusal' },
] as const;

const formsOf = (ctx: PageCtx, say: Say, draft: ProcedureDraft, refusal: Refusal | undefined): Html =>
  details({
    summary: say('Mẫu riêng của ngành', 'Forms of the sector'),
    open: namedForms.some(({ field }) => field === refusal?.field),
    content: draftForm(
      ctx,
      { draft, action: draftHref(draft.id, 'mau') },
      html`<p>${say(
        'Mẫu chung là 01, 02, 03; công an cư trú dùng CT04, CT05, CT06. Ngành có mẫu khác thì ghi số mẫu, rồi chép mẫu chung vào để sửa.',
        'Common are 01, 02, 03; the residence police use CT04, CT05, CT06. For another form write its number, then copy the common one into it.',
      )}</p><div class="mc-grid">${namedForms.map(({ which, field, vi, en }) =>
        textInput({
          name: field,
          label: say(vi, en),
          value: textOf(ctx.fields, field) || draft.content.definition.forms[which],
          code: true,
          width: 'm',
          required: true,
          ...(refusal?.field === field ? { error: sentenceFor(refusal, ctx.locale) } : {}),
          locale: ctx.locale,
        }),
      )}</div>${button({ text: say('Lưu số mẫu', 'Save the numbers'), name: '_lam', value: 'giay' })}`,
    ),
  });

const languageOf = (key: string, say: Say): string =>
  key.startsWith('message-')
    ? say('Việt và Anh', 'Vietnamese and English')
    : languageOfKey(key) === 'en'
      ? say('Tiếng Anh', 'English')
      : say('Tiếng Việt', 'Vietnamese');

const act = (
  ctx: PageCtx,
  draft: ProcedureDraft,
  key: string,
  what: 'chep' | 'chung',
  text: string,
  title: string,
): Html =>
  draftForm(
    ctx,
    { draft, action: draftHref(draft.id, 'mau'), hidden: { _mau: key } },
    html`<button class="mc-link-button" name="_lam"${attributes({ value: what, 'aria-label': `${text}: ${title}` })}>${text}</button>`,
  );

/** The paper by its own title, or that of the common one whose place it takes. */
export function titleOfPaper(
  key: string,
  { content: { definition, templates = {} } }: ProcedureDraft,
  shelf: PaperShelf,
): string {
  const own = templates[key];
  if (typeof own === 'object' && own !== null && 'title' in own && typeof own.title === 'string' && own.title)
    return own.title;
  const [kin] = kinOf(idOfKey(key), definition.forms);
  return shelf.find(idOfKey(key))?.title ?? (kin && shelf.find(kin)?.title) ?? key;
}
