import { type Answers, type AnswerValue, isAddress, rowsOf } from '../answers.ts';
import type { Page, Question } from '../definition.ts';
import type { PostedFields } from './reader.ts';

const dateParts = ['-day', '-month', '-year'];
const addressParts = ['-province', '-commune', '-detail'];

/** Names of the form fields of a question; for a group, those that are in the given fields. */
export function fieldNames(question: Question, fields: PostedFields = {}, prefix = ''): readonly string[] {
  const name = prefix + question.id;
  if (question.type === 'explanation') return [];
  if (question.type === 'date') return dateParts.map((part) => name + part);
  if (question.type === 'commune-address') return addressParts.map((part) => name + part);
  if (question.type === 'group') return Object.keys(fields).filter((field) => field.startsWith(`${name}.`));
  return [name];
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
  if (isAddress(value))
    return [
      [`${name}-province`, value.province],
      [`${name}-commune`, value.commune],
      [`${name}-detail`, value.detail],
    ];
  if (question.type === 'group')
    return rowsOf(value).flatMap((row, i) => fieldsOfAll(question.items ?? [], row, `${name}.${i}.`));
  if (typeof value === 'boolean') return [[name, value ? 'yes' : 'no']];
  if (typeof value === 'number') return [[name, decimal(value)]];
  return [[name, value as string | readonly string[]]];
}

const fieldsOfAll = (questions: readonly Question[], answers: Answers, prefix: string) =>
  questions.flatMap((question) => {
    const value = answers[question.id];
    return value === undefined ? [] : fieldsOf(question, value, prefix);
  });

/** The form fields that show these answers: the way back from `readPage`. */
export const fieldsFromAnswers = (page: Page, answers: Answers): PostedFields =>
  Object.fromEntries(fieldsOfAll(page.questions, answers, ''));
