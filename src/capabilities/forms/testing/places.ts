import { rowsOf } from '../answers.ts';
import {
  type Answers,
  caseOf,
  type Facts,
  feesOwed,
  holds,
  openQuestions,
  type Page,
  type ProcedureDefinition,
  type Question,
  requiredDocuments,
  timeFor,
} from '../index.ts';

const optionsOf = (question: Question, at: string): readonly string[] =>
  (question.options ?? []).map((option) => `${at} = ${option.value}`);

/** Everything of a procedure that somebody must be able to come to, by a name that leads an administrator there. */
export function placesOf(definition: ProcedureDefinition): Set<string> {
  const { form, documents, fees, cases = [], time, otherResults = [], workflow } = definition;
  const questions = (list: readonly Question[], at: string): readonly string[] =>
    list.flatMap((question) => {
      const here = `${at} › ${question.id}`;
      return [here, ...optionsOf(question, here), ...questions(question.items ?? [], here)];
    });
  return new Set([
    ...form.pages.flatMap((page) => [`page ${page.id}`, ...questions(page.questions, `page ${page.id}`)]),
    ...documents.map(({ id }) => `document ${id}`),
    ...fees.map(({ id }) => `fee ${id}`),
    ...cases.map(({ id }) => `case ${id}`),
    ...time.map((_, i) => `time ${i + 1}`),
    ...otherResults.map((_, i) => `other result ${i + 1}`),
    ...workflow.steps.map(({ id }) => `step ${id}`),
  ]);
}

/** Values as their options have them; several for a question that takes several. */
const valuesOf = (answer: Answers[string] | undefined): readonly string[] =>
  (Array.isArray(answer) ? answer : [answer]).flatMap((each) => (typeof each === 'string' ? [each] : []));

function seenQuestions(question: Question, at: string, around: Answers, facts: Facts): readonly string[] {
  const here = `${at} › ${question.id}`;
  const answer = around[question.id];
  return [
    here,
    ...valuesOf(answer).map((value) => `${here} = ${value}`),
    ...rowsOf(answer).flatMap((row) =>
      (question.items ?? [])
        .filter((item) => holds(item.if, { ...around, ...row }, facts))
        .flatMap((item) => seenQuestions(item, here, { ...around, ...row }, facts)),
    ),
  ];
}

/** Those of the places that one filled-in form comes to. */
export function placesSeen(
  definition: ProcedureDefinition,
  pages: readonly Page[],
  answers: Answers,
  facts: Facts,
): readonly string[] {
  const { otherResults = [], workflow, time } = definition;
  const chosen = caseOf(definition, answers, facts);
  const channel = facts['channel'] as 'online' | 'direct' | 'post';
  const inForce = timeFor(definition, channel, chosen, answers, facts);
  return [
    ...pages.flatMap((page) => [
      `page ${page.id}`,
      ...openQuestions(page, answers, facts).flatMap((question) =>
        seenQuestions(question, `page ${page.id}`, answers, facts),
      ),
    ]),
    ...requiredDocuments(definition, answers, facts).flatMap(({ id, alternatives }) => [
      `document ${id}`,
      ...alternatives.map((other) => `document ${other.id}`),
    ]),
    ...feesOwed(definition, answers, facts).map(({ id }) => `fee ${id}`),
    ...(chosen === undefined ? [] : [`case ${chosen}`]),
    ...time.flatMap((each, i) => (each === inForce ? [`time ${i + 1}`] : [])),
    ...otherResults.flatMap((each, i) => (holds(each.if, answers, facts) ? [`other result ${i + 1}`] : [])),
    ...workflow.steps.flatMap((step) => (holds(step.if, answers, facts) ? [`step ${step.id}`] : [])),
  ];
}
