import { type Answers, type AnswerValue, isAddress, isOldAddress, rowsOf } from '../answers.ts';
import { asksNothing, type Page, type Question, type QuestionType, repeats } from '../questions.ts';
import type { PostedFields } from './reader.ts';

/** Types whose answer is given in other fields than one of their own name. */
const parts: Partial<Record<QuestionType, readonly string[]>> = {
  date: ['-day', '-month', '-year'],
  'commune-address': ['-province', '-commune', '-detail'],
  'old-address': ['-search', '-ward', '-commune', '-detail'],
  'search-choice': ['-search', ''],
  calculated: [],
};

/** Names of the form fields of a question; for a group, those that are in the given fields. */
export function fieldNames(question: Question, fields: PostedFields = {}, prefix = ''): readonly string[] {
  const name = prefix + question.id;
  if (asksNothing(question)) return [];
  if (repeats(question)) return Object.keys(fields).filter((field) => field.startsWith(`${name}.`));
  return (parts[question.type] ?? ['']).map((part) => name + part);
}

const decimal = (value: number): string => String(value).replace('.', ',');

function fieldsOf(
  question: Question,
  value: AnswerValue,
  prefix: string,
): [string, string | readonly string[]][] {
  const name = prefix + question.id;
  if (question.type === 'date' && typeof value === 'string') {
    const [year = '', month = '', day = ''] = value.split('-');
    return [
      [`${name}-day`, day],
      [`${name}-month`, month],
      [`${name}-year`, year],
    ];
  }
  if (isOldAddress(value))
    return [
      [`${name}-ward`, value.old.ward],
      [`${name}-commune`, value.commune],
      [`${name}-detail`, value.detail],
    ];
  if (isAddress(value))
    return [
      [`${name}-province`, value.province],
      [`${name}-commune`, value.commune],
      [`${name}-detail`, value.detail],
    ];
  if (question.type === 'calculated') return [];
  if (repeats(question))
    return rowsOf(value).flatMap((row, i) => fieldsOfAll(question.items ?? [], row, `${name}.${i}.`));
  if (typeof value === 'boolean') return [[name, value ? 'yes' : 'no']];
  if (typeof value === 'number') return [[name, decimal(value)]];
  const texts =
    typeof value === 'string' || (Array.isArray(value) && value.every((each) => typeof each === 'string'));
  // Answers sent by a program may be anything; what fits no field is for the schema to refuse.
  return texts ? [[name, value]] : [];
}

const fieldsOfAll = (questions: readonly Question[], answers: Answers, prefix: string) =>
  questions.flatMap((question) => {
    const value = answers[question.id];
    return value === undefined ? [] : fieldsOf(question, value, prefix);
  });

/** The form fields that show these answers: the way back from `readPage`. */
export const fieldsFromAnswers = (page: Page, answers: Answers): PostedFields =>
  Object.fromEntries(fieldsOfAll(page.questions, answers, ''));
