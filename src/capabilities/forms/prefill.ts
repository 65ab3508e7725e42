import type { Answers, AnswerValue, Facts } from './answers.ts';
import { holds } from './condition.ts';
import type { Form, Question, QuestionType } from './questions.ts';

export interface Prefilled {
  readonly answers: Answers;
  /** Question id → the source key its answer came from (`person.name`), or `usual`. */
  readonly from: Readonly<Record<string, string>>;
}

/** What nearly everybody answers, offered where we hold nothing; it opens the questions that follow at once. */
const usual: Partial<Record<QuestionType, AnswerValue>> = { nationality: 'VN' };
const usualSource = 'usual';

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
    if (answers[question.id] !== undefined) continue;
    const source =
      question.prefill !== undefined &&
      known[question.prefill] !== undefined &&
      holds(question.prefillIf, answers, facts)
        ? question.prefill
        : usualSource;
    const value = source === usualSource ? usual[question.type] : known[source];
    if (value === undefined) continue;
    answers[question.id] = value;
    from[question.id] = source;
  }
  return { answers, from };
}
