import { type Answers, type AnswerValue, type Facts, rowsOf } from './answers.ts';
import { computed } from './computed.ts';
import { holds } from './condition.ts';
import { asksNothing, type Form, type Page, type Question, repeats } from './questions.ts';

interface Walk {
  readonly pages: readonly Page[];
  readonly answers: Answers;
}

/**
 * One pass from front to back: a page or question is open when its condition holds over the answers reached so far,
 * so an answer that has been left behind by a change of mind opens nothing.
 */
export function walk(form: Form, answers: Answers, facts: Facts): Walk {
  const reached: Record<string, AnswerValue> = {};
  const pages: Page[] = [];
  for (const page of form.pages) {
    if (!holds(page.if, reached, facts)) continue;
    pages.push(page);
    for (const question of page.questions) {
      const value = answerTo(question, answers, reached, facts);
      if (value !== undefined)
        reached[question.id] = repeats(question) ? reachableRows(question, value, reached, facts) : value;
    }
  }
  return { pages, answers: reached };
}

/** What the answers say to an open question; what is calculated is calculated, whatever they say. */
function answerTo(question: Question, answers: Answers, reached: Answers, facts: Facts) {
  const calculated = question.type === 'calculated';
  if (asksNothing(question) || (!calculated && answers[question.id] === undefined)) return undefined;
  if (!holds(question.if, reached, facts)) return undefined;
  return calculated ? computed(question, reached, facts) : answers[question.id];
}

function reachableRows(group: Question, value: AnswerValue, around: Answers, facts: Facts): AnswerValue {
  if (!Array.isArray(value)) return value;
  return rowsOf(value).map((row) => {
    const kept: Record<string, AnswerValue> = {};
    for (const item of group.items ?? []) {
      const own = answerTo(item, row, { ...around, ...kept }, facts);
      if (own !== undefined) kept[item.id] = own;
    }
    return kept;
  });
}

/** Pages that stand open for these answers, in order. */
export const reachablePages = (form: Form, answers: Answers, facts: Facts = {}): readonly Page[] =>
  walk(form, answers, facts).pages;

/** Only these are submitted: answers of questions that the one who fills in can still see. */
export const reachableAnswers = (form: Form, answers: Answers, facts: Facts = {}): Answers =>
  walk(form, answers, facts).answers;

/** Questions of a page that are open; answers of the same page count as they stand. */
export const openQuestions = (page: Page, answers: Answers, facts: Facts = {}): readonly Question[] =>
  page.questions.filter((question) => holds(question.if, answers, facts));

function neighbour(
  form: Form,
  pageId: string,
  step: 1 | -1,
  answers: Answers,
  facts: Facts,
): Page | undefined {
  const open = new Set(reachablePages(form, answers, facts).map((page) => page.id));
  const at = form.pages.findIndex((page) => page.id === pageId);
  if (at < 0) return undefined;
  for (let i = at + step; i >= 0 && i < form.pages.length; i += step) {
    const page = form.pages[i];
    if (page && open.has(page.id)) return page;
  }
  return undefined;
}

/** The next open page; undefined at the end, where the answers are checked. */
export const nextPage = (form: Form, pageId: string, answers: Answers, facts: Facts = {}): Page | undefined =>
  neighbour(form, pageId, 1, answers, facts);

/** The open page before; undefined on the first page. */
export const previousPage = (form: Form, pageId: string, answers: Answers, facts: Facts = {}) =>
  neighbour(form, pageId, -1, answers, facts);

export const findPage = (form: Form, pageId: string): Page | undefined =>
  form.pages.find((page) => page.id === pageId);

/** Whether every open question of the page that needs an answer has one. */
export const isPageComplete = (page: Page, answers: Answers, facts: Facts = {}): boolean =>
  openQuestions(page, answers, facts).every(
    (question) => asksNothing(question) || question.required !== true || answers[question.id] !== undefined,
  );

/** Where to go on after a break: the first open page that lacks an answer; undefined when all are done. */
export function firstUnfinishedPage(form: Form, answers: Answers, facts: Facts = {}): Page | undefined {
  const { pages, answers: reached } = walk(form, answers, facts);
  return pages.find((page) => !isPageComplete(page, reached, facts));
}

export interface Progress {
  /** Place of the page among the open ones, from 1; 0 when the page is not open. */
  readonly at: number;
  readonly of: number;
  readonly complete: number;
}
export function progress(form: Form, pageId: string, answers: Answers, facts: Facts = {}): Progress {
  const { pages, answers: reached } = walk(form, answers, facts);
  return {
    at: pages.findIndex((page) => page.id === pageId) + 1,
    of: pages.length,
    complete: pages.filter((page) => isPageComplete(page, reached, facts)).length,
  };
}
