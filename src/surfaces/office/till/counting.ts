import { notes } from '#capabilities/payments';
import type { PageCtx } from '#platform/http';
import { textOf } from '../books/form.ts';

/** `1.250.000`, `1 250 000` or `1250000`; undefined for what is no amount, also for an empty field. */
export function wholeDong(typed: string): number | undefined {
  const digits = typed.replace(/[\s.]/g, '');
  return /^\d{1,13}$/.test(digits) ? Number(digits) : undefined;
}

/** Name of the field of a note. */
export const noteField = (note: number): string => `to-${note}`;

/** Pieces by note as they were typed, without the notes that were left empty; undefined where one of them is no number. */
export function piecesIn(fields: PageCtx['fields']): Readonly<Record<string, number>> | undefined {
  const pieces: Record<string, number> = {};
  for (const note of notes) {
    const typed = textOf(fields, noteField(note)).trim();
    if (typed === '') continue;
    const count = wholeDong(typed);
    if (count === undefined) return undefined;
    pieces[String(note)] = count;
  }
  return pieces;
}
