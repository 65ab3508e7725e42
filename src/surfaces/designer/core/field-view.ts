import type { CodeLists, Condition, ProcedureDefinition } from '#capabilities/forms';
import { checkboxes, dateInput, details, select, textarea, textInput } from '#design';
import { inLocale, type Locale, type LocalText } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import { type Faults, type FieldSpec, type Fields, textOf } from './fields.ts';
import { type Item, plainText } from './item.ts';
import { choicesText, exemptionsText, localsText, tiersText } from './lines.ts';
import { sayOfFormula, sayOfLogic } from './logic-check.ts';
import { logicText } from './logic-text.ts';
import { itemAt } from './paths.ts';
import type { Address } from './place.ts';
import { sayIn } from './say.ts';
import { sentenceFor } from './sentences.ts';

export interface FieldsView {
  readonly item: Item;
  readonly definition: ProcedureDefinition;
  /** What was typed before a refusal; shown instead of the item. */
  readonly typed?: Fields | undefined;
  readonly faults?: Faults | undefined;
  readonly locale: Locale;
  /** Leads to the first field. */
  readonly key?: string | undefined;
  /** Where conditions stand, so that they are read in words and judged while they are typed. */
  readonly logic?: LogicPlace | undefined;
}

export interface LogicPlace {
  readonly draft: string;
  readonly block?: string | undefined;
  /** The question whose condition it is. */
  readonly before?: Address | undefined;
  readonly lists: CodeLists;
}

const english: LocalText = { vi: 'tiếng Anh', en: 'English' };
const date = (text: unknown) => {
  const [year, month, day] = typeof text === 'string' ? text.split('-') : [];
  return { day, month, year };
};

/** The fields of an item, each with what it holds or what was typed. */
export const fieldsView = (specs: readonly FieldSpec[], view: FieldsView): readonly Html[] => {
  const asked = specs.filter(
    ({ kind, options, required }) =>
      required || (kind !== 'one' && kind !== 'many') || options?.(view.definition).length !== 0,
  );
  const rare = asked.filter((spec) => spec.rare);
  const open = rare.some(({ name, path }) => itemAt(view.item, path) !== undefined || view.faults?.has(name));
  return [
    ...asked
      .filter((spec) => !spec.rare)
      .map((spec, index) => fieldView(spec, index === 0 ? view : { ...view, key: undefined })),
    ...(rare.length === 0
      ? []
      : [
          details({
            summary: sayIn(view.locale)('Thiết lập ít dùng', 'Seldom needed'),
            open,
            content: html`<div class="mc-stack">${rare.map((spec) => fieldView(spec, { ...view, key: undefined }))}</div>`,
          }),
        ]),
  ];
};

function fieldView(spec: FieldSpec, view: FieldsView): Html {
  const { item, definition, typed, faults, locale, key } = view;
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
        ? html`${textInput({ ...common, value: shown(vi), key })}${textInput(second)}`
        : html`${textarea({ ...common, value: shown(vi), rows: 3 })}${textarea({ ...second, rows: 2 })}`;
    }
    case 'flag':
    case 'yes-no':
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
        values: shown(held === (spec.ticked ?? true) ? 'yes' : '') === 'yes' ? ['yes'] : [],
      });
    case 'one':
      return select({ ...common, options, value: shown(plainText(held)), width: 'l' });
    case 'many': {
      const posted = typed?.[name];
      const values = typed ? [posted ?? []].flat() : Array.isArray(held) ? held.map(String) : [];
      return html`<div class="mc-many">${checkboxes({ ...common, options, values })}</div>`;
    }
    case 'logic':
      return judged(
        spec,
        view,
        textarea({ ...common, value: shown(logicText(held as Condition | undefined)), rows: 2 }),
        shown(logicText(held as Condition | undefined)),
      );
    case 'feel':
      return judged(
        spec,
        view,
        textInput({ ...common, value: shown(plainText(held)), code: true, spellcheck: false }),
        shown(plainText(held)),
      );
    case 'lines':
      return lined(common, shown((Array.isArray(held) ? held : []).join('\n')), 5);
    case 'choices':
      return lined(common, shown(choicesText(held)), 4);
    case 'locals':
      return lined(common, shown(localsText(held)), 4);
    case 'exemptions':
      return lined(common, shown(exemptionsText(held)), 3);
    case 'tiers':
      return lined(common, shown(tiersText(held)), 2);
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

const mostRows = 16;

/** Lines, each of which is an entry: as high as they are many. */
const lined = (common: Parameters<typeof textarea>[0], value: string, least: number): Html =>
  textarea({ ...common, value, rows: Math.min(mostRows, Math.max(least, value.split('\n').length + 1)) });

/** A condition or formula with what it means beneath it; the same is said while it is typed. */
function judged({ kind, name }: FieldSpec, view: FieldsView, field: Html, text: string): Html {
  const { logic, definition, locale, faults } = view;
  if (!logic) return field;
  const query = new URLSearchParams({
    loai: kind,
    ban: logic.draft,
    ...(logic.block === undefined ? {} : { khoi: logic.block }),
    ...(logic.before === undefined ? {} : { cau: logic.before }),
  });
  const asked = { definition, before: logic.before, lists: logic.lists, locale };
  const verdict = (kind === 'feel' ? sayOfFormula : sayOfLogic)(text, asked).text;
  const given = attributes({ 'data-check': `/thiet-ke/dieu-kien?${query.toString()}`, 'data-logic': true });
  return html`<div class="mc-stack"${given}>${field}<p class="mc-hint" data-verdict aria-live="polite">${!faults?.has(name) && verdict}</p></div>`;
}
