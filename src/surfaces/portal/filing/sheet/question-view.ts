import { type CodeLists, type PostedFields, type Question, type QuestionType } from '#capabilities/forms';
import {
  addressInput,
  checkboxes,
  type DatePart,
  dateInput,
  notice,
  radios,
  select,
  textarea,
  textInput,
} from '#design';
import { inLocale, type Locale } from '#kernel/text';
import type { Html } from '#platform/html';
import { sayIn } from '../../words/say.ts';
import { calculatedView } from './calculated-view.ts';
import { groupView } from './group-view.ts';
import { longList, optionsOf } from './options.ts';
import { paperView, signatureView } from './paper-view.ts';
import type { QuestionProps } from './question-props.ts';
import { oldAddressView, searchChoiceView } from './search-view.ts';
import { tableView } from './table-view.ts';

export const textIn = (fields: PostedFields, name: string): string | undefined => {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' ? value : value?.at(-1);
};
const textsIn = (fields: PostedFields, name: string): readonly string[] => {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' ? [value] : (value ?? []);
};

/** What every component takes. */
export function common({ question, name, faults, locale }: QuestionProps) {
  return {
    name,
    label: inLocale(question.label, locale),
    ...(question.hint ? { hint: inLocale(question.hint, locale) } : {}),
    ...(faults.has(name) ? { error: faults.get(name) } : {}),
    required: question.required === true,
    locale,
  };
}

/** WCAG 1.3.5: only where the form asks about the one who fills it in. */
const autocompletes: Readonly<Record<string, string>> = {
  'person.name': 'name',
  'person.phone': 'tel',
  'person.email': 'email',
};
const autocompleteOf = ({ prefill, prefillIf }: Question): string | undefined =>
  prefill === undefined || prefillIf !== undefined ? undefined : autocompletes[prefill];

type View = (props: QuestionProps) => Html;

const line =
  (extra: Partial<Parameters<typeof textInput>[0]>): View =>
  (props) =>
    textInput({
      ...common(props),
      value: textIn(props.fields, props.name),
      autocomplete: autocompleteOf(props.question),
      ...extra,
    });

const text: View = (props) =>
  line(props.question.maxLength && props.question.maxLength <= 20 ? { width: 'l' } : {})(props);

const longText: View = (props) => textarea({ ...common(props), value: textIn(props.fields, props.name) });

const date: View = (props) => {
  const { name, fields, faults, question } = props;
  const parts = ['day', 'month', 'year'] as const;
  const faulty = parts.filter((part) => faults.has(`${name}-${part}`));
  const error = faults.get(name) ?? faulty.map((part) => faults.get(`${name}-${part}`))[0];
  const value = Object.fromEntries(parts.map((part) => [part, textIn(fields, `${name}-${part}`)]));
  return dateInput({
    ...common(props),
    ...(error === undefined ? {} : { error }),
    // "Nothing was entered" stands at the day, and concerns all three.
    ...(faulty.length > 0 && anyTyped(value) ? { errorParts: faulty } : {}),
    value,
    birthday: question.prefill === 'person.birthDate' && question.prefillIf === undefined,
  });
};
const anyTyped = (value: Readonly<Partial<Record<DatePart, string | undefined>>>): boolean =>
  Object.values(value).some((part) => part);

const yesNo: View = (props) => {
  const say = sayIn(props.locale);
  return radios({
    ...common(props),
    inline: true,
    options: [
      { value: 'yes', text: say('Có', 'Yes') },
      { value: 'no', text: say('Không', 'No') },
    ],
    value: textIn(props.fields, props.name),
  });
};

const oneOf: View = (props) => {
  const options = optionsOf(props.question, props.reading.lists, props.locale);
  const value = textIn(props.fields, props.name);
  if (options.length > longList) return select({ ...common(props), options, value });
  return radios({ ...common(props), options, value, inline: options.length === 2 && options.every(isShort) });
};
const isShort = (option: { readonly text: string; readonly hint?: unknown }): boolean =>
  option.text.length <= 8 && option.hint === undefined;

const someOf: View = (props) =>
  checkboxes({
    ...common(props),
    options: optionsOf(props.question, props.reading.lists, props.locale),
    values: textsIn(props.fields, props.name),
  });

const declaration: View = (props) => {
  const say = sayIn(props.locale);
  const { label, ...rest } = common(props);
  return checkboxes({
    ...rest,
    label: say('Lời cam đoan', 'Declaration'),
    options: [{ value: 'yes', text: label }],
    values: textsIn(props.fields, props.name),
  });
};

const address: View = (props) => {
  const { name, fields, faults, reading, locale } = props;
  const say = sayIn(locale);
  const { lists } = reading;
  const typed = textIn(fields, `${name}-province`);
  const province = (typed && lists.find('provinces', typed)) || homeProvince(lists);
  const commune = textIn(fields, `${name}-commune`);
  const within = province === undefined ? [] : itemsIn(lists, 'communes', locale, province);
  const parts = ['province', 'commune', 'detail'] as const;
  return addressInput({
    ...common(props),
    provinces: itemsIn(lists, 'provinces', locale),
    communes: within,
    value: {
      province,
      commune: commune && (lists.find('communes', commune, province) ?? commune),
      detail: textIn(fields, `${name}-detail`),
    },
    errors: Object.fromEntries(parts.map((part) => [part, faults.get(`${name}-${part}`)])),
    reload: {
      text: say('Lấy danh sách xã, phường', 'List its communes'),
      name: '_tai',
      value: name,
    },
  });
};
const homeProvince = (lists: CodeLists): string | undefined => lists.items('home-communes')?.[0]?.within;
const itemsIn = (lists: CodeLists, list: string, locale: Locale, within?: string) =>
  (lists.items(list, within) ?? []).map((item) => ({
    value: item.value,
    text: inLocale(item.label, locale),
  }));

const explanation: View = ({ question, locale }) =>
  notice({
    kind: 'inset',
    title: inLocale(question.label, locale),
    ...(question.hint ? { content: inLocale(question.hint, locale) } : {}),
    locale,
  });

/** One view per type; a type without one does not compile. */
const views: Readonly<Record<QuestionType, View>> = {
  text,
  'long-text': longText,
  number: (props) =>
    line({ inputMode: props.question.decimals ? 'decimal' : 'numeric', width: 'm', autocomplete: 'off' })(
      props,
    ),
  money: (props) =>
    line({
      inputMode: 'numeric',
      width: 'm',
      suffix: sayIn(props.locale)('đồng', 'VND'),
      autocomplete: 'off',
    })(props),
  date,
  year: line({ width: 's', inputMode: 'numeric', autocomplete: 'off' }),
  time: line({ width: 's', autocomplete: 'off' }),
  'yes-no': yesNo,
  choice: oneOf,
  choices: someOf,
  'search-choice': searchChoiceView,
  'personal-number': line({
    inputMode: 'numeric',
    width: 'l',
    code: true,
    spellcheck: false,
    autocomplete: 'off',
  }),
  'enterprise-code': line({ width: 'l', code: true, spellcheck: false, autocomplete: 'off' }),
  phone: line({ type: 'tel', inputMode: 'tel', width: 'l' }),
  email: line({ type: 'email', inputMode: 'email', spellcheck: false }),
  'commune-address': address,
  'old-address': oldAddressView,
  nationality: oneOf,
  'ethnic-group': oneOf,
  photo: paperView,
  file: paperView,
  group: (props) => groupView(props, questionView),
  table: tableView,
  calculated: calculatedView,
  explanation,
  signature: signatureView,
  declaration,
};

/** Draws a question of any type with the component that fits it. */
export function questionView(props: QuestionProps): Html {
  return views[props.question.type](props);
}

/** Id of the control that an error about this field leads to: the first control of a question has its name. */
export const targetOf = (field: string): string => field.replace(/-(day|province)$/, '');
