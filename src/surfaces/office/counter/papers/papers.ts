import type { NationalProcedure } from '#capabilities/catalogue';
import type { CounterFiling, StoredFile } from '#capabilities/dossiers';
import {
  type Answers,
  attempt,
  type DocumentDemand,
  type Facts,
  type PostedFields,
  type ProcedureDefinition,
  requiredDocuments,
} from '#capabilities/forms';
import type { LocalText } from '#kernel/text';
import { textOf } from '../sheet/fields.ts';

/** One line of the list of papers: an original and copies to take in, or something to look at and give back. */
export interface PaperRow {
  readonly id: string;
  readonly name: LocalText;
  readonly hint?: LocalText | undefined;
  readonly kind: 'submit' | 'show';
  readonly originals: number;
  readonly copies: number;
  readonly required: boolean;
  /** May stand in the place of this one. */
  readonly insteadOf?: string;
  /** A register could answer for it. */
  readonly inRegister: boolean;
}

export type CounterPaper = CounterFiling['papers'][number] & { readonly title?: string };

export const paperFields = {
  originals: (id: string) => `_goc.${id}`,
  copies: (id: string) => `_sao.${id}`,
  register: (id: string) => `_tra-cuu.${id}`,
  compared: (id: string) => `_doi-chieu.${id}`,
  upload: (id: string) => `_tep.${id}`,
  kept: (id: string) => `_giu.${id}`,
} as const;

const rowOf = (demand: DocumentDemand, insteadOf?: string): PaperRow => ({
  id: demand.id,
  name: demand.name,
  hint: demand.hint,
  kind: demand.group === 'show' ? 'show' : 'submit',
  originals: demand.originals,
  copies: demand.copies,
  required: demand.required && insteadOf === undefined,
  ...(insteadOf === undefined ? {} : { insteadOf }),
  inRegister: demand.replaceableBy.length > 0,
});

/** The papers of the procedure for these answers; without a form of its own, those of the national list. */
export function paperRows(
  definition: ProcedureDefinition,
  national: NationalProcedure,
  answers: Answers,
  facts: Facts,
  live: boolean,
): readonly PaperRow[] {
  // The sheet itself says when a table fails.
  const asked = attempt(() => requiredDocuments(definition, answers, facts));
  const own = (asked.ok ? asked.value : [])
    .filter((demand) => demand.group !== 'note')
    .flatMap((demand) => [rowOf(demand), ...demand.alternatives.map((other) => rowOf(other, demand.id))]);
  return live ? own : [...nationalRows(national), ...own];
}

/** A case of the list may have twenty papers, and cases repeat them: each is named once, none is demanded. */
const mostNational = 24;
function nationalRows(national: NationalProcedure): readonly PaperRow[] {
  const named = new Map<string, PaperRow>();
  for (const each of national.cases)
    for (const paper of each.documents) {
      if (paper.group === 'note' || named.has(paper.name)) continue;
      named.set(paper.name, {
        id: `danh-muc-${named.size + 1}`,
        name: { vi: paper.name },
        kind: paper.group === 'show' ? 'show' : 'submit',
        originals: paper.originals,
        copies: paper.copies,
        required: false,
        inRegister: false,
      });
    }
  return [...named.values()].slice(0, mostNational);
}

/** What a fresh row proposes: the numbers of the procedure where a paper must be there, else nothing. */
export const proposed = (row: PaperRow, what: 'originals' | 'copies'): string =>
  row.required && row[what] > 0 ? String(row[what]) : '';

export interface PapersReading {
  readonly papers: readonly CounterPaper[];
  /** Names of papers that were only looked at. */
  readonly compared: readonly string[];
  readonly faults: readonly { readonly code: string; readonly field: string; readonly about: LocalText }[];
  /** Rows that were not on the sheet that was sent: an answer has opened them. */
  readonly fresh: boolean;
}

const count = (typed: string): number | undefined =>
  typed.trim() === '' ? 0 : /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : undefined;

/** `scans` are the files taken for each paper; nothing that a browser claims about a file is believed. */
export function readPapers(
  rows: readonly PaperRow[],
  fields: PostedFields,
  scans: ReadonlyMap<string, StoredFile>,
): PapersReading {
  const papers: CounterPaper[] = [];
  const compared: string[] = [];
  const faults: PapersReading['faults'][number][] = [];
  const given = new Set<string>();
  const submitted = rows.filter((row) => row.kind === 'submit');
  for (const row of submitted) {
    const originals = count(textOf(fields, paperFields.originals(row.id)));
    const copies = count(textOf(fields, paperFields.copies(row.id)));
    if (originals === undefined || copies === undefined) {
      const field = paperFields[originals === undefined ? 'originals' : 'copies'](row.id);
      faults.push({ code: 'count-shape', field, about: row.name });
      given.add(row.id);
      continue;
    }
    const file = scans.get(row.id);
    const looked = textOf(fields, paperFields.register(row.id)) === 'yes';
    if (originals + copies === 0 && !file && !looked) continue;
    given.add(row.id);
    const source = file ? 'scan' : originals + copies > 0 ? 'paper' : 'register';
    papers.push({ demand: row.id, title: row.name.vi, source, originals, copies, ...(file && { file }) });
  }
  const answered = (row: PaperRow) =>
    given.has(row.id) || submitted.some((other) => other.insteadOf === row.id && given.has(other.id));
  for (const row of submitted)
    if (row.required && !answered(row))
      faults.push({ code: 'paper-missing', field: paperFields.originals(row.id), about: row.name });
  for (const row of rows.filter(({ kind }) => kind === 'show')) {
    if (textOf(fields, paperFields.compared(row.id)) === 'yes') compared.push(row.name.vi);
    else if (row.required)
      faults.push({ code: 'compare-missing', field: paperFields.compared(row.id), about: row.name });
  }
  const fresh = submitted.some((row) => fields[paperFields.originals(row.id)] === undefined);
  return { papers, compared, faults, fresh };
}
