import { cleanText } from '#kernel/text';
import type { DocumentGroup, NationalCase, NationalDocument } from '../procedure.ts';
import { shorten } from './clean.ts';
import { groupOfHeading, withoutMarks } from './document-words.ts';
import { readDocument } from './documents.ts';
import type { RawCase } from './raw.ts';
import type { Note } from './report.ts';

export interface ReadCases {
  readonly cases: readonly NationalCase[];
  /** Papers that came twice in one case and were merged. */
  readonly merged: number;
}

/**
 * Reads the cases of a procedure. Headings such as "* Giấy tờ phải xuất trình:" are groups of one list, not cases;
 * they and papers without heading become one common list, in front of the true cases.
 */
export function readCases(raw: readonly RawCase[], note: Note): ReadCases {
  const common: NationalDocument[] = [];
  const cases: NationalCase[] = [];
  let merged = 0;
  let marks = 0;
  for (const [index, one] of raw.entries()) {
    const heading = cleanText(one.case);
    const group = heading === '' ? 'submit' : groupOfHeading(heading);
    const field = `cases[${index}]`;
    if (heading !== '' && group !== undefined)
      note(field, 'corrected', 'case-is-group', shorten(heading), `group ${group}`);
    const read = one.documents.flatMap((document, at) => {
      const where = `${field}.documents[${at}]`;
      if (cleanText(document.name) === '') {
        note(where, 'set-aside', 'document-empty', `${document.originals}/${document.copies}`);
        merged += 1;
        return [];
      }
      if (withoutMarks(cleanText(document.name)) !== cleanText(document.name)) marks += 1;
      return [readDocument(document, groupFor(document.name, group), where, note)];
    });
    const target = group === undefined ? [] : common;
    merged += addOnce(target, read, field, note);
    if (group === undefined) cases.push({ name: caseName(heading), common: false, documents: target });
  }
  if (marks > 0) note('cases.documents.name', 'corrected', 'list-marks', `${marks}`, '0');
  const whole: NationalCase[] =
    common.length > 0 ? [{ name: '', common: true, documents: inOrder(common) }] : [];
  return { cases: [...whole, ...cases], merged };
}

const groupFor = (name: string, group: DocumentGroup | undefined): DocumentGroup =>
  group ?? (/^[\s*\-+]*xuất trình/iu.test(name) ? 'show' : 'submit');

const caseName = (heading: string): string => withoutMarks(heading).replace(/[\s:;]+$/u, '');

/** Adds papers that the list does not have yet; returns how many were there already. */
function addOnce(
  list: NationalDocument[],
  more: readonly NationalDocument[],
  field: string,
  note: Note,
): number {
  const key = (document: NationalDocument) => JSON.stringify(document);
  const seen = new Set(list.map(key));
  let twice = 0;
  for (const document of more) {
    if (seen.has(key(document))) {
      note(field, 'corrected', 'document-twice', shorten(document.name), 'once');
      twice += 1;
    } else {
      seen.add(key(document));
      list.push(document);
    }
  }
  return twice;
}

const groups: readonly DocumentGroup[] = ['submit', 'show', 'note'];
const inOrder = (documents: readonly NationalDocument[]): NationalDocument[] =>
  [...documents].sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group));
