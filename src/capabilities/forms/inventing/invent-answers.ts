import type { Answers } from '../answers.ts';
import type { Form, Page } from '../questions.ts';
import { readPage } from '../reading/read-page.ts';
import type { ReadingContext } from '../reading/reader.ts';
import { firstUnfinishedPage, nextPage } from '../walk.ts';
import { fillPage, seededPick } from './fill-in.ts';

/**
 * Answers of an invented person who goes through the form from front to back, as its pages accept them: for trying out
 * a draft. The same seed gives the same person. A page that accepts nothing stays as far as it came.
 */
export function inventAnswers(form: Form, context: ReadingContext, seed: number): Answers {
  const facts = { ...context.facts, today: context.today };
  const pick = seededPick(seed);
  let answers: Answers = {};
  let page: Page | undefined = firstUnfinishedPage(form, answers, facts) ?? form.pages[0];
  while (page) {
    answers = readPage(page, fillPage(page, answers, context, pick), answers, context).answers;
    page = nextPage(form, page.id, answers, facts);
  }
  return answers;
}
