import { compileSchema } from '#platform/validation';
import type { Answers } from './answers.ts';
import type { Form, Page } from './questions.ts';
import { fieldsFromAnswers } from './reading/fields.ts';
import { messages } from './reading/messages.ts';
import { readPage } from './reading/read-page.ts';
import type { FieldError, ReadingContext } from './reading/reader.ts';
import { schemaOf } from './schema.ts';
import { walk } from './walk.ts';

export interface PageErrors {
  readonly page: string;
  readonly errors: readonly FieldError[];
}

/**
 * Judges all answers once more at submission: answers may be old (a draft of weeks), prefilled, or sent by a program.
 * The verdict is that of the JSON Schema and of everything the pages know beyond it (facts, ages, dates, agreement
 * between answers); the sentences are those of the pages.
 */
export function checkAnswers(form: Form, answers: Answers, context: ReadingContext): readonly PageErrors[] {
  const facts = { ...context.facts, today: context.today };
  const { pages, answers: reached } = walk(form, answers, facts);
  const unfit = unfitQuestions(form, reached);
  return pages
    .map((page) => ({ page: page.id, errors: errorsOf(page, reached, context, unfit) }))
    .filter((found) => found.errors.length > 0);
}

function errorsOf(
  page: Page,
  reached: Answers,
  context: ReadingContext,
  unfit: ReadonlySet<string>,
): readonly FieldError[] {
  const { errors } = readPage(page, fieldsFromAnswers(page, reached), reached, context);
  const named = new Set(errors.map(({ question }) => question.split('.')[0]));
  const others = page.questions.filter(({ id }) => unfit.has(id) && !named.has(id));
  return [...errors, ...others.map(({ id }) => ({ question: id, field: id, message: messages.unfit }))];
}

/** Questions whose answer, present or absent, the schema refuses. */
function unfitQuestions(form: Form, reached: Answers): ReadonlySet<string> {
  const problems = compileSchema(schemaOf(form))(reached);
  return new Set(problems.map(({ at, property }) => at.split('/')[1] ?? property ?? ''));
}
