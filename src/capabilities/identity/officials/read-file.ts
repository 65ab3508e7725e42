import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import { readCsvRows } from '#platform/validation';
import { type OfficialSaid, type RowFault, readCells } from './cells.ts';
import {
  type OfficialCells,
  type OfficialColumn,
  officialColumns,
  officialsFileLimits,
  type RoleWords,
  readHeader,
} from './columns.ts';

/** A row as a spreadsheet program numbers it, with what it says and all that is wrong with it. */
export interface OfficialRow {
  readonly row: number;
  readonly said: OfficialSaid;
  readonly faults: readonly RowFault[];
}

const empty = Object.fromEntries(Object.keys(officialColumns).map((column) => [column, ''])) as OfficialCells;

/** Reads a CSV table of officials: UTF-8, commas or semicolons, columns in any order. What is no table at all is refused whole. */
export function readOfficials(bytes: Uint8Array, words: RoleWords): Outcome<readonly OfficialRow[]> {
  if (bytes.length === 0) return refused({ code: 'officials-missing', field: 'file' });
  if (bytes.length > officialsFileLimits.bytes)
    return refused({
      code: 'officials-large',
      field: 'file',
      details: { most: officialsFileLimits.bytes / 1_000_000 },
    });
  const text = textOf(bytes);
  if (text === undefined) return refused({ code: 'officials-text', field: 'file' });
  const rows: OfficialRow[] = [];
  let header: readonly OfficialColumn[] | undefined;
  let stop: Refusal | undefined;
  let at = 0;
  const read = readCsvRows(text, {
    separator: separatorOf(text),
    row: (cells) => {
      at += 1;
      if (cells.every((cell) => cell.trim() === '')) return true;
      if (!header) {
        const found = readHeader(cells);
        if ('code' in found) stop = found;
        else header = found;
        return stop === undefined;
      }
      if (rows.length >= officialsFileLimits.rows)
        stop = { code: 'officials-rows', details: { most: officialsFileLimits.rows } };
      else rows.push({ row: at, ...rowOf(header, cells, words) });
      return stop === undefined;
    },
  });
  if (stop) return refused({ ...stop, field: 'file' });
  if (!read.ok)
    return refused({
      code: 'officials-csv',
      field: 'file',
      details: { line: read.refusal.details?.['line'] ?? 1 },
    });
  return rows.length === 0 ? refused({ code: 'officials-empty', field: 'file' }) : done(rows);
}

function rowOf(header: readonly OfficialColumn[], cells: readonly string[], words: RoleWords) {
  const named: Partial<Record<OfficialColumn, string>> = {};
  for (const [n, column] of header.entries()) named[column] = cells[n] ?? '';
  const { said, faults } = readCells({ ...empty, ...named }, words);
  const surplus = cells.slice(header.length).some((cell) => cell.trim() !== '');
  // Cells that have slipped aside say something else than was meant.
  if (cells.length < header.length || surplus)
    return {
      said,
      faults: [{ code: 'row-cells', details: { cells: cells.length, expected: header.length } }],
    };
  return { said, faults };
}

/** Spreadsheet programs in Viet Nam write semicolons. */
function separatorOf(text: string): ',' | ';' {
  const first = /[^\r\n]*/.exec(text.slice(0, 4000).trimStart())?.[0] ?? '';
  return first.split(';').length > first.split(',').length ? ';' : ',';
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\u0000') ? undefined : text;
  } catch {
    return undefined;
  }
}
