import { isDeepStrictEqual } from 'node:util';
import type { LocalText } from '#kernel/text';
import type { Difference } from './difference.ts';
import { movedPairs, type Pair, pairUp } from './match.ts';
import type { SaidColumn, SaidTable, Side } from './read-tables.ts';
import { rowDifferences } from './row-differences.ts';
import { cellOfRow, columnNamed, policyInWords, typeInWords } from './table-words.ts';
import { type About, move, propertyDifferences, sides } from './told.ts';

/** How many cells are compared at most: a table of 400 rows and 6 columns that is wholly other takes a million. */
export function effortFor(was: SaidTable, is: SaidTable): number {
  if (isDeepStrictEqual(was, is)) return 0;
  const columns = Math.max(...[was, is].map(({ input, output }) => input.length + output.length));
  return was.rows.length * is.rows.length * columns + columns * columns;
}

/** What differs between two states of one table: how rows are chosen, columns, rows. */
export function tableDifferences(was: SaidTable, is: SaidTable, about: About): readonly Difference[] {
  const columns = { input: pairsOf(was.input, is.input), output: pairsOf(was.output, is.output) };
  return [
    ...propertyDifferences([['policy', was.policy, is.policy, policyInWords]], about),
    ...sides.flatMap((side) => columnDifferences(side, was, is, columns[side], about)),
    ...rowDifferences(was, is, columns, about),
  ];
}

const pairsOf = (was: readonly SaidColumn[], is: readonly SaidColumn[]): readonly Pair[] =>
  pairUp(was, is, [
    ({ said }) => JSON.stringify(said),
    ({ id }) => id,
    ({ said }) => said.text,
    ({ said }) => said.label,
  ]);

/** A column that came or went is told with its cells; in the rows it is not told again. */
function columnDifferences(
  side: Side,
  was: SaidTable,
  is: SaidTable,
  pairs: readonly Pair[],
  about: About,
): readonly Difference[] {
  const kept = {
    before: new Set(pairs.map((pair) => pair.before)),
    after: new Set(pairs.map((pair) => pair.after)),
  };
  const aboutColumn = (column: SaidColumn | undefined, place: number): About => ({
    at: `${about.at}.${side}.${column?.id || place + 1}`,
    what: columnNamed(about.what, side, column?.name ?? ''),
  });
  const alone = (table: SaidTable, key: 'before' | 'after'): readonly Difference[] =>
    table[side].flatMap((column, place) =>
      kept[key].has(place)
        ? []
        : [
            {
              kind: 'rule' as const,
              change: key === 'before' ? ('removed' as const) : ('added' as const),
              ...aboutColumn(column, place),
              [key]: columnInWords(table, side, place),
            },
          ],
    );
  const moved = movedPairs(pairs);
  return [
    ...alone(was, 'before'),
    ...alone(is, 'after'),
    ...pairs.flatMap((pair) => {
      const [old, fresh] = [was[side][pair.before], is[side][pair.after]];
      const own = aboutColumn(fresh, pair.after);
      return [...(moved.has(pair) ? [move(pair, own)] : []), ...saidDifferences(old, fresh, own, side)];
    }),
  ];
}

function saidDifferences(
  old: SaidColumn | undefined,
  fresh: SaidColumn | undefined,
  about: About,
  side: Side,
): readonly Difference[] {
  if (!old || !fresh) return [];
  const [was, is] = [old.said, fresh.said];
  return propertyDifferences(
    [
      ['label', was.label, is.label],
      ['text', was.text, is.text],
      ['type', was.type, is.type, typeInWords],
      ['values', was.values, is.values],
      ['otherwise', was.otherwise, is.otherwise],
    ],
    about,
    side,
  );
}

/** Expression, type and allowed values of a column, and its cells that say something. */
function columnInWords(table: SaidTable, side: Side, place: number): readonly (string | LocalText)[] {
  const { said } = table[side][place] ?? {};
  const cells = table.rows.flatMap((row, at) => {
    const text = row[side][place] ?? '';
    return text === '' || (side === 'input' && text === '-') ? [] : [cellOfRow(at + 1, text)];
  });
  return [said?.text ?? '', said?.type ? typeInWords(said.type) : '', said?.values ?? '', ...cells].filter(
    (text) => text !== '',
  );
}
