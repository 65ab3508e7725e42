import type { Condition, ProcedureDefinition } from '#capabilities/forms';
import { checkboxes, dateInput, details, select, textarea, textInput } from '#design';
import { inLocale, type Locale, type LocalText } from '#kernel/text';
import { type Html, html } from '#platform/html';
import { choicesText, type Faults, type FieldSpec, type Fields, textOf } from './fields.ts';
import { type Item, plainText } from './item.ts';
import { logicText } from './logic-text.ts';
import { itemAt } from './paths.ts';
import { sayIn } from './say.ts';
import { sentenceFor } from './sentences.ts';

export interface FieldsView {
  readonly item: Item;
  readonly definition: ProcedureDefinition;
  /** What was typed before a refusal; shown instead of the item. */
  readonly typed?: Fields | undefined;
  readonly faults?: Faults | undefined;
  readonly locale: Locale;
  /** The field that takes the focus when the page opens. */
  readonly focus?: string | undefined;
}

const english: LocalText = { vi: 'tiếng Anh', en: 'English' };
const date = (text: unknown) => {
  const [year, month, day] = typeof text === 'string' ? text.split('-') : [];
  return { day, month, year };
};

/** The fields of an item, each with what it holds or what was typed. */
export const fieldsView = (specs: readonly FieldSpec[], view: FieldsView): readonly Html[] => {
  const asked = specs.filter(
    ({ kind, options }) => (kind !== 'one' && kind !== 'many') || options?.(view.definition).length !== 0,
  );
  const rare = asked.filter((spec) => spec.rare);
  const open = rare.some(({ name, path }) => itemAt(view.item, path) !== undefined || view.faults?.has(name));
  return [
    ...asked.filter((spec) => !spec.rare).map((spec) => fieldView(spec, view)),
    ...(rare.length === 0
      ? []
      : [
          details({
            summary: sayIn(view.locale)('Thiết lập ít dùng', 'Seldom needed'),
            open,
            content: html`<div class="mc-stack">${rare.map((spec) => fieldView(spec, view))}</div>`,
          }),
        ]),
  ];
};

function fieldView(spec: FieldSpec, { item, definition, typed, faults, locale, focus }: FieldsView): Html {
  const say = sayIn(locale);
  const { name, kind } = spec;
  const held = itemAt(item, spec.path);
  const shown = (text: string): string => (typed ? textOf(typed, name) : text);
  const fault = faults?.get(name);
  const common = {
    name,
    label: inLocale(spec.label, locale),
    required: spec.required ?? false,
    optionalText: '',
    locale,
    ...(spec.hint ? { hint: inLocale(spec.hint, locale) } : {}),
    ...(fault ? { error: sentenceFor(fault, locale) } : {}),
  };
  const options = (spec.options?.(definition) ?? []).map(({ value, text }) => ({
    value,
    text: inLocale(text, locale),
  }));
  switch (kind) {
    case 'text':
      return textInput({
        ...common,
        value: shown(plainText(held)),
        code: true,
        spellcheck: false,
        width: 'l',
      });
    case 'number':
      return textInput({ ...common, value: shown(plainText(held)), inputMode: 'decimal', width: 'm' });
    case 'local':
    case 'long': {
      const { vi = '', en = '' } = (held ?? {}) as Partial<LocalText>;
      const second = {
        name: `${name}-en`,
        label: `${inLocale(spec.label, locale)} (${inLocale(english, locale)})`,
        required: false,
        optionalText: '',
        locale,
        value: typed ? textOf(typed, `${name}-en`) : en,
      };
      return kind === 'local'
        ? html`${textInput({ ...common, value: shown(vi), focus: focus === name })}${textInput(second)}`
        : html`${textarea({ ...common, value: shown(vi), rows: 3 })}${textarea({ ...second, rows: 2 })}`;
    }
    case 'flag':
      return checkboxes({
        ...common,
        hint: undefined,
        options: [
          {
            value: 'yes',
            text: say('Có', 'Yes'),
            ...(spec.hint ? { hint: inLocale(spec.hint, locale) } : {}),
          },
        ],
        values: shown(held === true ? 'yes' : '') === 'yes' ? ['yes'] : [],
      });
    case 'one':
      return select({ ...common, options, value: shown(plainText(held)), width: 'l' });
    case 'many': {
      const posted = typed?.[name];
      const values = typed ? [posted ?? []].flat() : Array.isArray(held) ? held.map(String) : [];
      return checkboxes({ ...common, options, values });
    }
    case 'logic':
      return html`<div class="mc-stack" data-check="/thiet-ke/dieu-kien">${textarea({ ...common, value: shown(logicText(held as Condition | undefined)), rows: 2 })}<p class="mc-hint" data-verdict aria-live="polite"></p></div>`;
    case 'lines':
      return textarea({ ...common, value: shown((Array.isArray(held) ? held : []).join('\n')), rows: 5 });
    case 'choices':
      return textarea({ ...common, value: shown(choicesText(held)), rows: 4 });
    case 'date': {
      const parts = (name: string) => ({
        day: textOf(typed ?? {}, `${name}-day`),
        month: textOf(typed ?? {}, `${name}-month`),
        year: textOf(typed ?? {}, `${name}-year`),
      });
      return dateInput({ ...common, value: typed ? parts(name) : date(held) });
    }
  }
}
