import { choiceLabel, searchChoices } from '#capabilities/forms';
import { searchChoice, select, textInput } from '#design';
import { inLocale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import { sayIn } from '../../words/say.ts';
import { textOf } from '../sheet/fields.ts';
import type { Asking } from './asking.ts';

/** One of thousands: what was found for what stands in the box; the sheet is drawn again to search. */
export function searched(asking: Asking, redraw: string, field: string, boxLabel: string): Html {
  const { question, name, fields, faults, reading, locale } = asking;
  const say = sayIn(locale);
  const chosen = textOf(fields, field);
  const typed = textOf(fields, `${name}-search`);
  const found = searchChoices(question, typed, reading.lists, locale);
  const before =
    chosen === '' || found.items.some(({ value }) => value === chosen)
      ? []
      : [{ value: chosen, label: choiceLabel(question, chosen, reading.lists, locale) }];
  return searchChoice({
    name: field,
    label: inLocale(question.label, locale),
    ...(question.hint ? { hint: inLocale(question.hint, locale) } : {}),
    required: question.required === true,
    search: { name: `${name}-search`, label: boxLabel, value: typed, error: faults.get(`${name}-search`) },
    find: { text: say('Tìm', 'Find'), name: '_lam', value: redraw },
    options: [...before, ...found.items].map(({ value, label }) => ({ value, text: label })),
    value: chosen,
    optionsLabel: say('Chọn một kết quả', 'Choose a result'),
    status: found.more ? say('Còn nhiều kết quả. Gõ thêm chữ.', 'There are more. Type more.') : undefined,
    locale,
  });
}

/** The old ward by search, today's commune where it was divided, the rest in words. */
export function oldAddress(asking: Asking, redraw: string): Html {
  const { name, fields, faults, reading, locale } = asking;
  const say = sayIn(locale);
  const todays = reading.lists.items('communes-of-old-wards', textOf(fields, `${name}-ward`)) ?? [];
  const box = searched(
    asking,
    redraw,
    `${name}-ward`,
    say('Xã, phường, thị trấn cũ', 'Former commune or ward'),
  );
  return html`${box}${
    todays.length > 0 &&
    select({
      name: `${name}-commune`,
      label: say('Nay thuộc', 'Today'),
      options: todays.map((item) => ({ value: item.value, text: inLocale(item.label, locale) })),
      value: todays.length === 1 ? todays[0]?.value : textOf(fields, `${name}-commune`),
      error: faults.get(`${name}-commune`),
      locale,
    })
  }${textInput({
    name: `${name}-detail`,
    label: say('Số nhà, đường, ấp hoặc khóm', 'House number, street or hamlet'),
    value: textOf(fields, `${name}-detail`),
    error: faults.get(`${name}-detail`),
    autocomplete: 'off',
    locale,
  })}`;
}
