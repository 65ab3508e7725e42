import {
  type CodeLists,
  type Condition,
  type ProcedureDefinition,
  type Question,
  questionsIn,
} from '#capabilities/forms';
import { foldText, inLocale, type Locale } from '#kernel/text';
import { laidOut, questionsOfEntry } from './laid-out.ts';
import { readFormula, readLogic } from './logic.ts';
import { conditionInWords } from './logic-words.ts';
import { type Address, placeOf } from './place.ts';
import { allQuestions, type Surrounded } from './references.ts';
import { sayIn } from './say.ts';
import { sentenceFor } from './sentences.ts';
import { asksNothing } from './type-names.ts';

/** What a condition may name where it stands. @param before address of the question that it belongs to; all without. */
export function questionsKnown(definition: ProcedureDefinition, before?: Address): readonly Question[] {
  const place = before === undefined ? undefined : placeOf(definition.form, before);
  const known: Question[] = [];
  for (const entry of definition.form.pages.flatMap(({ questions }) => questions)) {
    if (entry === place?.group) {
      known.push(...(entry.items ?? []).slice(0, place.index + 1));
      break;
    }
    known.push(...questionsOfEntry(entry, definition.blocks));
    if (entry === place?.question) break;
  }
  return known.filter(({ type }) => !asksNothing(type));
}

interface Asked {
  readonly definition: ProcedureDefinition & Surrounded;
  /** The question that it belongs to. */
  readonly before?: Address | undefined;
  readonly lists: CodeLists;
  readonly locale: Locale;
}

/** What is to be said of a typed condition: what is wrong and how to mend it, else what it means. Empty for nothing typed. */
export function sayOfLogic(text: string, asked: Asked): { readonly ok: boolean; readonly text: string } {
  const { definition, locale } = asked;
  const say = sayIn(locale);
  const read = readLogic(text);
  if (!read.ok) return { ok: false, text: sentenceFor(read.refusal, locale) };
  if (read.value === undefined) return { ok: true, text: '' };
  const fault = unknownName(read.value, asked) ?? unknownValue(read.value, asked);
  if (fault !== undefined) return { ok: false, text: fault };
  return {
    ok: true,
    text: `${say('Đọc là', 'It reads')}: ${conditionInWords(read.value, laidOut(definition), asked)}.`,
  };
}

/** The same of a formula: the questions that it reckons with. */
export function sayOfFormula(text: string, asked: Asked): { readonly ok: boolean; readonly text: string } {
  const { definition, locale } = asked;
  const say = sayIn(locale);
  const read = readFormula(text);
  if (!read.ok) return { ok: false, text: sentenceFor(read.refusal, locale) };
  if (read.value === undefined) return { ok: true, text: '' };
  const fault = unknownName({ feel: read.value }, asked);
  if (fault !== undefined) return { ok: false, text: fault };
  const names = [...new Set(questionsIn({ feel: read.value }))].map((id) => {
    const question = allQuestions(laidOut(definition).form.pages).find((each) => each.id === id);
    return `«${question ? inLocale(question.label, locale) : id}»`;
  });
  return {
    ok: true,
    text:
      names.length === 0
        ? say('Công thức đọc được.', 'The formula can be read.')
        : say(`Tính từ ${names.join(', ')}.`, `Reckoned from ${names.join(', ')}.`),
  };
}

function unknownName(condition: Condition, { definition, before, locale }: Asked): string | undefined {
  const say = sayIn(locale);
  const known = new Set(questionsKnown(definition, before).map(({ id }) => id));
  const around = definition.around ?? new Set<string>();
  const lost = questionsIn(condition).find((id) => !known.has(id) && !around.has(id));
  if (lost === undefined) return undefined;
  const all = allQuestions(laidOut(definition).form.pages);
  const later = all.find(({ id }) => id === lost);
  if (later)
    return say(
      `«${later.label.vi}» được hỏi sau câu này; điều kiện chỉ dựa vào câu hỏi trước.`,
      `“${inLocale(later.label, locale)}” is asked after this; a condition looks back only.`,
    );
  const near = nearest(lost, [...known]);
  return near === undefined
    ? say(`Không có câu hỏi nào mang mã ${lost}.`, `No question has the id ${lost}.`)
    : say(
        `Không có câu hỏi nào mang mã ${lost}. Có phải ${near}?`,
        `No question has the id ${lost}. Did you mean ${near}?`,
      );
}

/** A value that none of the choices has makes a condition that never holds. */
function unknownValue(condition: Condition, asked: Asked): string | undefined {
  if ('all' in condition || 'any' in condition)
    return ('all' in condition ? condition.all : condition.any)
      .map((each) => unknownValue(each, asked))
      .find((each) => each !== undefined);
  if ('not' in condition) return unknownValue(condition.not, asked);
  if (!('q' in condition) || !('is' in condition || 'in' in condition)) return undefined;
  const { definition, locale } = asked;
  const question = allQuestions(laidOut(definition).form.pages).find(({ id }) => id === condition.q);
  const options = question?.options;
  if (!question || !options) return undefined;
  const values = 'is' in condition ? [condition.is] : condition.in;
  const wrong = values.find((value) => !options.some((option) => option.value === value));
  if (wrong === undefined) return undefined;
  const some = options.slice(0, 6).map(({ value }) => `"${value}"`);
  const label = inLocale(question.label, locale);
  return sayIn(locale)(
    `«${label}» không có lựa chọn ${JSON.stringify(wrong)}; có ${some.join(', ')}.`,
    `“${label}” has no choice ${JSON.stringify(wrong)}; it has ${some.join(', ')}.`,
  );
}

/** The id that was probably meant: same letters but for case, or within two letters. */
function nearest(typed: string, ids: readonly string[]): string | undefined {
  const wanted = foldText(typed);
  const measured = ids
    .map((id) => ({ id, far: foldText(id).startsWith(wanted) ? 0 : distance(foldText(id), wanted) }))
    .toSorted((a, b) => a.far - b.far);
  const [best] = measured;
  return best && best.far <= 2 ? best.id : undefined;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
