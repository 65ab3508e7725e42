import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import { type CsvStop, readCsvRows } from './csv-rows.ts';

/** Why a text is no table: it stops being RFC 4180, or its rows do not fit its header. */
export interface CsvRefusal extends Refusal {
  readonly code: CsvStop['code'] | 'csv.ragged' | 'csv.no-header' | 'csv.double-header';
}

/** All rows of a text with commas, as `readCsvRows` reads them. */
export function parseCsv(text: string): Outcome<string[][], CsvStop> {
  const rows: string[][] = [];
  const read = readCsvRows(text, {
    row: (cells) => {
      rows.push(cells);
      return true;
    },
  });
  return read.ok ? done(rows) : read;
}

/** Rows under a header as records. A row with more or fewer cells than the header is refused with its number. */
export function parseCsvRecords(text: string): Outcome<Record<string, string>[], CsvRefusal> {
  const parsed = parseCsv(text);
  if (!parsed.ok) return parsed;
  const [header, ...rows] = parsed.value;
  if (header === undefined || header.every((name) => name === '')) return refused({ code: 'csv.no-header' });
  if (new Set(header).size !== header.length) return refused({ code: 'csv.double-header' });
  const records: Record<string, string>[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.length !== header.length)
      return refused({
        code: 'csv.ragged',
        details: { row: index + 2, cells: row.length, expected: header.length },
      });
    records.push(Object.fromEntries(header.map((name, column) => [name, row[column] ?? ''])));
  }
  return done(records);
}
