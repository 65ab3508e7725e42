import { cleanText, foldText } from '#kernel/text';
import { isInternalCode, type NationalProcedure, procedureCodePattern } from '../procedure.ts';
import { readCases } from './cases.ts';
import { readChannels } from './channels.ts';
import { cleanField } from './clean.ts';
import {
  assumeDefaults,
  readDecisions,
  readLegalRefs,
  readLevels,
  readResults,
  readSubjects,
} from './fields.ts';
import { readName } from './names.ts';
import { type ProcedureRow, type RawDetail, readDetailLine } from './raw.ts';
import { type ImportReport, type Note, ReportBook } from './report.ts';

export interface ImportOptions {
  /** Code a page was fetched under → code printed on it, from checking the list by eye. */
  readonly printedCodes?: Readonly<Record<string, string>>;
}
export interface ImportedCatalogue {
  readonly procedures: readonly NationalProcedure[];
  readonly report: ImportReport;
}

/**
 * Reads the national list (rows) with its details (JSON lines). Every defect it meets is a line of the report, and
 * every row is either a procedure or set aside: rows = imported + rowsSetAside, details and papers likewise.
 */
export function importCatalogue(
  rows: readonly ProcedureRow[],
  detailLines: readonly string[],
  options: ImportOptions = {},
): ImportedCatalogue {
  const book = new ReportBook();
  const chosen = chooseRows(rows, options, book);
  const details = chooseDetails(detailLines, chosen, book);
  const counts = { documents: 0, documentsKept: 0, documentsMerged: 0 };
  const procedures: NationalProcedure[] = [];
  for (const [code, row] of chosen) {
    const detail = details.chosen.get(code);
    const read = readCases(detail?.cases ?? [], book.noteFor(code));
    const kept = read.cases.reduce((sum, one) => sum + one.documents.length, 0);
    counts.documents += (detail?.cases ?? []).reduce((sum, one) => sum + one.documents.length, 0);
    counts.documentsKept += kept;
    counts.documentsMerged += read.merged;
    procedures.push(readProcedure(code, row, detail, read.cases, book.noteFor(code)));
  }
  noteSameNames(procedures, book);
  return {
    procedures,
    report: {
      lines: book.lines,
      counts: {
        rows: rows.length,
        imported: procedures.length,
        rowsSetAside: rows.length - procedures.length,
        detailLines: details.lines,
        detailsUsed: details.chosen.size,
        detailsSetAside: details.lines - details.chosen.size,
        ...counts,
      },
    },
  };
}

function readProcedure(
  code: string,
  row: ProcedureRow,
  detail: RawDetail | undefined,
  cases: NationalProcedure['cases'],
  note: Note,
): NationalProcedure {
  const named = readName(row, code, note);
  const removed = /belonged to another procedure/u.test(row['provenance'] ?? '');
  if (removed)
    note('record', 'kept', 'wrong-record', 'record of another procedure', 'code and ministry only');
  const internal = row['internal'] === '1' || isInternalCode(code);
  if (internal) note('internal', 'corrected', 'internal-code', code, 'not public');
  const channels = readChannels(row, detail?.channels ?? [], note);
  note('assumed', 'kept', 'assumed-defaults');
  const steps = cleanField(detail?.steps ?? '', 'steps', note);
  if (steps.length >= 699 && steps.length <= 701) note('steps', 'kept', 'steps-cut');
  const text = (column: string) => cleanField(row[column] ?? '', column, note);
  return {
    code,
    ...named,
    nameFolded: foldText(named.name),
    field: text('field') || text('commune_sample_field'),
    ministry: text('ministry'),
    levels: readLevels(row, note),
    subjects: readSubjects(row, note),
    agency: text('agency'),
    authority: text('authority'),
    channels,
    cases,
    steps,
    conditions: cleanField(detail?.conditions ?? '', 'conditions', note),
    results: readResults(row, note),
    legalRefs: readLegalRefs(row, note),
    ...readDecisions(row, note),
    internal,
    isPublic: !internal && !removed,
    forCommuneSample: row['commune_sample'] === '1',
    portalUrl: cleanText(row['portal_url'] ?? ''),
    provenance: {
      how: cleanText(row['provenance'] ?? ''),
      source: cleanText(row['source'] ?? ''),
      date: cleanText(row['source_date'] ?? ''),
    },
    assumed: assumeDefaults(row, channels),
  };
}

const fullness = (row: ProcedureRow): number => Object.values(row).filter((cell) => cell !== '').length;

/** One row per code: malformed codes and the emptier of two rows are set aside. */
function chooseRows(rows: readonly ProcedureRow[], options: ImportOptions, book: ReportBook) {
  const chosen = new Map<string, ProcedureRow>();
  const fetched = new Set(rows.map((row) => cleanText(row['code'] ?? '')));
  for (const row of rows) {
    const under = cleanText(row['code'] ?? '');
    const printed = options.printedCodes?.[under];
    const empty = cleanText(row['name'] ?? '') === '';
    if (printed !== undefined)
      book.noteFor(under)(
        'code',
        empty ? 'kept' : fetched.has(printed) ? 'set-aside' : 'corrected',
        'printed-code',
        under,
        printed,
      );
    if (printed !== undefined && !empty && fetched.has(printed)) continue;
    const code = printed !== undefined && !empty ? printed : under;
    if (!procedureCodePattern.test(code)) {
      book.noteFor(under)('code', 'set-aside', 'bad-code', under);
      continue;
    }
    const before = chosen.get(code);
    if (before !== undefined) {
      const [full, bare] = fullness(before) >= fullness(row) ? [before, row] : [row, before];
      book.noteFor(code)('record', 'set-aside', 'duplicate-row', bare['name'] ?? '', full['name'] ?? '');
      chosen.set(code, full);
    } else chosen.set(code, row);
  }
  return chosen;
}

function chooseDetails(
  detailLines: readonly string[],
  rows: ReadonlyMap<string, ProcedureRow>,
  book: ReportBook,
) {
  const chosen = new Map<string, RawDetail>();
  const written = detailLines.filter((line) => line.trim() !== '');
  for (const [index, line] of written.entries()) {
    const detail = readDetailLine(line);
    const note = book.noteFor(detail?.code ?? `line ${index + 1}`);
    if (detail === undefined) note('detail', 'set-aside', 'detail-unreadable', line.slice(0, 80));
    else if (!rows.has(detail.code)) note('detail', 'set-aside', 'detail-without-row', detail.code);
    else if (chosen.has(detail.code)) note('detail', 'set-aside', 'duplicate-row', `line ${index + 1}`);
    else chosen.set(detail.code, detail);
  }
  return { chosen, lines: written.length };
}

function noteSameNames(procedures: readonly NationalProcedure[], book: ReportBook): void {
  const first = new Map<string, string>();
  for (const { code, nameFolded } of procedures) {
    const other = first.get(nameFolded);
    if (other === undefined) first.set(nameFolded, code);
    else book.noteFor(code)('name', 'kept', 'same-name', code, other);
  }
}
