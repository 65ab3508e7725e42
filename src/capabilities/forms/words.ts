import { asDong, formatDong } from '#kernel/money';
import { inLocale, type Locale, type LocalText } from '#kernel/text';
import { type Answers, type AnswerValue, type Facts, isAddress, isOldAddress, rowsOf } from './answers.ts';
import { type CodeLists, fullLabel, listOf } from './lists.ts';
import { type Form, type Question, repeats } from './questions.ts';
import { openQuestions, reachableAnswers, reachablePages } from './walk.ts';

/** A question with its answer as text. Kept with a submission, so that it reads well when the form is long gone. */
export interface AnswerInWords {
  readonly pageId: string;
  readonly page: string;
  readonly questionId: string;
  readonly question: string;
  readonly answer: string;
}
const yes: LocalText = { vi: 'Có', en: 'Yes' };
const no: LocalText = { vi: 'Không', en: 'No' };
const today: LocalText = { vi: 'nay là', en: 'today' };
const handedIn: LocalText = { vi: 'Đã nộp tệp', en: 'File handed in' };
const kindOf = ({ type, compute }: Question): string => compute?.gives ?? type;
const agreed: LocalText = { vi: 'Tôi đồng ý', en: 'I agree' };

/** `2026-11-25` → `25/11/2026`, `2026-11` → `11/2026`. */
const dateInWords = (date: string): string => date.split('-').reverse().join('/');

/** One answer as text in the locale; codes become names where the list knows them. */
export function answerInWords(
  question: Question,
  value: AnswerValue,
  locale: Locale,
  lists: CodeLists,
): string {
  const named = (list: string, code: string): string => {
    const label = lists.label(list, code);
    return label ? inLocale(label, locale) : code;
  };
  const option = (code: string): string => {
    const list = listOf(question);
    if (list !== undefined) return named(list, code);
    const found = question.options?.find((each) => each.value === code);
    return found ? inLocale(found.label, locale) : code;
  };
  if (isOldAddress(value))
    return `${value.detail}, ${fullLabel(lists, 'old-wards', value.old.ward, locale)} (${inLocale(today, locale)}: ${[
      named('communes', value.commune),
      named('provinces', value.province),
    ].join(', ')})`;
  if (isAddress(value))
    return [value.detail, named('communes', value.commune), named('provinces', value.province)].join(', ');
  if (typeof value === 'boolean')
    return inLocale(value ? (question.type === 'declaration' ? agreed : yes) : no, locale);
  if (typeof value === 'number')
    return kindOf(question) === 'money' ? formatDong(asDong(value)) : String(value).replace('.', ',');
  if (typeof value === 'string') {
    if (kindOf(question) === 'date') return dateInWords(value);
    if (question.type === 'photo' || question.type === 'file') return inLocale(handedIn, locale);
    return question.options || listOf(question) ? option(value) : value;
  }
  if (repeats(question))
    return rowsOf(value)
      .map((row, i) => `${i + 1}. ${rowInWords(question, row, locale, lists)}`)
      .join('\n');
  return (value as readonly string[]).map(option).join('; ');
}

const rowInWords = (group: Question, row: Answers, locale: Locale, lists: CodeLists): string =>
  (group.items ?? [])
    .flatMap((item) => {
      const value = row[item.id];
      return value === undefined
        ? []
        : [`${inLocale(item.label, locale)}: ${answerInWords(item, value, locale, lists)}`];
    })
    .join('; ');

/** Every open question that has an answer, in the order of the form. */
export function answersInWords(
  form: Form,
  answers: Answers,
  locale: Locale,
  lists: CodeLists,
  facts: Facts = {},
): readonly AnswerInWords[] {
  const reached = reachableAnswers(form, answers, facts);
  return reachablePages(form, reached, facts).flatMap((page) =>
    openQuestions(page, reached, facts).flatMap((question) => {
      const value = reached[question.id];
      if (value === undefined) return [];
      return [
        {
          pageId: page.id,
          page: inLocale(page.title, locale),
          questionId: question.id,
          question: inLocale(question.label, locale),
          answer: answerInWords(question, value, locale, lists),
        },
      ];
    }),
  );
}
