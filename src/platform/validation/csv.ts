import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';

/** A place in the text where it stops being RFC 4180; `details.line` counts physical lines from 1. */
export interface CsvRefusal extends Refusal {
  readonly code: 'csv.stray-quote' | 'csv.open-quote' | 'csv.ragged' | 'csv.no-header' | 'csv.double-header';
}

/**
 * Strict RFC 4180: commas, CRLF or LF, quotes doubled inside quoted cells. A byte order mark is skipped.
 * A quote inside a bare cell, text after a closing quote and an unclosed quote are refused, never guessed at.
 */
export function parseCsv(text: string): Outcome<string[][], CsvRefusal> {
  const rows: string[][] = [];
  let row: string[] = [];
  let line = 1;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const end = text.length;
  while (at < end) {
    let cell: string;
    if (text[at] === '"') {
      const read = quotedCell(text, at + 1);
      if (read === undefined) return refused({ code: 'csv.open-quote', details: { line } });
      cell = read.cell;
      for (const char of cell) if (char === '\n') line += 1;
      at = read.next;
      if (at < end && !',\r\n'.includes(text.charAt(at)))
        return refused({ code: 'csv.stray-quote', details: { line } });
    } else {
      let stop = at;
      while (stop < end && !',\r\n"'.includes(text.charAt(stop))) stop += 1;
      if (text[stop] === '"') return refused({ code: 'csv.stray-quote', details: { line } });
      cell = text.slice(at, stop);
      at = stop;
    }
    row.push(cell);
    if (text[at] === ',') {
      at += 1;
      if (at === end) row.push('');
      else continue;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    line += 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return done(rows);
}

function quotedCell(text: string, from: number): { cell: string; next: number } | undefined {
  let cell = '';
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { cell, next: quote + 1 };
    cell += '"';
    at = quote + 2;
  }
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
