import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';

/** A place in the text where it stops being RFC 4180; `details.line` counts physical lines from 1. */
export interface CsvStop extends Refusal {
  readonly code: 'csv.stray-quote' | 'csv.open-quote';
}

export interface CsvReading {
  /** Spreadsheet programs in Viet Nam write `;`, for the comma is their decimal sign. */
  readonly separator?: ',' | ';';
  /** Gets each row with the physical line on which it begins; `false` ends the reading. */
  readonly row: (cells: string[], line: number) => boolean;
}

const [quote, lineFeed, carriageReturn] = [34, 10, 13];

/**
 * Strict RFC 4180, row by row, so that nobody needs to hold all rows at once: CRLF or LF, quotes doubled inside quoted
 * cells, a byte order mark skipped. A quote inside a bare cell, text after a closing quote and an unclosed quote are
 * refused, never guessed at.
 */
export function readCsvRows(text: string, { separator = ',', row }: CsvReading): Outcome<void, CsvStop> {
  const parting = separator.charCodeAt(0);
  const end = text.length;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  while (at < end) {
    const begins = line;
    const cells: string[] = [];
    for (;;) {
      if (text.charCodeAt(at) === quote) {
        const read = quotedCell(text, at + 1);
        if (read === undefined) return refused({ code: 'csv.open-quote', details: { line } });
        for (const char of read.cell) if (char === '\n') line += 1;
        cells.push(read.cell);
        at = read.next;
      } else {
        const from = at;
        for (; at < end; at += 1) {
          const char = text.charCodeAt(at);
          if (char === parting || char === lineFeed || char === carriageReturn || char === quote) break;
        }
        cells.push(text.slice(from, at));
      }
      if (text.charCodeAt(at) !== parting) break;
      at += 1;
    }
    const stop = text.charCodeAt(at);
    if (at < end && stop !== lineFeed && stop !== carriageReturn)
      return refused({ code: 'csv.stray-quote', details: { line } });
    if (stop === carriageReturn) at += 1;
    if (text.charCodeAt(at) === lineFeed) at += 1;
    line += 1;
    if (!row(cells, begins)) break;
  }
  return done(undefined);
}

function quotedCell(text: string, from: number): { cell: string; next: number } | undefined {
  let cell = '';
  let at = from;
  for (;;) {
    const closing = text.indexOf('"', at);
    if (closing < 0) return undefined;
    cell += text.slice(at, closing);
    if (text[closing + 1] !== '"') return { cell, next: closing + 1 };
    cell += '"';
    at = closing + 2;
  }
}
