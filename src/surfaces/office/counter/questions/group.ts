import { openQuestions, type Page, type PostedFields, readPage } from '#capabilities/forms';
import { textsOf } from '../sheet/fields.ts';
import type { Asking } from './asking.ts';

interface GroupRow {
  readonly name: string;
  /** From 1, as people count. */
  readonly number: number;
  readonly asked: readonly Asking[];
}

/** Numbers of rows in which something was typed. */
function filledRows(name: string, fields: PostedFields): readonly number[] {
  const filled = new Set<number>();
  for (const field of Object.keys(fields)) {
    if (!field.startsWith(`${name}.`) || field.endsWith('-province')) continue;
    const index = /^(\d{1,3})\./.exec(field.slice(name.length + 1))?.[1];
    if (index !== undefined && textsOf(fields, field).some((text) => text.trim() !== ''))
      filled.add(Number(index));
  }
  return [...filled].sort((a, b) => a - b);
}

/** The rows that are filled and one more to write in: rows left empty are not read. */
export function groupRows(asking: Asking): readonly GroupRow[] {
  const { question, name, fields, reading } = asking;
  const filled = filledRows(name, fields);
  const next = (filled.at(-1) ?? -1) + 1;
  const page: Page = { id: name, title: question.label, questions: question.items ?? [] };
  const facts = { ...reading.facts, today: reading.today };
  const room = filled.length < (question.max ?? 60);
  return [...filled, ...(room ? [next] : [])].map((index, at) => {
    const prefix = `${name}.${index}.`;
    const own = Object.fromEntries(
      Object.entries(fields).flatMap(([field, value]) =>
        field.startsWith(prefix) ? [[field.slice(prefix.length), value] as const] : [],
      ),
    );
    const { answers } = readPage(page, own, asking.answers, reading);
    const asked = openQuestions(page, answers, facts).map((item) => ({
      ...asking,
      question: item,
      name: prefix + item.id,
      answers,
    }));
    return { name: `${name}.${index}`, number: at + 1, asked };
  });
}
