import type { ProcedureDraft } from '#capabilities/catalogue';
import type { CodeLists } from '#capabilities/forms';
import { button, buttonGroup, card, emptyState, keyHint, table, textInput } from '#design';
import { inLocale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { draftForm } from '../core/draft-form.ts';
import { fieldsView } from '../core/field-view.ts';
import { type Faults, type Fields, textOf } from '../core/fields.ts';
import type { Item } from '../core/item.ts';
import { logicHelp } from '../core/logic-help.view.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { sayIn } from '../core/say.ts';
import type { ListPart, Part, SheetPart } from './part.ts';
import { entriesOf, keyOf } from './part-acts.ts';

export interface PartView {
  readonly draft: ProcedureDraft;
  /** Entry that is being edited. */
  readonly chosen: string | undefined;
  readonly adding: boolean;
  /** The chosen entry was just made: its fields come next. */
  readonly fresh?: boolean;
  readonly lists: CodeLists;
  readonly typed?: Fields | undefined;
  readonly faults?: Faults | undefined;
}

export const partHref = (draft: string, part: Part, entry?: string): string =>
  `${draftHref(draft, part.slug)}${entry === undefined ? '' : `?${new URLSearchParams({ muc: entry }).toString()}`}`;

export const partView = (ctx: PageCtx, part: Part, view: PartView): Html =>
  part.kind === 'sheet' ? sheetView(ctx, part, view) : listView(ctx, part, view);

const asksLogic = ({ fields }: Part): boolean =>
  fields.some(({ kind }) => kind === 'logic' || kind === 'exemptions');

function sheetView(ctx: PageCtx, part: SheetPart, { draft, typed, faults }: PartView): Html {
  const say = sayIn(ctx.locale);
  const { definition } = draft.content;
  const fields = fieldsView(part.fields, {
    item: definition as unknown as Item,
    definition,
    typed,
    faults,
    locale: ctx.locale,
  });
  return card({
    content: draftForm(
      ctx,
      { draft, action: partHref(draft.id, part), unsaved: true },
      html`${fields}${button({ text: say('Lưu', 'Save'), kind: 'primary', name: '_lam', value: 'luu', key: 'S' })}`,
    ),
  });
}

function listView(ctx: PageCtx, part: ListPart, view: PartView): Html {
  const { locale } = ctx;
  const say = sayIn(locale);
  const { draft, chosen } = view;
  const { definition } = draft.content;
  const entries = entriesOf(part, definition);
  const action = partHref(draft.id, part);
  const at = entries.findIndex((entry, index) => keyOf(part, entry, index) === chosen);
  const rows = entries.map((entry, index) =>
    part.columns.map(({ text }, column) => {
      const words = inLocale(text(entry, definition), locale);
      if (column > 0) return words;
      const link = attributes({
        href: partHref(draft.id, part, keyOf(part, entry, index)),
        'aria-current': index === at && 'true',
      });
      return html`<div data-row><a${link}>${words || say('(chưa có tên)', '(no name)')}</a></div>`;
    }),
  );
  const list =
    entries.length === 0
      ? emptyState({ title: say('Chưa có mục nào', 'Nothing yet') })
      : table({
          id: 'muc-luc',
          caption: inLocale(part.title, locale),
          captionHidden: true,
          rowHeaders: true,
          columns: part.columns.map(({ title }) => ({ text: inLocale(title, locale) })),
          rows,
        });
  const add = draftForm(
    ctx,
    { draft, action },
    html`${textInput({
      name: '_moi',
      label: inLocale(part.ask, locale),
      value: textOf((view.adding ? view.typed : undefined) ?? {}, '_moi'),
      key: 'N',
      hint: keyHint({ keys: 'N' }),
      required: true,
      focus: view.adding && !view.typed,
    })}${button({ text: inLocale(part.add, locale), name: '_lam', value: 'them' })}`,
  );
  const entry = entries[at];
  return html`${
    view.fresh && html`<span hidden${attributes({ 'data-focus-on': part.fields[0]?.name })}></span>`
  }${list}${entry && editor(ctx, part, view, entry)}${card({ content: add })}${
    entry && asksLogic(part) && logicHelp(ctx, definition)
  }`;
}

function editor(ctx: PageCtx, part: ListPart, view: PartView, entry: Item): Html {
  const say = sayIn(ctx.locale);
  const { draft, chosen, adding, typed, faults, lists } = view;
  const action = partHref(draft.id, part);
  const { definition } = draft.content;
  const fields = fieldsView(part.fields, {
    item: entry,
    definition,
    ...(adding ? {} : { typed, faults }),
    locale: ctx.locale,
    key: 'E',
    logic: { draft: draft.id, lists },
  });
  const tools = buttonGroup([
    button({ text: say('Lên', 'Up'), name: '_lam', value: 'len', key: 'U' }),
    button({ text: say('Xuống', 'Down'), name: '_lam', value: 'xuong', key: 'D' }),
    button({ text: say('Nhân bản', 'Copy'), name: '_lam', value: 'nhan-ban', key: 'C' }),
    button({ text: say('Bỏ', 'Remove'), name: '_lam', value: 'bo', key: 'B' }),
  ]);
  const save = button({
    text: say('Lưu mục này', 'Save this entry'),
    kind: 'primary',
    name: '_lam',
    value: 'luu',
    key: 'S',
  });
  return card({
    title: say('Mục đang chọn', 'The chosen entry'),
    content: html`${draftForm(ctx, { draft, action, hidden: { _muc: chosen } }, tools)}${draftForm(
      ctx,
      { draft, action, hidden: { _muc: chosen }, unsaved: true },
      html`${fields}${save}`,
    )}`,
  });
}
