import assert from 'node:assert/strict';
import { compileSchema } from '#platform/validation';
import {
  type Answers,
  answersInWords,
  checkAnswers,
  type Facts,
  type Form,
  fieldsFromAnswers,
  firstUnfinishedPage,
  nextPage,
  openQuestions,
  type Page,
  type ProcedureDefinition,
  previousPage,
  progress,
  type ReadingContext,
  reachableAnswers,
  reachablePages,
  readPage,
  toJsonSchema,
} from '../index.ts';
import { fillPage, type Pick, seededPick } from '../inventing/fill-in.ts';
import { placesOf, placesSeen } from './places.ts';

const walks = 160;
const channels = ['online', 'direct', 'post'];
const representing = ['self', 'other', 'business'];
const relations = ['con', 'me', 'ban'];

interface Walked {
  readonly pages: readonly Page[];
  readonly answers: Answers;
}
function forward(form: Form, context: ReadingContext, facts: Facts, pick: Pick): Walked {
  let answers: Answers = {};
  const pages: Page[] = [];
  let page: Page | undefined = firstUnfinishedPage(form, answers, facts);
  while (page) {
    pages.push(page);
    const read = readPage(page, fillPage(page, answers, context, pick), answers, context);
    assert.deepEqual(read.errors, [], `${form.id}, ${page.id}: a page that nobody could fill in`);
    answers = read.answers;
    page = nextPage(form, page.id, answers, facts);
    assert.ok(pages.length <= form.pages.length, 'the walk goes in a circle');
  }
  return { pages, answers };
}

/** From the last page back to the first; each is sent again as it shows itself, which must change nothing. */
function back(form: Form, { pages, answers }: Walked, context: ReadingContext, facts: Facts): void {
  const seen: string[] = [];
  let page = pages.at(-1);
  assert.ok(page);
  assert.deepEqual(progress(form, page.id, answers, facts), {
    at: pages.length,
    of: pages.length,
    complete: pages.length,
  });
  while (page) {
    seen.unshift(page.id);
    const again = readPage(page, fieldsFromAnswers(page, answers), answers, context);
    assert.deepEqual(again.errors, [], `${form.id}, ${page.id}: sent again`);
    assert.deepEqual(
      reachableAnswers(form, again.answers, facts),
      reachableAnswers(form, answers, facts),
      `${form.id}, ${page.id}: sent again, it says something else`,
    );
    page = previousPage(form, page.id, answers, facts);
  }
  assert.deepEqual(
    seen,
    pages.map(({ id }) => id),
  );
}

/** What is submitted answers questions that stand open, and nothing else, whatever was answered before a change of mind. */
function onlyReachable(form: Form, answers: Answers, facts: Facts): Answers {
  const submitted = reachableAnswers(form, answers, facts);
  const open = new Set(
    reachablePages(form, submitted, facts).flatMap((page) =>
      openQuestions(page, submitted, facts).map(({ id }) => id),
    ),
  );
  assert.deepEqual(
    Object.keys(submitted).filter((id) => !open.has(id)),
    [],
    `${form.id}: answers that nobody could see are submitted`,
  );
  assert.deepEqual(reachableAnswers(form, submitted, facts), submitted, 'reaching twice changes nothing');
  return submitted;
}

/**
 * Fills the form in many ways, forward and back, and changes its mind. @returns the places never come to; empty where
 * each page, question, option, paper, fee, case, time, result and step has its use.
 */
export function neverVisited(
  definition: ProcedureDefinition,
  reading: (facts: Facts) => ReadingContext,
): readonly string[] {
  const { form } = definition;
  const unseen = placesOf(definition);
  const accepts = compileSchema(toJsonSchema(form));
  let before: Answers = {};
  for (let seed = 1; seed <= walks; seed++) {
    const pick = seededPick(seed * 7919);
    const context = reading({
      channel: channels[seed % 3],
      representing: representing[Math.floor(seed / 3) % 3],
      relation: relations[Math.floor(seed / 9) % 3],
    });
    const facts = { ...context.facts, today: context.today };
    const walked = forward(form, context, facts, pick);
    back(form, walked, context, facts);
    const submitted = onlyReachable(form, walked.answers, facts);
    // Answers of another life lie beneath: those of the questions asked now stand, the rest must not be sent.
    onlyReachable(form, { ...before, ...walked.answers }, facts);
    before = walked.answers;
    assert.deepEqual(accepts(submitted), [], 'the JSON Schema accepts what the pages accepted');
    assert.deepEqual(
      checkAnswers(form, submitted, context),
      [],
      'what the pages accepted stands at submission',
    );
    const words = answersInWords(form, walked.answers, 'vi', context.lists, facts);
    assert.equal(words.length, Object.keys(submitted).length);
    assert.ok(words.every((line) => line.answer !== '' && line.question !== ''));
    for (const place of placesSeen(definition, walked.pages, submitted, facts)) unseen.delete(place);
  }
  return [...unseen];
}
