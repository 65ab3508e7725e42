import { type Answers, answerInWords, type Question, type ReadingContext } from '#capabilities/forms';
import { button, fieldset } from '#design';
import { inLocale, type Locale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import { sayIn } from '../../words/say.ts';
import type { QuestionProps } from './question-props.ts';

/** What was calculated, as text; a dash while the answers do not suffice. */
export function calculatedText(
  question: Question,
  answers: Answers,
  reading: ReadingContext,
  locale: Locale,
): string {
  const value = answers[question.id];
  return value === undefined ? '–' : answerInWords(question, value, locale, reading.lists);
}

/** A value that nobody types; the button sends the page and comes back with it. */
export function calculatedView({ question, name, answers, reading, locale }: QuestionProps): Html {
  const say = sayIn(locale);
  const { label, hint } = question;
  return fieldset(
    { name, label: inLocale(label, locale), ...(hint ? { hint: inLocale(hint, locale) } : {}), locale },
    ({ id }) =>
      html`<p><strong><output id="${id}">${calculatedText(question, answers, reading, locale)}</output></strong></p>${button(
        { text: say('Tính lại', 'Calculate again'), name: '_tai', value: name },
      )}`,
  );
}
