import { answerInWords } from '#capabilities/forms';
import { answerOfHole, isAnswerHole, type PaperTemplate } from '#capabilities/papers';
import type { PaperPlaces, PaperSource } from './source.ts';

/** The answers that a procedure's own paper asks for (`answer_<question>`), as text; what was not answered stays empty. */
export function answersOn(
  { placeholders, language = 'vi' }: PaperTemplate,
  { answers = {}, rules }: PaperSource,
  { lists }: PaperPlaces,
): Readonly<Record<string, string>> {
  const names = Object.keys(placeholders).filter(isAnswerHole);
  if (names.length === 0) return {};
  const questions = rules.definition.form.pages.flatMap((page) => page.questions);
  return Object.fromEntries(
    names.flatMap((name) => {
      const question = questions.find(({ id }) => id === answerOfHole(name));
      const value = question && answers[question.id];
      return question && value !== undefined ? [[name, answerInWords(question, value, language, lists)]] : [];
    }),
  );
}
