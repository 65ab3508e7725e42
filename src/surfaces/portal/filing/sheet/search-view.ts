import { choiceLabel, searchChoices } from '#capabilities/forms';
import { radios, searchChoice, textInput } from '#design';
import { inLocale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import { sayIn } from '../../words/say.ts';
import type { QuestionProps } from './question-props.ts';

const textIn = ({ fields }: QuestionProps, name: string): string => {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' ? value : '';
};

/** The box, what was found for what stands in it, and what was chosen before. */
function search(props: QuestionProps, field: string, words: { label: string; hint?: string }): Html {
  const { question, name, faults, reading, locale } = props;
  const say = sayIn(locale);
  const typed = textIn(props, `${name}-search`);
  const chosen = textIn(props, field);
  const found = searchChoices(question, typed, reading.lists, locale);
  const before =
    chosen === '' || found.items.some(({ value }) => value === chosen)
      ? []
      : [{ value: chosen, label: choiceLabel(question, chosen, reading.lists, locale) }];
  const status =
    typed === ''
      ? undefined
      : found.items.length === 0
        ? say('Không có kết quả. Hãy gõ tên khác.', 'Nothing found. Type another name.')
        : found.more
          ? say('Còn nhiều kết quả khác. Hãy gõ thêm chữ.', 'There are more. Type more of the name.')
          : say(`Có ${found.items.length} kết quả.`, `${found.items.length} found.`);
  return searchChoice({
    name: field,
    label: inLocale(question.label, locale),
    ...(question.hint ? { hint: inLocale(question.hint, locale) } : {}),
    ...(faults.has(name) ? { error: faults.get(name) } : {}),
    required: question.required === true,
    search: {
      name: `${name}-search`,
      ...words,
      value: typed,
      error: faults.get(`${name}-search`),
    },
    find: { text: say('Tìm', 'Find'), name: '_tai', value: `${name}-search` },
    options: [...before, ...found.items].map(({ value, label }) => ({ value, text: label })),
    value: chosen,
    optionsLabel: say('Chọn một kết quả', 'Choose a result'),
    status,
    locale,
  });
}

export function searchChoiceView(props: QuestionProps): Html {
  const say = sayIn(props.locale);
  return search(props, props.name, {
    label: say('Gõ một phần của tên', 'Type a part of the name'),
  });
}

/** The old ward by search; where it was divided, the commune of today; the rest in words. */
export function oldAddressView(props: QuestionProps): Html {
  const { name, faults, reading, locale } = props;
  const say = sayIn(locale);
  const todays = reading.lists.items('communes-of-old-wards', textIn(props, `${name}-ward`)) ?? [];
  const [only] = todays;
  return html`${search(props, `${name}-ward`, {
    label: say('Xã, phường, thị trấn cũ', 'Former commune, ward or town'),
    hint: say(
      'Tên trước ngày 01/7/2025, thêm huyện nếu cần.',
      'The name before 1 July 2025, with its district if need be.',
    ),
  })}${
    todays.length > 1 &&
    radios({
      name: `${name}-commune`,
      label: say('Nơi đó nay thuộc xã, phường nào?', 'To which commune does it belong today?'),
      options: todays.map((item) => ({ value: item.value, text: inLocale(item.label, locale) })),
      value: textIn(props, `${name}-commune`),
      error: faults.get(`${name}-commune`),
      locale,
    })
  }${only && todays.length === 1 && html`<p>${say('Nay là', 'Today')}: ${inLocale(only.label, locale)}</p><input type="hidden" name="${name}-commune" value="${only.value}">`}${textInput(
    {
      name: `${name}-detail`,
      label: say('Số nhà, đường, ấp hoặc khóm', 'House number, street or hamlet'),
      value: textIn(props, `${name}-detail`),
      error: faults.get(`${name}-detail`),
      locale,
    },
  )}`;
}
