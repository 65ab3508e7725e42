import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  aReading,
  fillPage,
  type Pick,
  procedureOfEveryType,
  sampleDefinitions,
  seededPick,
} from '#builders/forms';
import { compileSchema } from '#platform/validation';
import {
  type Answers,
  answersInWords,
  checkAnswers,
  type Facts,
  type Form,
  feesOwed,
  firstUnfinishedPage,
  nextPage,
  openQuestions,
  type Page,
  previousPage,
  progress,
  type ReadingContext,
  reachableAnswers,
  readPage,
  requiredDocuments,
  toJsonSchema,
} from './index.ts';

const walks = 160;
const channels = ['online', 'direct', 'post'];
const representing = ['self', 'other', 'business'];
const relations = ['con', 'me', 'ban'];

interface Walked {
  readonly pages: readonly Page[];
  readonly answers: Answers;
}
function walkForward(form: Form, context: ReadingContext, pick: Pick): Walked {
  const facts = { ...context.facts, today: context.today };
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

function walkBack(form: Form, last: Page, answers: Answers, facts: Facts): readonly string[] {
  const back = [last.id];
  for (
    let page = previousPage(form, last.id, answers, facts);
    page;
    page = previousPage(form, page.id, answers, facts)
  )
    back.unshift(page.id);
  return back;
}

for (const definition of [...sampleDefinitions(), procedureOfEveryType()]) {
  const { form, code } = definition;
  test(`${code} ${form.id}: every page, question and option is reached, forward and back`, () => {
    const unseen = new Set(
      form.pages.flatMap((page) =>
        page.questions.flatMap((question) => [
          `${page.id} › ${question.id}`,
          ...(question.options ?? []).map((option) => `${page.id} › ${question.id} = ${option.value}`),
        ]),
      ),
    );
    const unseenDocuments = new Set(definition.documents.map((rule) => rule.id));
    const unseenFees = new Set(definition.fees.map((fee) => fee.id));
    const accepts = compileSchema(toJsonSchema(form));
    for (let seed = 1; seed <= walks; seed++) {
      const pick = seededPick(seed * 7919);
      const context = aReading('2026-11-25', {
        channel: channels[seed % 3],
        representing: representing[Math.floor(seed / 3) % 3],
        relation: relations[Math.floor(seed / 9) % 3],
      });
      const facts = { ...context.facts, today: context.today };
      const { pages, answers } = walkForward(form, context, pick);
      const last = pages.at(-1);
      assert.ok(last);
      assert.deepEqual(
        walkBack(form, last, answers, facts),
        pages.map((page) => page.id),
      );
      assert.deepEqual(progress(form, last.id, answers, facts), {
        at: pages.length,
        of: pages.length,
        complete: pages.length,
      });
      for (const page of pages)
        for (const question of openQuestions(page, answers, facts)) {
          unseen.delete(`${page.id} › ${question.id}`);
          unseen.delete(
            `${page.id} › ${question.id} = ${JSON.stringify(answers[question.id])?.replace(/["[\]]/g, '')}`,
          );
        }
      const submitted = reachableAnswers(form, answers, facts);
      assert.deepEqual(reachableAnswers(form, submitted, facts), submitted, 'reaching twice changes nothing');
      assert.deepEqual(accepts(submitted), [], 'the JSON Schema accepts what the pages accepted');
      assert.deepEqual(
        checkAnswers(form, submitted, context),
        [],
        'what the pages accepted stands at submission',
      );
      const words = answersInWords(form, answers, 'vi', context.lists, facts);
      assert.equal(words.length, Object.keys(submitted).length);
      assert.ok(words.every((line) => line.answer !== '' && line.question !== ''));
      for (const demand of requiredDocuments(definition, submitted, facts)) {
        unseenDocuments.delete(demand.id);
        for (const other of demand.alternatives) unseenDocuments.delete(other.id);
      }
      for (const line of feesOwed(definition, submitted, facts)) unseenFees.delete(line.id);
    }
    assert.deepEqual([...unseen], [], 'never visited');
    assert.deepEqual([...unseenDocuments], [], 'documents nobody is ever asked for');
    assert.deepEqual([...unseenFees], [], 'fees nobody ever owes');
  });
}
