import type { Answers } from './answers.ts';
import type { Form } from './definition.ts';
import { fieldsFromAnswers } from './reading/fields.ts';
import { readPage } from './reading/read-page.ts';
import type { FieldError, ReadingContext } from './reading/reader.ts';
import { reachableAnswers, reachablePages } from './walk.ts';

export interface PageErrors {
  readonly page: string;
  readonly errors: readonly FieldError[];
}

/**
 * Judges all answers once more at submission, page by page, with the same rules and sentences as on the way: answers
 * may be old (a draft of weeks), prefilled, or sent by a program.
 */
export function checkAnswers(form: Form, answers: Answers, context: ReadingContext): readonly PageErrors[] {
  const facts = { ...context.facts, today: context.today };
  const reached = reachableAnswers(form, answers, facts);
  return reachablePages(form, reached, facts)
    .map((page) => ({
      page: page.id,
      errors: readPage(page, fieldsFromAnswers(page, reached), reached, context).errors,
    }))
    .filter((found) => found.errors.length > 0);
}
