import type { CodeLists, QuestionType } from '#capabilities/forms';
import {
  addressInput,
  button,
  checkboxes,
  dateInput,
  fieldset,
  notice,
  radios,
  select,
  textarea,
  textInput,
} from '#design';
import { inLocale, type Locale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import { sayIn } from '../../words/say.ts';
import { textOf, textsOf, tickName } from '../sheet/fields.ts';
import type { Asking } from './asking.ts';
import { choicesOf } from './choices.ts';
import { groupRows } from './group.ts';
import { oldAddress, searched } from './search.ts';
import { calculatedText, tableOf } from './table.ts';

type Draw = (asking: Asking) => Html;

/** The button that draws the sheet again with what was typed: new questions, new rows, other communes. */
export const redrawValue = 'xem';

const common = ({ question, name, faults, locale }: Asking) => ({
  name,
  label: inLocale(question.label, locale),
  ...(question.hint ? { hint: inLocale(question.hint, locale) } : {}),
  ...(faults.has(name) ? { error: faults.get(name) } : {}),
  required: question.required === true,
  locale,
});

const line =
  (extra: Partial<Parameters<typeof textInput>[0]> = {}): Draw =>
  (asking) =>
    textInput({
      ...common(asking),
      value: textOf(asking.fields, asking.name),
      autocomplete: 'off',
      ...extra,
    });

const date: Draw = (asking) => {
  const { name, fields, faults } = asking;
  const parts = ['day', 'month', 'year'] as const;
  const error = faults.get(name) ?? parts.map((part) => faults.get(`${name}-${part}`)).find(Boolean);
  return dateInput({
    ...common(asking),
    ...(error === undefined ? {} : { error }),
    value: Object.fromEntries(parts.map((part) => [part, textOf(fields, `${name}-${part}`)])),
  });
};

const yesNo: Draw = (asking) => {
  const say = sayIn(asking.locale);
  const options = [
    { value: 'yes', text: say('Có', 'Yes') },
    { value: 'no', text: say('Không', 'No') },
  ];
  return radios({ ...common(asking), inline: true, options, value: textOf(asking.fields, asking.name) });
};

/** A list that answers to the first letters is the quickest choice for hands on the keyboard. */
const oneOf: Draw = (asking) =>
  select({
    ...common(asking),
    options: choicesOf(asking),
    value: textOf(asking.fields, asking.name),
    autocomplete: 'off',
  });

const someOf: Draw = (asking) => {
  const { name, fields } = asking;
  const ticked = textsOf(fields, name);
  return fieldset(
    common(asking),
    ({ id }) =>
      html`<div class="mc-choices">${choicesOf(asking).map(({ value, text }, i) => {
        const own = i === 0 ? id : `${id}-${i + 1}`;
        const given = attributes({
          type: 'checkbox',
          id: own,
          name: tickName(name, value),
          value: 'yes',
          checked: ticked.includes(value),
        });
        return html`<div class="mc-choice"><input${given}><label${attributes({ for: own })}>${text}</label></div>`;
      })}</div>`,
  );
};

const declaration: Draw = (asking) => {
  const { label, ...rest } = common(asking);
  return checkboxes({
    ...rest,
    label: sayIn(asking.locale)('Lời cam đoan của người nộp', 'Declaration of the person'),
    options: [{ value: 'yes', text: label }],
    values: textsOf(asking.fields, asking.name),
  });
};

const places = (lists: CodeLists, list: string, locale: Locale, within?: string) =>
  (lists.items(list, within) ?? []).map((item) => ({
    value: item.value,
    text: inLocale(item.label, locale),
  }));

const address: Draw = (asking) => {
  const { name, fields, faults, reading, locale } = asking;
  const { lists } = reading;
  const typed = textOf(fields, `${name}-province`);
  const province = lists.find('provinces', typed) ?? lists.items('home-communes')?.[0]?.within;
  const parts = ['province', 'commune', 'detail'] as const;
  return addressInput({
    ...common(asking),
    provinces: places(lists, 'provinces', locale),
    communes: province === undefined ? [] : places(lists, 'communes', locale, province),
    value: {
      province,
      commune: textOf(fields, `${name}-commune`),
      detail: textOf(fields, `${name}-detail`),
    },
    errors: Object.fromEntries(parts.map((part) => [part, faults.get(`${name}-${part}`)])),
    reload: {
      text: sayIn(locale)('Xem xã, phường của tỉnh này', 'Show the communes of this province'),
      name: '_lam',
      value: redrawValue,
    },
  });
};

const group: Draw = (asking) => {
  const say = sayIn(asking.locale);
  const again = button({ text: say('Thêm dòng', 'Add a row'), name: '_lam', value: redrawValue });
  const { required, ...rest } = common(asking);
  return fieldset({ ...rest, required }, () => [
    groupRows(asking).map((row) =>
      fieldset(
        { name: row.name, label: say(`Dòng ${row.number}`, `Row ${row.number}`) },
        () => html`<div class="mc-grid">${row.asked.map(drawQuestion)}</div>`,
      ),
    ),
    again,
  ]);
};

const told = ({ question, locale }: Asking, content: string): Html =>
  notice({ kind: 'inset', title: inLocale(question.label, locale), content, locale });

/** Papers are taken, scanned and counted in one place of the sheet. */
const paper: Draw = (asking) =>
  told(asking, sayIn(asking.locale)('Nhận ở phần Giấy tờ bên dưới.', 'Taken under Papers below.'));

const calculated: Draw = (asking) => told(asking, calculatedText(asking));

const signature: Draw = (asking) => {
  const { question, answers, locale } = asking;
  const signer = question.signer === undefined ? undefined : answers[question.signer];
  const say = sayIn(locale);
  return told(
    asking,
    `${say('Người ký', 'To be signed by')}: ${typeof signer === 'string' ? signer : say('người nộp', 'the applicant')}`,
  );
};

/** One drawing per type; a type without one does not compile. */
const drawings: Readonly<Record<QuestionType, Draw>> = {
  text: line(),
  'long-text': (asking) =>
    textarea({ ...common(asking), value: textOf(asking.fields, asking.name), rows: 3 }),
  number: line({ inputMode: 'decimal', width: 'm' }),
  money: line({ inputMode: 'numeric', width: 'm', suffix: 'đồng' }),
  date,
  year: line({ inputMode: 'numeric', width: 's' }),
  time: line({ width: 's' }),
  'yes-no': yesNo,
  choice: oneOf,
  choices: someOf,
  'search-choice': (asking) =>
    searched(
      asking,
      redrawValue,
      asking.name,
      sayIn(asking.locale)('Một phần của tên', 'A part of the name'),
    ),
  'personal-number': line({ inputMode: 'numeric', width: 'l', code: true, spellcheck: false }),
  'enterprise-code': line({ width: 'l', code: true, spellcheck: false }),
  phone: line({ type: 'tel', width: 'l' }),
  email: line({ type: 'email', spellcheck: false }),
  'commune-address': address,
  'old-address': (asking) => oldAddress(asking, redrawValue),
  nationality: oneOf,
  'ethnic-group': oneOf,
  photo: paper,
  file: paper,
  group,
  table: (asking) => tableOf(asking, redrawValue),
  calculated,
  explanation: ({ question, locale }) =>
    notice({
      kind: 'inset',
      title: inLocale(question.label, locale),
      ...(question.hint ? { content: inLocale(question.hint, locale) } : {}),
    }),
  declaration,
  signature,
};

export function drawQuestion(asking: Asking): Html {
  return drawings[asking.question.type](asking);
}

/** Id of the control that an error about this field leads to. */
export const targetOf = (field: string): string => field.replace(/-(day|province)$/, '');
