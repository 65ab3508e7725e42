import type { ProcedureDraft } from '#capabilities/catalogue';
import { isDecisionId, outputsOf } from '#capabilities/forms';
import { dmnProblemText, type TableText } from '#capabilities/rules';
import { button, card, details, notice, textarea, textInput } from '#design';
import { inLocale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { draftForm } from '../core/draft-form.ts';
import { fileForm } from '../core/file-form.view.ts';
import { nameInWords } from '../core/logic-words.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import type { Say } from '../core/say.ts';
import { type DecisionsView, slug } from './props.ts';
import { columnsView, newTableView, rowsView, settingsView } from './table.view.ts';
import { type Trial, valueName } from './trial.ts';
import { decisionNames } from './words.ts';

/** Columns that are understood, for the one who names them. */
export const outputHint =
  (say: Say) =>
  (id: string): string =>
    isDecisionId(id)
      ? say(
          `Được hiểu: ${outputsOf[id].map(({ name }) => name).join(', ')}.`,
          `Understood: ${outputsOf[id].map(({ name }) => name).join(', ')}.`,
        )
      : say('Tên mà bảng khác dùng.', 'The name that other tables use.');

export function decisionsView(view: DecisionsView): Html {
  const { say, table } = view;
  return html`<p>${say(
    'Bảng quyết định nói mức phí, thẩm quyền, điều kiện, giấy tờ, thời hạn theo câu trả lời của người nộp.',
    'Decision tables say fees, competence, eligibility, papers and times by what the person answers.',
  )}</p>${tableList(view)}${table && saidView(view)}${
    table
      ? [
          rowsView(view, table),
          trialView(view, table),
          settingsView(view, table),
          columnsView(view, table),
          questionList(view),
        ]
      : notice({
          kind: 'info',
          content: say(
            'Chưa có bảng nào: phí, giấy tờ, thời hạn đang theo các danh mục của thủ tục.',
            'There is no table yet: fees, papers and times follow the lists of the procedure.',
          ),
          locale: view.ctx.locale,
        })
  }${!table && saidView(view)}${view.editable && newTableView(view)}${fileView(view)}`;
}

/** Tables to choose from, where there are several. */
function tableList({ ctx, say, draft, file, table }: DecisionsView): Html | undefined {
  const { tables } = file.look;
  if (tables.length < 2) return undefined;
  return html`<nav${attributes({ 'aria-label': say('Các bảng', 'Tables') })}><ul class="mc-row mc-plain">${tables.map(
    ({ id, decision }) =>
      html`<li><a${attributes({
        href: `${draftHref(draft.id, slug)}?bang=${encodeURIComponent(id)}`,
        'aria-current': id === table?.id ? 'true' : undefined,
      })}>${isDecisionId(id) ? inLocale(decisionNames[id], ctx.locale) : decision}</a></li>`,
  )}</ul></nav>`;
}

/** Upload, download, the text itself, and the way to the drawing. */
function fileView({ ctx, say, draft, file, editable }: DecisionsView): Html {
  const { decisions } = draft.content;
  const href = draftHref(draft.id, slug);
  return card({
    title: say('Tệp DMN', 'DMN file'),
    content: [
      decisions !== undefined &&
        html`<p><a${attributes({ href: `${href}/tep` })}>${say('Tải tệp DMN về', 'Download the DMN file')}</a></p>`,
      decisions !== undefined &&
        html`<p><a${attributes({ href: `${href}/ve` })}>${say('Mở trình soạn bảng dmn-js', 'Open the dmn-js editor')}</a></p>`,
      editable &&
        fileForm(ctx, draft, {
          action: `${href}/tep`,
          label: say('Đưa tệp DMN lên', 'Upload a DMN file'),
          rule: say(
            'Tệp .dmn, nhiều nhất 1 MB. Thay mọi bảng đang có.',
            'A .dmn file of at most 1 MB. It replaces all tables.',
          ),
          accept: '.dmn,.xml',
        }),
      file.refusal !== undefined &&
        details({
          summary: say('Văn bản của tệp', 'Text of the file'),
          open: true,
          content: textView(ctx, say, draft, editable),
        }),
    ],
  });
}

/** The text of the file in a form; the drawing writes into it. */
export const textView = (ctx: PageCtx, say: Say, draft: ProcedureDraft, editable: boolean): Html =>
  draftForm(ctx, { draft, action: draftHref(draft.id, slug), hidden: { _lam: 'van-ban' }, unsaved: true }, [
    textarea({
      name: 'dmn',
      label: say('Văn bản DMN (XML)', 'DMN text (XML)'),
      value: draft.content.decisions ?? '',
      rows: 14,
      locale: ctx.locale,
    }),
    editable && button({ text: say('Lưu tệp DMN', 'Save the DMN file'), kind: 'primary', key: 'L' }),
  ]);

/** Ids of questions, offered where an expression is typed. */
const questionList = ({ draft }: DecisionsView): Html => {
  const { form } = draft.content.definition;
  return html`<datalist id="ma-cau-hoi">${form.pages.flatMap((page) =>
    page.questions.map(
      (question) => html`<option${attributes({ value: question.id })}>${question.label.vi}</option>`,
    ),
  )}</datalist>`;
};

/** What keeps the tables from being published, and what only looks wrong. */
function saidView({ ctx, say, file, table }: DecisionsView): Html | undefined {
  const { locale } = ctx;
  const lines = [
    ...(file.refusal ? [inLocale(dmnProblemText(file.refusal), locale)] : []),
    ...file.said
      .filter((each) => each.table === '' || each.table === table?.id)
      .map((each) => inLocale(each.text, locale)),
  ];
  const bad = file.refusal !== undefined || file.said.some(({ level }) => level === 'error');
  if (lines.length === 0)
    return table
      ? html`<p class="mc-quiet">${say('Không có chỗ hở, chỗ chồng hay ô sai.', 'No gaps, overlaps or faulty cells.')}</p>`
      : undefined;
  return notice({
    kind: bad ? 'warning' : 'info',
    title: bad
      ? say('Cần sửa trước khi công bố', 'To be mended before publishing')
      : say('Nên xem lại', 'Worth a second look'),
    content: html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`,
    locale,
  });
}

/** Values to try, and which rows they hit. */
function trialView({ ctx, say, draft, trial }: DecisionsView, table: TableText): Html {
  const { locale } = ctx;
  return card({
    title: say('Thử bảng', 'Try it'),
    id: 'thu-bang',
    content: html`<form class="mc-stack"${attributes({ action: `${draftHref(draft.id, slug)}#thu-bang` })}><input type="hidden" name="bang"${attributes({ value: table.id })}><input type="hidden" name="thu" value="1">${trial.names.map(
      (name) =>
        textInput({
          name: valueName(name),
          label: nameInWords(name, draft.content.definition, locale),
          hint: html`<code>${name}</code>`,
          value: trial.typed[name],
          required: false,
          optionalText: '',
          code: true,
          locale,
        }),
    )}${textInput({
      name: 'feel',
      label: say('Hoặc thử một biểu thức FEEL', 'Or try a FEEL expression'),
      value: trial.expression,
      required: false,
      optionalText: '',
      code: true,
      locale,
    })}${button({ text: say('Thử với các giá trị này', 'Try these values') })}</form>${outcomeView(say, locale, trial)}`,
  });
}

function outcomeView(say: Say, locale: PageCtx['locale'], { decided, evaluated }: Trial): Html {
  const hits = decided?.ok
    ? decided.value.hits.map(({ table, rows }) =>
        rows.length === 0
          ? say(`${table}: không dòng nào đúng`, `${table}: no row holds`)
          : say(`${table}: dòng ${rows.join(', ')}`, `${table}: row ${rows.join(', ')}`),
      )
    : [];
  return html`${
    decided &&
    (decided.ok
      ? html`<p role="status">${say('Kết quả', 'Result')}: <code>${JSON.stringify(decided.value.value)}</code></p><ul>${hits.map((line) => html`<li>${line}</li>`)}</ul>`
      : html`<p role="status">${inLocale(dmnProblemText(decided.refusal), locale)}</p>`)
  }${
    evaluated &&
    html`<p role="status">${say('Biểu thức', 'Expression')}: ${
      evaluated.ok
        ? html`<code>${JSON.stringify(evaluated.value)}</code>`
        : inLocale(dmnProblemText(evaluated.refusal), locale)
    }</p>`
  }`;
}
