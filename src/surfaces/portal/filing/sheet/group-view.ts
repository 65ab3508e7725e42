import { openQuestions, type Page, type PostedFields, readPage } from '#capabilities/forms';
import { button, buttonGroup, card, fieldset } from '#design';
import { inLocale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import { sayIn } from '../../words/say.ts';
import type { QuestionProps } from './question-props.ts';
import { rowCount } from './rows.ts';

/** Fields of one row under the names of its items alone. */
export const fieldsOfRow = (fields: PostedFields, prefix: string): PostedFields =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : [],
    ),
  );

/** Repeating rows; the buttons that add and take away send the page, so they work without script. */
export function groupView(props: QuestionProps, draw: (props: QuestionProps) => Html): Html {
  const { question, name, fields, faults, reading, answers, locale } = props;
  const say = sayIn(locale);
  const rows = rowCount(question, name, fields);
  const least = Math.max(question.required === true ? 1 : 0, question.min ?? 0);
  const page: Page = { id: name, title: question.label, questions: question.items ?? [] };

  const row = (index: number): Html => {
    const prefix = `${name}.${index}.`;
    const own = readPage(page, fieldsOfRow(fields, prefix), answers, reading).answers;
    const facts = { ...reading.facts, today: reading.today };
    const items = openQuestions(page, own, facts).map((item) =>
      draw({ ...props, question: item, name: prefix + item.id, answers: own }),
    );
    const remove =
      rows > least &&
      button({
        text: say(`Bỏ dòng ${index + 1}`, `Remove row ${index + 1}`),
        name: '_bo',
        value: `${name}.${index}`,
      });
    const label = say(`Dòng ${index + 1}`, `Row ${index + 1}`);
    return card({
      content: fieldset(
        { name: `${name}.${index}`, label, locale },
        () => html`<div class="mc-stack">${items}${remove && buttonGroup([remove])}</div>`,
      ),
    });
  };
  const add = (id: string) =>
    rows < (question.max ?? 60) &&
    button({
      text: rows === 0 ? say('Thêm một dòng', 'Add a row') : say('Thêm dòng nữa', 'Add another row'),
      name: '_them',
      value: name,
      id,
    });
  return fieldset(
    {
      name,
      label: inLocale(question.label, locale),
      required: question.required === true,
      ...(question.hint ? { hint: inLocale(question.hint, locale) } : {}),
      ...(faults.has(name) ? { error: faults.get(name) } : {}),
      locale,
    },
    ({ id }) => {
      const more = add(id);
      return html`<div class="mc-stack">${Array.from({ length: rows }, (_, i) => row(i))}${more && buttonGroup([more])}</div>`;
    },
  );
}
