import { type AnswerInWords, type Answers, answersInWords, type CodeLists } from '#capabilities/forms';
import type { Locale } from '#kernel/text';
import type { OpenFiling } from '../core/open-filing.ts';

const isAnswers = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Answers inside a kept text: those of one page, or the whole body of a repeated submission. */
function answersOf(kept: unknown): Answers {
  if (!isAnswers(kept)) return {};
  const body = (kept as { body?: { answers?: unknown } }).body?.answers;
  if (isAnswers(body)) return body;
  return 'hash' in kept ? {} : kept;
}

/** What was typed after the submission and says something else, the newest last word for each question. */
export function laterWords(
  { draft, definition, facts }: OpenFiling,
  submitted: Answers,
  locale: Locale,
  lists: CodeLists,
): readonly AnswerInWords[] {
  // A repeated submission keeps the whole body: what it says alike must not cover what a page said differently.
  const differs = ([id, value]: [string, unknown]) => JSON.stringify(submitted[id]) !== JSON.stringify(value);
  const later = Object.fromEntries(
    (draft.altered ?? []).flatMap((kept) => Object.entries(answersOf(kept)).filter(differs)),
  );
  const before = new Map(
    answersInWords(definition.form, submitted, locale, lists, facts).map((word) => [
      word.questionId,
      word.answer,
    ]),
  );
  return answersInWords(definition.form, { ...submitted, ...later }, locale, lists, facts).filter(
    (word) => before.get(word.questionId) !== word.answer,
  );
}
