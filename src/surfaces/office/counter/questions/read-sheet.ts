import {
  type Answers,
  type FieldError,
  type Form,
  fieldNames,
  fieldsFromAnswers,
  nextPage,
  type Page,
  type PostedFields,
  prefill,
  type Question,
  type ReadingContext,
  reachablePages,
  readPage,
} from '#capabilities/forms';
import { textsOf } from '../sheet/fields.ts';

/** A whole form as one sheet. */
export interface SheetReading {
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
  /** Pages that stand open for these answers, in order. */
  readonly pages: readonly Page[];
  /** What the sheet shows: typed as typed, the rest filled with what is known. */
  readonly fields: PostedFields;
}

/** Facts of the applicant that are asked once, above the form. */
const askedAbove = new Set([
  'person.name',
  'person.personalNumber',
  'person.phone',
  'person.email',
  'person.birthDate',
  'person.sex',
]);
/** The form's own question for a fact that stands above it: answered from there and not shown again. */
export const isAskedAbove = (question: Question): boolean =>
  question.prefill !== undefined && question.prefillIf === undefined && askedAbove.has(question.prefill);

const isEmpty = (question: Question, fields: PostedFields): boolean =>
  fieldNames(question, fields).every(
    (name) => name.endsWith('-province') || textsOf(fields, name).every((text) => text.trim() === ''),
  );

/** Reads all pages of a form front to back from the fields of one sheet. */
export function readSheet(
  form: Form,
  posted: PostedFields,
  known: Answers,
  context: ReadingContext,
): SheetReading {
  const facts = { ...context.facts, today: context.today };
  const pages: Page[] = [];
  const errors: FieldError[] = [];
  let fields = posted;
  let answers: Answers = {};
  let page = reachablePages(form, {}, facts)[0];
  while (page) {
    pages.push(page);
    fields = withKnown(page, fields, known, answers, context);
    const read = readPage(page, fields, answers, context);
    answers = read.answers;
    errors.push(...read.errors);
    page = nextPage(form, page.id, answers, facts);
  }
  return { answers, errors, pages, fields };
}

/** Empty questions that we can answer ourselves are filled; those asked above always say what stands above. */
function withKnown(
  page: Page,
  fields: PostedFields,
  known: Answers,
  before: Answers,
  context: ReadingContext,
): PostedFields {
  const facts = { ...context.facts, today: context.today };
  const above = page.questions.filter(isAskedAbove);
  const names = new Set(above.flatMap((question) => fieldNames(question)));
  const own = Object.fromEntries(Object.entries(fields).filter(([name]) => !names.has(name)));
  const soFar = readPage(page, own, before, context).answers;
  const form = { id: page.id, title: page.title, pages: [page] };
  const { answers, from } = prefill(form, known, soFar, facts);
  const filled = page.questions.filter(
    (question) => Object.hasOwn(from, question.id) && (isAskedAbove(question) || isEmpty(question, own)),
  );
  return { ...own, ...fieldsFromAnswers({ ...page, questions: filled }, answers) };
}
