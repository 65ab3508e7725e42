import type { CodeLists } from '#capabilities/forms';
import { button, card, details, select } from '#design';
import { inLocale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { fieldsView } from '../core/field-view.ts';
import { forLists } from '../core/for-place.ts';
import type { Item } from '../core/item.ts';
import { logicHelp } from '../core/logic-help.view.ts';
import { addressOf } from '../core/place.ts';
import { sayIn } from '../core/say.ts';
import { holdsQuestions } from '../core/type-names.ts';
import { findingsView } from './findings.view.ts';
import type { FindingsHere } from './findings-here.ts';
import type { Chosen, FormTrying } from './form-props.ts';
import { pageFields, questionFields } from './question-fields.ts';
import { type FormScope, scopeForm } from './scope.ts';

export interface EditorView {
  readonly chosen: Chosen;
  readonly trying: FormTrying;
  readonly findings: FindingsHere;
  readonly lists: CodeLists;
}

/** The fields of the chosen question or page, what lint says of it, the way it goes elsewhere, and what conditions may name. */
export function editorView(
  ctx: PageCtx,
  scope: FormScope,
  { chosen, trying, findings, lists }: EditorView,
): Html | false {
  const say = sayIn(ctx.locale);
  const { page, place, address } = chosen;
  if (!page) return false;
  const hidden: Readonly<Record<string, string>> =
    place && address !== undefined ? { _cau: address } : { _trang: page.id };
  const fields = fieldsView(place ? forLists(questionFields(place.question.type), lists) : pageFields, {
    item: (place?.question ?? page) as unknown as Item,
    definition: scope.definition,
    typed: trying.typed,
    faults: trying.faults,
    locale: ctx.locale,
    key: 'E',
    logic: { draft: scope.draft.id, block: scope.block, before: address, lists },
  });
  const save = scopeForm(
    ctx,
    scope,
    { hidden, unsaved: true },
    html`${fields}${button({
      text: place ? say('Lưu câu hỏi', 'Save the question') : say('Lưu trang', 'Save the page'),
      kind: 'primary',
      name: '_lam',
      value: place ? 'luu' : 'luu-trang',
      key: 'S',
    })}<p class="mc-hint">${say('Đang gõ thì bấm Ctrl + Enter để lưu.', 'While typing, Ctrl + Enter saves.')}</p>`,
  );
  return html`${card({
    title: place
      ? say('Câu hỏi đang chọn', 'The chosen question')
      : say('Trang đang chọn', 'The chosen page'),
    content: html`${findingsView(ctx, scope, { findings: findings.at(address ?? page.id), hidden })}${save}`,
  })}${place && address !== undefined && elsewhere(ctx, scope, chosen, address)}${logicHelp(ctx, scope.definition, address)}`;
}

/** Any place of the form, so that nothing needs dragging. */
function elsewhere(ctx: PageCtx, scope: FormScope, { place }: Chosen, address: string): Html {
  const say = sayIn(ctx.locale);
  const { pages } = scope.definition.form;
  const options = pages.flatMap((page) => {
    const title = inLocale(page.title, ctx.locale);
    const after = (to: string, label: string, inside = '') => ({
      value: `sau:${to}`,
      text: say(`${title}${inside} › sau «${label}»`, `${title}${inside} › after “${label}”`),
    });
    const [first] = page.questions;
    return [
      first
        ? { value: `truoc:${first.id}`, text: say(`${title} › đầu trang`, `${title} › first`) }
        : { value: `trang:${page.id}`, text: title },
      ...page.questions.flatMap((question) => {
        const label = inLocale(question.label, ctx.locale);
        return [
          after(question.id, label),
          ...(holdsQuestions(question.type)
            ? [
                {
                  value: `nhom:${question.id}`,
                  text: say(`${title} › trong «${label}», cuối nhóm`, `${title} › in “${label}”, last`),
                },
                ...(question.items ?? []).map((item) =>
                  after(addressOf(item.id, question.id), inLocale(item.label, ctx.locale), ` › «${label}»`),
                ),
              ]
            : []),
        ];
      }),
    ];
  });
  const form = scopeForm(
    ctx,
    scope,
    { hidden: { _cau: address } },
    html`${select({
      name: '_toi',
      label: say('Chuyển tới', 'Move to'),
      required: true,
      options: options.filter(
        ({ value }) => !value.endsWith(`:${address}`) && value !== `nhom:${place?.question.id}`,
      ),
    })}${button({ text: say('Chuyển câu hỏi', 'Move the question'), name: '_lam', value: 'chuyen' })}`,
  );
  return details({ summary: say('Chuyển tới chỗ khác', 'Move elsewhere'), content: form });
}
