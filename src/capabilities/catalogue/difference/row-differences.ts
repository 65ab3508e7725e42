import type { LocalText } from '#kernel/text';
import type { Difference } from './difference.ts';
import { matchRows, movedPairs, type Pair } from './match.ts';
import type { SaidRow, SaidTable, Side } from './read-tables.ts';
import { cellInWords, noteInWords, rowNamed } from './table-words.ts';
import { type About, move, sides } from './told.ts';

interface Cell {
  readonly column: string;
  readonly text: string;
}

/** Rows that came, went, moved, or say other things in the columns that both tables have. */
export function rowDifferences(
  was: SaidTable,
  is: SaidTable,
  columns: Readonly<Record<Side, readonly Pair[]>>,
  { at, what }: About,
): readonly Difference[] {
  /** Cells of the columns that both have, in one order, by what the column is called now. */
  const cellsOf = (row: SaidRow, key: 'before' | 'after'): readonly Cell[] =>
    sides.flatMap((side) =>
      columns[side].map((pair) => ({
        column: is[side][pair.after]?.name ?? '',
        text: row[side][pair[key]] ?? (side === 'input' ? '-' : ''),
      })),
    );
  const keyed = (rows: readonly SaidRow[], key: 'before' | 'after') =>
    rows.map((row) => ({ id: row.id, cells: [...cellsOf(row, key).map(({ text }) => text), row.note] }));
  const pairs = matchRows(keyed(was.rows, 'before'), keyed(is.rows, 'after'));
  const kept = {
    before: new Set(pairs.map((pair) => pair.before)),
    after: new Set(pairs.map((pair) => pair.after)),
  };
  const moved = movedPairs(pairs);
  const aboutRow = (row: SaidRow, place: number): About => ({
    at: `${at}.rows.${row.id || place + 1}`,
    what: rowNamed(what, place + 1),
  });
  const gone = was.rows.flatMap((row, place): readonly Difference[] =>
    kept.before.has(place)
      ? []
      : [{ kind: 'rule', change: 'removed', ...aboutRow(row, place), before: rowInWords(was, row) }],
  );
  const pairAfter = new Map(pairs.map((pair) => [pair.after, pair]));
  const now = is.rows.flatMap((row, place): readonly Difference[] => {
    const pair = pairAfter.get(place);
    const old = pair && was.rows[pair.before];
    const own = aboutRow(row, place);
    if (!pair || !old) return [{ kind: 'rule', change: 'added', ...own, after: rowInWords(is, row) }];
    const [before, after] = [cellsOf(old, 'before'), cellsOf(row, 'after')];
    const other = before.map((cell, index) => cell.text !== after[index]?.text);
    const inWords = (cells: readonly Cell[], note: string) => [
      ...cells.filter((_, index) => other[index]).map(({ column, text }) => cellInWords(column, text)),
      ...(old.note === row.note ? [] : [noteInWords(note)]),
    ];
    const [said, says] = [inWords(before, old.note), inWords(after, row.note)];
    return [
      ...(moved.has(pair) ? [move(pair, own)] : []),
      ...(says.length > 0
        ? [{ kind: 'rule' as const, change: 'changed' as const, ...own, before: said, after: says }]
        : []),
    ];
  });
  return [...gone, ...now];
}

const rowInWords = (table: SaidTable, row: SaidRow): readonly (string | LocalText)[] => [
  ...sides.flatMap((side) =>
    table[side].map(({ name }, place) =>
      cellInWords(name, row[side][place] ?? (side === 'input' ? '-' : '')),
    ),
  ),
  ...(row.note ? [noteInWords(row.note)] : []),
];
