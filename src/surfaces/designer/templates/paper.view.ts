import type { ProcedureDraft } from '#capabilities/catalogue';
import type { Offer, PaperBlock, PaperDeclaration, PaperProblem, PaperTemplate } from '#capabilities/papers';
import {
  button,
  buttonGroup,
  buttonLink,
  card,
  details,
  notice,
  select,
  summaryList,
  textarea,
  textInput,
} from '#design';
import { inLocale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { draftForm } from '../core/draft-form.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { type Say, sayIn } from '../core/say.ts';
import { kindsToAdd } from './paper-edits.ts';
import { blockFields, blockNames, entriesOf, headFields, type PaperField } from './paper-fields.ts';

export interface PaperView {
  readonly draft: ProcedureDraft;
  readonly key: string;
  readonly template: PaperTemplate;
  readonly offer: Offer;
  readonly problems: readonly PaperProblem[];
  /** What was typed and could not be kept, by the path of its field. */
  readonly typed: (path: string) => string | undefined;
  /** Path of the field that is refused, and why. */
  readonly refused: { readonly path: string; readonly text: string } | undefined;
}

/** The name of a field's control; a path is unique on its page. */
export const nameOf = (path: string): string => `t.${path}`;

/** A paper as the list of its blocks: each text in a field of its own, each block moved, added and taken out by buttons. */
export function paperView(ctx: PageCtx, view: PaperView): Html {
  const { draft, key, template, offer, problems } = view;
  const say = sayIn(ctx.locale);
  const action = draftHref(draft.id, `mau/${key}`);
  return html`${
    problems.length > 0 &&
    notice({
      kind: 'warning',
      title: say('Mẫu còn lỗi, chưa công bố được', 'It has errors and cannot be published'),
      content: html`<ul>${problems.map(({ text }) => html`<li>${inLocale(text, ctx.locale)}</li>`)}</ul>`,
      locale: ctx.locale,
    })
  }<p class="mc-row">${buttonLink({ text: say('Xem thử', 'Look at it'), href: `${action}/xem`, key: 'V' })}${buttonLink({ text: say('Các mẫu', 'All templates'), href: draftHref(draft.id, 'mau') })}</p>${holes(offer, say)}${draftForm(
    ctx,
    { draft, action, unsaved: true },
    html`<button type="submit" class="mc-hidden" tabindex="-1" aria-hidden="true" name="_lam" value="luu">${say('Lưu', 'Save')}</button>${card(
      {
        title: say('Cả tờ', 'The whole'),
        content: html`${headFields(template).map((field) => control(ctx, view, field))}`,
      },
    )}${template.blocks.map((block, index) => blockCard(ctx, say, view, block, index))}${card({
      title: say('Thêm khối', 'Add a block'),
      content: html`${select({
        name: '_khoi',
        label: say('Loại khối', 'Kind'),
        emptyText: null,
        width: 'l',
        options: kindsToAdd(offer).map((kind) => ({
          value: kind,
          text: inLocale(blockNames[kind], ctx.locale),
        })),
        locale: ctx.locale,
      })}${button({ text: say('Thêm khối', 'Add the block'), name: '_lam', value: 'them', key: 'N' })}`,
    })}${buttonGroup([button({ text: say('Lưu mẫu', 'Save the template'), kind: 'primary', name: '_lam', value: 'luu', key: 'S' })])}`,
  )}`;
}

function control(ctx: PageCtx, view: PaperView, field: PaperField): Html {
  const { path, label, required, long, number } = field;
  const props = {
    name: nameOf(path),
    label: inLocale(label, ctx.locale),
    value: view.typed(path) ?? field.value,
    required,
    ...(view.refused?.path === path ? { error: view.refused.text } : {}),
    locale: ctx.locale,
  };
  return long
    ? textarea({ ...props, rows: 3 })
    : textInput({ ...props, width: number ? ('s' as const) : ('full' as const) });
}

function blockCard(ctx: PageCtx, say: Say, view: PaperView, block: PaperBlock, index: number): Html {
  const name = `${index + 1}. ${inLocale(blockNames[block.kind], ctx.locale)}`;
  const small = (value: string, text: string): Html =>
    html`<button class="mc-link-button" name="_lam"${attributes({ value, 'aria-label': `${text}: ${name}` })}>${text}</button>`;
  const groups = inEntries(blockFields(block, index));
  const entries = groups.filter(({ entry }) => entry !== undefined).length;
  return card({
    title: name,
    content: html`${groups.map(
      ({ entry, fields }) =>
        html`<div class="mc-grid">${fields.map((field) => control(ctx, view, field))}</div>${
          entry !== undefined &&
          entries > 1 &&
          html`<p>${small(`bo-dong.${index}.${entry}`, say(`Bỏ mục ${entry + 1}`, `Remove entry ${entry + 1}`))}</p>`
        }`,
    )}<p class="mc-row">${small(`len.${index}`, say('Lên', 'Up'))}${small(`xuong.${index}`, say('Xuống', 'Down'))}${small(`bo.${index}`, say('Bỏ khối', 'Remove the block'))}${
      entriesOf(block) !== undefined && small(`them-dong.${index}`, say('Thêm mục', 'Add an entry'))
    }</p>`,
  });
}

/** Neighbouring fields of one entry side by side; what belongs to the whole block stands by itself. */
function inEntries(
  fields: readonly PaperField[],
): readonly { readonly entry: number | undefined; readonly fields: readonly PaperField[] }[] {
  const groups: { entry: number | undefined; fields: PaperField[] }[] = [];
  for (const field of fields) {
    const nth = /^blocks\.\d+\.(?:items|columns|cells)\.(\d+)\./.exec(field.path)?.[1];
    const entry = nth === undefined ? undefined : Number(nth);
    const last = groups.at(-1);
    if (last && last.entry === entry) last.fields.push(field);
    else groups.push({ entry, fields: [field] });
  }
  return groups;
}

const typeNames: Readonly<Record<PaperDeclaration['type'], readonly [string, string]>> = {
  text: ['chữ', 'text'],
  number: ['số', 'number'],
  money: ['tiền', 'money'],
  date: ['ngày', 'date'],
  moment: ['giờ và ngày', 'moment'],
  lines: ['danh sách', 'list'],
  rows: ['bảng', 'table'],
};

/** What can be put on this paper, as it is to be typed. */
function holes(offer: Offer, say: Say): Html {
  const row = (name: string, { label, type, optional }: PaperDeclaration) => ({
    label: type === 'rows' || type === 'lines' ? name : `{{${name}}}`,
    value: `${label} (${say(...typeNames[type])}${optional === true ? say('; có thể trống', '; may be empty') : ''})`,
  });
  return details({
    summary: say('Những gì điền được vào mẫu', 'What can be filled in'),
    content: html`<p>${say(
      'Thêm |upper để viết hoa, |long để viết ngày bằng chữ, |short cho giờ ngắn. Chữ đậm đặt giữa hai dấu **.',
      'Add |upper for capitals, |long for dates in words, |short for short moments. Bold stands between **.',
    )}</p>${summaryList({
      rows: Object.entries(offer).flatMap(([name, declared]) => [
        row(name, declared),
        ...(declared.type === 'rows'
          ? Object.entries(declared.columns).map(([column, of]) => row(column, of))
          : []),
      ]),
    })}`,
  });
}
