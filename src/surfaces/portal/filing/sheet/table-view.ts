import { openQuestions, type Page, type Question, readPage } from '#capabilities/forms';
import { button, type EntryCell, entryTable } from '#design';
import { inLocale } from '#kernel/text';
import type { Html } from '#platform/html';
import { sayIn } from '../../words/say.ts';
import { calculatedText } from './calculated-view.ts';
import { fieldsOfRow } from './group-view.ts';
import { optionsOf } from './options.ts';
import type { QuestionProps } from './question-props.ts';
import { rowCount } from './rows.ts';

const numeric = new Set(['number', 'money', 'year', 'calculated']);

/** Rows of the same short questions as a table. */
export function tableView(props: QuestionProps): Html {
  const { question, name, fields, faults, reading, answers, locale } = props;
  const say = sayIn(locale);
  const items = question.items ?? [];
  const least = Math.max(question.required === true ? 1 : 0, question.min ?? 0);
  const rows = Math.max(rowCount(question, name, fields), 1);
  const page: Page = { id: name, title: question.label, questions: items };
  const facts = { ...reading.facts, today: reading.today };

  const cell = (item: Question, prefix: string, own: QuestionProps['answers']): EntryCell => {
    const field = prefix + item.id;
    const value = fields[field];
    const error = faults.get(field);
    return {
      name: field,
      ...(typeof value === 'string' ? { value } : {}),
      ...(error === undefined ? {} : { error }),
      ...(item.type === 'calculated' ? { shown: calculatedText(item, own, reading, locale) } : {}),
      ...(item.type === 'yes-no'
        ? {
            options: [
              { value: 'yes', text: say('Có', 'Yes') },
              { value: 'no', text: say('Không', 'No') },
            ],
          }
        : item.type === 'choice'
          ? { options: optionsOf(item, reading.lists, locale) }
          : { inputMode: numeric.has(item.type) ? 'decimal' : 'text' }),
    };
  };
  return entryTable({
    name,
    label: inLocale(question.label, locale),
    required: question.required === true,
    ...(question.hint ? { hint: inLocale(question.hint, locale) } : {}),
    ...(faults.has(name) ? { error: faults.get(name) } : {}),
    locale,
    rowHeading: say('Dòng', 'Row'),
    columns: items.map((item) => ({ text: inLocale(item.label, locale), numeric: numeric.has(item.type) })),
    rows: Array.from({ length: rows }, (_, at) => {
      const prefix = `${name}.${at}.`;
      const own = readPage(page, fieldsOfRow(fields, prefix), answers, reading).answers;
      const open = new Set(openQuestions(page, own, facts));
      const remove =
        rows > Math.max(least, 1) &&
        button({
          text: say(`Bỏ dòng ${at + 1}`, `Remove row ${at + 1}`),
          name: '_bo',
          value: `${name}.${at}`,
        });
      return {
        label: String(at + 1),
        cells: items.filter((item) => open.has(item)).map((item) => cell(item, prefix, own)),
        ...(remove ? { after: remove } : {}),
      };
    }),
    more:
      rows < (question.max ?? 60) &&
      button({ text: say('Thêm dòng nữa', 'Add another row'), name: '_them', value: name, id: name }),
  });
}
