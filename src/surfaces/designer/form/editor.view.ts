import type { ProcedureDraft } from '#capabilities/catalogue';
import { button, card, details, select } from '#design';
import { inLocale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { fieldsView } from '../core/field-view.ts';
import { draftForm } from '../core/frame.ts';
import type { Item } from '../core/item.ts';
import { allQuestions } from '../core/references.ts';
import { sayIn } from '../core/say.ts';
import { holdsQuestions } from '../core/type-names.ts';
import type { Chosen, FormTrying } from './form-props.ts';
import { formHref } from './outline.view.ts';
import { pageFields, questionFields } from './question-fields.ts';

/** The fields of the chosen question or page, the way it goes elsewhere, and what conditions may name. */
export function editorView(
  ctx: PageCtx,
  {
    draft,
    chosen,
    trying,
  }: { readonly draft: ProcedureDraft; readonly chosen: Chosen; readonly trying: FormTrying },
): Html | false {
  const say = sayIn(ctx.locale);
  const { page, place, address } = chosen;
  if (!page) return false;
  const { definition } = draft.content;
  const specs = place ? questionFields(place.question.type) : pageFields;
  const fields = fieldsView(specs, {
    item: (place?.question ?? page) as unknown as Item,
    definition,
    typed: trying.typed,
    faults: trying.faults,
    locale: ctx.locale,
  });
  const save = draftForm(
    ctx,
    {
      draft,
      action: formHref(draft.id),
      hidden: place ? { _cau: address } : { _trang: page.id },
      unsaved: true,
    },
    html`${fields}${button({
      text: place ? say('Lưu câu hỏi', 'Save the question') : say('Lưu trang', 'Save the page'),
      kind: 'primary',
      name: '_lam',
      value: place ? 'luu' : 'luu-trang',
      key: 'S',
    })}`,
  );
  return html`${card({
    title: place
      ? say('Câu hỏi đang chọn', 'The chosen question')
      : say('Trang đang chọn', 'The chosen page'),
    content: save,
  })}${place && address !== undefined && elsewhere(ctx, draft, chosen, address)}${logicHelp(ctx, draft)}`;
}

function elsewhere(ctx: PageCtx, draft: ProcedureDraft, { place, page }: Chosen, address: string): Html {
  const say = sayIn(ctx.locale);
  const { pages } = draft.content.definition.form;
  const groups = allQuestions(pages).filter(
    ({ type, id }) => holdsQuestions(type) && id !== place?.question.id && id !== place?.group?.id,
  );
  const form = draftForm(
    ctx,
    { draft, action: formHref(draft.id), hidden: { _cau: address } },
    html`${select({
      name: '_toi',
      label: say('Chuyển tới', 'Move to'),
      required: true,
      options: [
        ...pages
          .filter((each) => each !== page || place?.group)
          .map(({ id, title }) => ({ value: `trang:${id}`, text: inLocale(title, ctx.locale) })),
        ...groups.map(({ id, label }) => ({
          value: `nhom:${id}`,
          text: say(`Trong nhóm «${label.vi}»`, `Inside “${label.en ?? label.vi}”`),
        })),
      ],
    })}${button({ text: say('Chuyển câu hỏi', 'Move the question'), name: '_lam', value: 'chuyen' })}`,
  );
  return details({
    summary: say('Chuyển sang trang hoặc nhóm khác', 'Move to another page or group'),
    content: form,
  });
}

/** Ids and values that a condition can name, beside the words of the language. */
function logicHelp(ctx: PageCtx, draft: ProcedureDraft): Html {
  const say = sayIn(ctx.locale);
  const questions = allQuestions(draft.content.definition.form.pages).filter(
    ({ type }) => type !== 'explanation',
  );
  return details({
    summary: say('Cách ghi điều kiện, và mã của các câu hỏi', 'How to write conditions; ids of questions'),
    content: html`<p>${say(
      'So sánh bằng =, !=, <, <=, >, >=, in (…). Nối bằng and, or, not(…). Chữ đặt trong ngoặc kép.',
      'Compare with =, !=, <, <=, >, >=, in (…). Join with and, or, not(…). Text stands in quotes.',
    )}</p><ul><li><code>coCha = true</code></li><li><code>soBan &gt;= 2</code></li><li><code>email != null</code> ${say('(đã trả lời)', '(answered)')}</li><li><code>age on(ngaySinh, fact.today) &lt; 18</code></li><li><code>fact.channel = "online"</code></li></ul><dl class="mc-facts">${questions.map(
      ({ id, label, options = [] }) =>
        html`<div><dt>${inLocale(label, ctx.locale)}</dt><dd><code>${id}</code>${options.length > 0 && html`: ${options.map(({ value }) => `"${value}"`).join(', ')}`}</dd></div>`,
    )}</dl>`,
  });
}
