import { fieldNames } from '#capabilities/forms';
import type { Refusal } from '#kernel/outcome';
import { inLocale, type Locale } from '#kernel/text';
import { applicantFaults, applicantFields } from '../applicant/applicant.ts';
import { isAskedAbove } from '../questions/read-sheet.ts';
import { sentenceFor } from '../sentences.ts';
import { textOf } from './fields.ts';
import { type Sheet, sheetFields, totalOf } from './sheet.ts';

/** One thing to mend: its sentence and the field it belongs to. */
export interface Fault {
  readonly field: string;
  readonly text: string;
  /** Heading of its card, for the list above: a sheet asks the number of three people. */
  readonly under?: string;
}

const above: Readonly<Record<string, string>> = {
  'person.name': applicantFields.name,
  'person.personalNumber': applicantFields.number,
  'person.phone': applicantFields.phone,
  'person.email': applicantFields.email,
  'person.birthDate': `${applicantFields.birth}-day`,
  'person.sex': applicantFields.sex,
};

/** Fields of questions that stand above the form, by the field where the fact is typed. */
function askedWhere(sheet: Sheet): ReadonlyMap<string, string> {
  const questions = sheet.read.pages.flatMap((page) => page.questions).filter(isAskedAbove);
  return new Map(
    questions.flatMap((question) =>
      fieldNames(question).map((name) => [name, above[question.prefill ?? ''] ?? name] as const),
    ),
  );
}

/** Heading of the card that holds a field of the form. */
function headingsOf(sheet: Sheet, locale: Locale): ReadonlyMap<string, string> {
  return new Map(
    sheet.read.pages.flatMap(({ title, questions }) =>
      questions
        .filter((question) => !isAskedAbove(question))
        .flatMap((question) => fieldNames(question).map((name) => [name, inLocale(title, locale)] as const)),
    ),
  );
}

/** What has to be mended before this walk-in can be received, in the order of the page. */
export function faultsOf(sheet: Sheet, locale: Locale): readonly Fault[] {
  const where = askedWhere(sheet);
  const headings = headingsOf(sheet, locale);
  const worded = (refusal: Refusal): Fault => ({
    field: refusal.field ?? '',
    text: sentenceFor(refusal, locale),
  });
  const faults: Fault[] = [
    ...applicantFaults(sheet.fields).map(worded),
    ...sheet.read.errors.map(({ field, message }) => {
      const under = headings.get(field);
      return {
        field: where.get(field) ?? field,
        text: inLocale(message, locale),
        ...(under !== undefined && { under }),
      };
    }),
    ...sheet.papers.faults.map(({ code, field, about }) =>
      worded({ code, field, details: { paper: inLocale(about, locale) } }),
    ),
  ];
  if (sheet.undecided && sheet.read.errors.length === 0)
    faults.push(worded({ ...sheet.undecided, field: 'phi' }));
  const receipt = textOf(sheet.fields, sheetFields.receipt).trim();
  if (isPaidBy(sheet, 'card') && textOf(sheet.fields, sheetFields.slip).trim() === '')
    faults.push(worded({ code: 'slip-missing', field: sheetFields.slip }));
  if (receipt.length > 60) faults.push(worded({ code: 'receipt-long', field: sheetFields.receipt }));
  const seen = textOf(sheet.fields, sheetFields.feeSeen);
  const changed = sheet.papers.fresh || seen !== String(totalOf(sheet.fees));
  if (faults.length === 0 && changed) faults.push(worded({ code: 'sheet-changed', field: 'giay-to' }));
  return firstOfEach(faults);
}

const isPaidBy = (sheet: Sheet, way: 'paid' | 'card'): boolean =>
  sheet.fees.length > 0 && textOf(sheet.fields, sheetFields.fee) === way;

/** How it has been paid already; undefined for what is owed. */
export const paidWay = (sheet: Sheet): 'cash' | 'card' | undefined =>
  isPaidBy(sheet, 'paid') ? 'cash' : isPaidBy(sheet, 'card') ? 'card' : undefined;

/** One sentence a field: the name is missing once, not once for the person and once for the form. */
const firstOfEach = (faults: readonly Fault[]): readonly Fault[] =>
  faults.filter((fault, i) => faults.findIndex((other) => other.field === fault.field) === i);
