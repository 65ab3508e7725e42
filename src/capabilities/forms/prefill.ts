import type { Answers, AnswerValue, Facts } from './answers.ts';
import { holds } from './condition.ts';
import type { Form, Question } from './definition.ts';

export interface Prefilled {
  readonly answers: Answers;
  /** Question id → the source key its answer came from (`person.name`), to be said beside the field. */
  readonly from: Readonly<Record<string, string>>;
}

/**
 * Answers we already hold, by the definition's `prefill` marks; what has been answered is never overwritten. Asked again
 * before each page, for a `prefillIf` (the mother is the one who files) waits for earlier answers.
 */
export function prefill(
  form: Form,
  known: Readonly<Record<string, AnswerValue | undefined>>,
  answersSoFar: Answers = {},
  facts: Facts = {},
): Prefilled {
  const answers: Record<string, AnswerValue> = { ...answersSoFar };
  const from: Record<string, string> = {};
  const questions: readonly Question[] = form.pages.flatMap((page) => page.questions);
  for (const question of questions) {
    const value = question.prefill === undefined ? undefined : known[question.prefill];
    if (question.prefill === undefined || value === undefined || answers[question.id] !== undefined) continue;
    if (!holds(question.prefillIf, answers, facts)) continue;
    answers[question.id] = value;
    from[question.id] = question.prefill;
  }
  return { answers, from };
}
