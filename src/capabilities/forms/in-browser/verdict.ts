import type { PlainDate } from '#kernel/time';
import type { Answers, Facts } from '../answers.ts';
import type { CodeLists } from '../lists.ts';
import { messages } from '../reading/messages.ts';
import { readPage } from '../reading/read-page.ts';
import type { FieldError, PostedFields } from '../reading/reader.ts';
import type { JudgedPage } from './judged-page.ts';

/** What the server tells the page beside its questions. */
export interface KnownToPage {
  readonly today: PlainDate;
  readonly facts: Facts;
  /** Of earlier pages, as far as this page looks at them. */
  readonly answers: Answers;
}
/** A schema compiled for the browser. */
export interface StandaloneCheck {
  (value: unknown): boolean;
  errors?: readonly { readonly instancePath: string }[] | null;
}

/** Questions that ask a long list are not judged in a browser; a short one holds its options itself. So no list is there. */
const noLists: CodeLists = {
  items: () => undefined,
  find: () => undefined,
  label: () => undefined,
  item: () => undefined,
};

/**
 * The faults that the server would find in the judged questions of a page, in its words: first what reading finds, then what
 * the schema refuses.
 * @public imported by the script that main bundles (page-checks/bundle.ts).
 */
export function verdictOf(
  page: JudgedPage['page'],
  fits: StandaloneCheck,
  fields: PostedFields,
  { today, facts, answers }: KnownToPage,
): readonly FieldError[] {
  const read = readPage(page, fields, answers, { today, facts, lists: noLists });
  const own = Object.fromEntries(
    page.questions.map(({ id }) => [id, read.answers[id]]).filter(([, value]) => value !== undefined),
  );
  const unfit = fits(own)
    ? []
    : (fits.errors ?? []).map(({ instancePath }) => instancePath.split('/')[1] ?? '');
  const named = new Set(read.errors.map(({ question }) => question.split('.')[0]));
  const others = page.questions.filter(({ id }) => unfit.includes(id) && !named.has(id));
  return [...read.errors, ...others.map(({ id }) => ({ question: id, field: id, message: messages.unfit }))];
}
