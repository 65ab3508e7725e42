import { type Condition, questionsIn } from '../condition.ts';
import type { JsonSchema } from '../json-schema.ts';
import { listOf, shortList } from '../lists.ts';
import { type Form, type Page, type Question, type QuestionType, repeats } from '../questions.ts';
import { toJsonSchema } from '../schema.ts';

/** What a browser can judge of a page by itself; the rest is left to the server, which judges all of it anyway. */
export interface JudgedPage {
  /** The page with the judged questions alone. */
  readonly page: Page;
  /** Answers of earlier pages that it looks at. */
  readonly needs: readonly string[];
  /** Shape of the answers to its questions, each by itself. */
  readonly schema: JsonSchema;
}

/** Lists of thousands, files, FEEL and papers stay at the server. */
const types: ReadonlySet<QuestionType> = new Set([
  'text',
  'long-text',
  'number',
  'money',
  'date',
  'year',
  'time',
  'yes-no',
  'choice',
  'choices',
  'personal-number',
  'enterprise-code',
  'phone',
  'email',
  'declaration',
  'group',
  'table',
]);

/** Undefined when nothing of the page can be judged in a browser. */
export function judgedPage(form: Form, id: string): JudgedPage | undefined {
  const at = form.pages.findIndex((page) => page.id === id);
  const page = form.pages[at];
  if (!page) return undefined;
  const earlier = new Set(
    form.pages.slice(0, at).flatMap(({ questions }) => questions.map((each) => each.id)),
  );
  const judged: Question[] = [];
  const needs = new Set<string>();
  for (const question of page.questions.map(withOptions)) {
    const known = new Set([...earlier, ...judged.map((each) => each.id), question.id]);
    const looksAt = judgeable(question, known);
    if (!looksAt) continue;
    judged.push(withoutWords(question));
    for (const name of looksAt) if (earlier.has(name)) needs.add(name);
  }
  if (judged.length === 0) return undefined;
  return {
    page: { id: page.id, title: { vi: '' }, questions: judged },
    needs: [...needs],
    schema: toJsonSchema({
      id: form.id,
      title: { vi: '' },
      pages: [{ id: page.id, title: { vi: '' }, questions: shapesOf(judged) }],
    }),
  };
}

/** A choice from a short national list (sexes) holds its options itself: they stand on the page. */
function withOptions({ optionsFrom, ...question }: Question): Question {
  const options = question.type === 'choice' ? shortList(optionsFrom ?? '') : undefined;
  if (!options) return optionsFrom === undefined ? question : { ...question, optionsFrom };
  return { ...question, options };
}

/** The ids it looks at, or undefined when it cannot be judged from what is known. */
function judgeable(question: Question, known: ReadonlySet<string>): readonly string[] | undefined {
  if (!types.has(question.type) || listOf(question) !== undefined) return undefined;
  if (question.pattern !== undefined && !simplePattern(question.pattern)) return undefined;
  const conditions = [question.if, ...(question.refuseIf ?? []).map((rule) => rule.if)];
  if (conditions.some(saysFeel)) return undefined;
  const { birthDate, sex } = question.agreesWith ?? {};
  const named = [...conditions.flatMap(questionsIn), birthDate, sex].filter((name) => name !== undefined);
  if (!named.every((name) => known.has(name))) return undefined;
  if (!repeats(question)) return named;
  const inside = new Set(known);
  for (const item of question.items ?? []) {
    inside.add(item.id);
    const looksAt = judgeable(item, inside);
    if (!looksAt) return undefined;
    named.push(...looksAt);
  }
  return named;
}

/** The language's own engine backtracks; without groups it cannot do so for ever. */
const simplePattern = (pattern: string): boolean =>
  !pattern.includes('(') && (pattern.match(/[*+{]/g) ?? []).length <= 3;

function saysFeel(condition: Condition | undefined): boolean {
  if (condition === undefined) return false;
  if ('feel' in condition) return true;
  if ('all' in condition) return condition.all.some(saysFeel);
  if ('any' in condition) return condition.any.some(saysFeel);
  return 'not' in condition && saysFeel(condition.not);
}

/** Hints, headings and what is known beforehand are on the page already. */
function withoutWords(question: Question): Question {
  const {
    hint: _,
    prefill: __,
    prefillIf: ___,
    section: ____,
    from: _____,
    options,
    items,
    ...rest
  } = question;
  return {
    ...rest,
    ...(options ? { options: options.map(({ value }) => ({ value, label: { vi: '' } })) } : {}),
    ...(items ? { items: items.map(withoutWords) } : {}),
  };
}

/** Without conditions and duties: those are judged with the answers of other pages at hand. */
const shapesOf = (questions: readonly Question[]): readonly Question[] =>
  questions.map(({ if: _, required: __, ...question }) => ({
    ...question,
    label: { vi: '' },
    ...(question.items ? { items: shapesOf(question.items) } : {}),
  }));
