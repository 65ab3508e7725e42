import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import { readCsvRows } from './csv-rows.ts';

/** What a file is that people hand in as a table, and how one of its rows is read. */
export interface TableReading<T extends object> {
  /** Names of the columns, all of them, in this order. */
  readonly header: readonly string[];
  /** The first of these with which the first line is the header. */
  readonly separators: readonly (',' | ';')[];
  /** A cell holds at most so many characters. */
  readonly cell: number;
  /**
   * A row as what it says, or why it cannot be read (a word for people to look up), or nothing to keep.
   * `sound`: all rows before it could be read.
   */
  readonly row: (cells: readonly string[], line: number, sound: boolean) => T | string | undefined;
}

/** `details` name the first `line` and its `reason`; of up to 20, `list` has them all: `12 amount, 15 date`. */
export interface TableRefusal extends Refusal {
  readonly code:
    | 'file-large'
    | 'file-text'
    | 'file-empty'
    | 'file-header'
    | 'file-csv'
    | 'file-rows'
    | 'file-line';
}

/** Bounds of what one file may cost: a row of a settlement takes some 95 bytes in the file and 250 in memory. */
export const tableLimits = { bytes: 200_000_000, rows: 2_000_000, faults: 20 };

/**
 * Reads a CSV table in UTF-8, with or without a byte order mark, whole or not at all: the first rows that cannot be read
 * are named, and then nothing of the file is taken. Empty lines are passed over. A million rows take seconds: never on
 * the serving thread.
 */
export function readCsvTable<T extends object>(
  bytes: Uint8Array,
  { header, separators, cell, row }: TableReading<T>,
): Outcome<T[], TableRefusal> {
  if (bytes.length > tableLimits.bytes)
    return refused({ code: 'file-large', details: { most: tableLimits.bytes } });
  const text = textOf(bytes);
  if (text === undefined) return refused({ code: 'file-text' });

  const first = /[^\r\n]*/.exec(text.trimStart().slice(0, 4000))?.[0] ?? '';
  const separator =
    separators.find((each) => first.split(each).length === header.length) ?? separators[0] ?? ',';
  const rows: T[] = [];
  const faults: { line: number; reason: string }[] = [];
  let stage = 'header' as 'header' | 'rows' | 'other-header' | 'too-many';
  const read = readCsvRows(text, {
    separator,
    row: (cells, line) => {
      if (cells.length === 1 && cells[0] === '') return true;
      if (stage === 'header') {
        stage = cells.length === header.length && cells.every(isNamed(header)) ? 'rows' : 'other-header';
        return stage === 'rows';
      }
      const sound = faults.length === 0;
      const said = cells.some(({ length }) => length > cell) ? 'long' : row(cells, line, sound);
      if (typeof said === 'string') faults.push({ line, reason: said });
      else if (said !== undefined && sound) rows.push(said);
      if (rows.length > tableLimits.rows) stage = 'too-many';
      return stage === 'rows' && faults.length < tableLimits.faults;
    },
  });
  if (stage === 'other-header')
    return refused({
      code: 'file-header',
      details: { expected: header.join(separator), found: first.slice(0, 200) },
    });
  const [fault] = faults;
  if (fault)
    return refused({
      code: 'file-line',
      details: {
        ...fault,
        faults: faults.length,
        list: faults.map(({ line, reason }) => `${line} ${reason}`).join(', '),
      },
    });
  if (!read.ok)
    return refused({
      code: 'file-csv',
      details: { line: read.refusal.details?.['line'] ?? 1, reason: read.refusal.code.slice('csv.'.length) },
    });
  if (stage === 'too-many') return refused({ code: 'file-rows', details: { most: tableLimits.rows } });
  if (rows.length === 0) return refused({ code: 'file-empty' });
  return done(rows);
}

/** Names are compared in one spelling of their marks: some systems write `ố` as three characters. */
const isNamed = (header: readonly string[]) => (cell: string, column: number) =>
  cell.trim().normalize('NFC') === header[column];

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
