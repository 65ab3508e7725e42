import type { LocalText } from '#kernel/text';
import type { Answers, AnswerValue, Facts } from '../answers.ts';
import { computed } from '../computed.ts';
import { holds } from '../condition.ts';
import { asksNothing, type Page, type Question, type QuestionType } from '../questions.ts';
import { fieldNames } from './fields.ts';
import { messages, missing } from './messages.ts';
import { readCommuneAddress } from './read-address.ts';
import { readChoice, readChoices, readDeclaration, readYesNo } from './read-choice.ts';
import { readEmail, readEnterpriseCode, readPersonalNumber, readPhone } from './read-codes.ts';
import { readDate, readTime, readYear } from './read-date.ts';
import { readFile } from './read-file.ts';
import { readMoney, readNumber } from './read-number.ts';
import { readOldAddress, readSearchChoice, searchPart } from './read-search.ts';
import { readText } from './read-text.ts';
import {
  type Asked,
  type FieldError,
  nothing,
  type PostedFields,
  type Reader,
  type ReadingContext,
} from './reader.ts';

/** One reader per type; a type without one does not compile. Rows are read one by one below. */
const readers: Record<Exclude<QuestionType, 'group' | 'table'>, Reader> = {
  text: readText,
  'long-text': readText,
  number: readNumber,
  money: readMoney,
  date: readDate,
  year: readYear,
  time: readTime,
  'yes-no': readYesNo,
  choice: readChoice,
  choices: readChoices,
  'search-choice': readSearchChoice,
  'personal-number': readPersonalNumber,
  'enterprise-code': readEnterpriseCode,
  phone: readPhone,
  email: readEmail,
  'commune-address': readCommuneAddress,
  'old-address': readOldAddress,
  nationality: readChoice,
  'ethnic-group': readChoice,
  photo: readFile,
  file: readFile,
  calculated: ({ question, answers, context }) => ({
    value: computed(question, answers, { ...context.facts, today: context.today }),
  }),
  explanation: () => nothing,
  signature: () => nothing,
  declaration: readDeclaration,
};

export interface PageReading {
  /** The answers so far, with those of this page as they now stand: what is faulty or empty is not among them. */
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
  /** What was typed, field by field, to be shown again as it was. */
  readonly typed: PostedFields;
}
interface Gathered {
  readonly values: Record<string, AnswerValue>;
  readonly errors: FieldError[];
}
/** Rows of a group beyond this are not read: no form needs them, and each costs work. */
const mostRows = 60;

/**
 * Reads the fields of one page into typed answers. Questions whose condition does not hold over the answers above
 * them are passed over, whatever was sent for them.
 */
export function readPage(
  page: Page,
  fields: PostedFields,
  answersSoFar: Answers,
  context: ReadingContext,
): PageReading {
  const own = new Set(page.questions.map((question) => question.id));
  const before = Object.fromEntries(Object.entries(answersSoFar).filter(([id]) => !own.has(id)));
  const { values, errors } = readQuestions(page.questions, '', fields, before, context);
  const names = page.questions.flatMap((question) => fieldNames(question, fields));
  return {
    answers: { ...before, ...values },
    errors,
    typed: Object.fromEntries(
      names.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
    ),
  };
}

function readQuestions(
  questions: readonly Question[],
  prefix: string,
  fields: PostedFields,
  around: Answers,
  context: ReadingContext,
): Gathered {
  const facts: Facts = { ...context.facts, today: context.today };
  const gathered: Gathered = { values: {}, errors: [] };
  // One copy that grows from question to question: a submission reads every answer once more.
  const answers: Record<string, AnswerValue> = { ...around };
  for (const question of questions) {
    if (asksNothing(question) || !holds(question.if, answers, facts)) continue;
    const asked: Asked = { question, name: prefix + question.id, fields, answers, context };
    if (question.type === 'group' || question.type === 'table') readRows(asked, gathered);
    else readOne(asked, readers[question.type], facts, gathered);
    const value = gathered.values[question.id];
    if (value !== undefined) answers[question.id] = value;
  }
  return gathered;
}

function readOne(asked: Asked, reader: Reader, facts: Facts, gathered: Gathered): void {
  const { question, name, answers } = asked;
  const refuse = (message: LocalText, part = '') =>
    gathered.errors.push({ question: name, field: name + (part || focusPart(question)), message });
  const read = reader(asked);
  if (read.faults) for (const each of read.faults) refuse(each.message, each.part);
  else if (read.value !== undefined) {
    const after = question.refuseIf && { ...answers, [question.id]: read.value };
    const refusal = after && question.refuseIf?.find((rule) => holds(rule.if, after, facts));
    if (refusal) refuse(refusal.message);
    else gathered.values[question.id] = read.value;
  } else if (question.required === true) refuse(missing(question));
}

/** Which of several fields an error leads to that concerns them all. */
const focusParts: Partial<Record<QuestionType, string>> = {
  date: '-day',
  'commune-address': '-province',
  'old-address': searchPart,
  'search-choice': searchPart,
};
const focusPart = ({ type }: Question): string => focusParts[type] ?? '';

function readRows({ question, name, fields, answers, context }: Asked, gathered: Gathered): void {
  const items = question.items ?? [];
  const rows: Answers[] = [];
  const errors: FieldError[] = [];
  const refuse = (message: LocalText) => gathered.errors.push({ question: name, field: name, message });
  const indexes = rowIndexes(name, fields);
  const most = Math.min(question.max ?? mostRows, mostRows);
  for (const index of indexes.slice(0, mostRows)) {
    const row = readQuestions(items, `${name}.${index}.`, fields, answers, context);
    rows.push(row.values);
    errors.push(...row.errors);
  }
  gathered.errors.push(...errors);
  if (indexes.length === 0 && question.required === true) refuse(missing(question));
  else if (indexes.length > most) refuse(messages.tooManyRows(most));
  else if (indexes.length > 0 && indexes.length < (question.min ?? 0))
    refuse(messages.tooFewRows(question.min ?? 0));
  else if (rows.length > 0 && errors.length === 0) gathered.values[question.id] = rows;
}

/** Numbers of the rows in which something was typed, in order; rows left empty are passed over. */
function rowIndexes(name: string, fields: PostedFields): readonly number[] {
  const found = new Set<number>();
  for (const [field, value] of Object.entries(fields)) {
    if (!field.startsWith(`${name}.`)) continue;
    const index = /^(\d{1,3})\./.exec(field.slice(name.length + 1))?.[1];
    const filled =
      typeof value === 'string' ? value.trim() !== '' : value?.some((text) => text.trim() !== '');
    if (index !== undefined && filled === true && !field.endsWith('-province')) found.add(Number(index));
  }
  return [...found].sort((a, b) => a - b);
}
