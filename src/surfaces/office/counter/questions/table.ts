import { answerInWords, type Question } from '#capabilities/forms';
import { button, type EntryCell, entryTable } from '#design';
import { inLocale } from '#kernel/text';
import type { Html } from '#platform/html';
import { sayIn } from '../../words/say.ts';
import { textOf } from '../sheet/fields.ts';
import type { Asking } from './asking.ts';
import { choicesOf } from './choices.ts';
import { groupRows } from './group.ts';

const numeric = new Set(['number', 'money', 'year', 'calculated']);

/** What was calculated, as text; a dash while the answers do not suffice. */
export function calculatedText({ question, answers, reading, locale }: Asking): string {
  const value = answers[question.id];
  return value === undefined ? '–' : answerInWords(question, value, locale, reading.lists);
}

function cell(asking: Asking): EntryCell {
  const { question, name, fields, faults, locale } = asking;
  const say = sayIn(locale);
  const error = faults.get(name);
  const base = { name, value: textOf(fields, name), ...(error === undefined ? {} : { error }) };
  if (question.type === 'calculated') return { ...base, shown: calculatedText(asking) };
  if (question.type === 'choice') return { ...base, options: choicesOf(asking) };
  if (question.type === 'yes-no')
    return {
      ...base,
      options: [
        { value: 'yes', text: say('Có', 'Yes') },
        { value: 'no', text: say('Không', 'No') },
      ],
    };
  return { ...base, inputMode: numeric.has(question.type) ? 'decimal' : 'text' };
}

/** Rows of short answers as a table with one empty row to write in. */
export function tableOf(asking: Asking, redraw: string): Html {
  const { question, name, faults, locale } = asking;
  const say = sayIn(locale);
  const items: readonly Question[] = question.items ?? [];
  return entryTable({
    name,
    label: inLocale(question.label, locale),
    required: question.required === true,
    ...(question.hint ? { hint: inLocale(question.hint, locale) } : {}),
    ...(faults.has(name) ? { error: faults.get(name) } : {}),
    locale,
    rowHeading: say('Dòng', 'Row'),
    columns: items.map((item) => ({ text: inLocale(item.label, locale), numeric: numeric.has(item.type) })),
    rows: groupRows(asking).map((row) => ({ label: String(row.number), cells: row.asked.map(cell) })),
    more: button({ text: say('Thêm dòng', 'Add a row'), name: '_lam', value: redraw, id: name }),
  });
}
