import { isDeepStrictEqual } from 'node:util';
import { emptyDmn } from '#capabilities/rules';
import type { Difference } from './difference.ts';
import { pairUp } from './match.ts';
import { type SaidPart, saidIn } from './read-tables.ts';
import { effortFor, tableDifferences } from './table-differences.ts';
import { partNamed, rowsInWords } from './table-words.ts';
import { type About, propertyDifferences } from './told.ts';

/** Some 0.3 s. Beyond it tables are told as changed only. */
const mostEffort = 4_000_000;

/**
 * What two files of decision tables (DMN) say differently: tables, columns, rows, expressions. None where one of them cannot be
 * read, or where only the drawing differs.
 */
export async function differencesInDecisions(
  before = emptyDmn,
  after = emptyDmn,
): Promise<readonly Difference[]> {
  const [was, is] = [await saidIn(before), await saidIn(after)];
  if (!was || !is) return [];
  const pairs = pairUp(was, is, [
    ({ kind, id }) => id && `${kind} ${id}`,
    ({ kind, name }) => name && `${kind} ${name}`,
  ]);
  const kept = pairs.flatMap((pair) => {
    const [old, fresh] = [was[pair.before], is[pair.after]];
    return old && fresh ? [[old, fresh] as const] : [];
  });
  const effort = kept.reduce(
    (sum, [a, b]) => sum + (a.table && b.table ? effortFor(a.table, b.table) : 0),
    0,
  );
  const alone = (parts: readonly SaidPart[], key: 'before' | 'after'): readonly Difference[] => {
    const paired = new Set(pairs.map((pair) => pair[key]));
    return parts.flatMap((part, place) => (paired.has(place) ? [] : [wholePart(part, key)]));
  };
  return [
    ...alone(was, 'before'),
    ...alone(is, 'after'),
    ...kept.flatMap(([old, fresh]) => partDifferences(old, fresh, effort <= mostEffort)),
  ];
}

const aboutPart = ({ kind, id, name, table }: SaidPart): About => ({
  at: `decisions.dmn.${id || name}`,
  what: partNamed(kind, name, table !== undefined),
});

/** With what it decides, as far as that is said in a few words. */
function wholePart(part: SaidPart, key: 'before' | 'after'): Difference {
  const change = key === 'before' ? 'removed' : 'added';
  const said = part.table ? rowsInWords(part.table.rows.length) : part.expression;
  return { kind: 'rule', change, ...aboutPart(part), ...(said && { [key]: said }) };
}

function partDifferences(was: SaidPart, is: SaidPart, inTables: boolean): readonly Difference[] {
  const about = aboutPart(is);
  const told = [
    ...propertyDifferences([['name', was.name, is.name]], about),
    ...(inTables && was.table && is.table ? tableDifferences(was.table, is.table, about) : []),
    ...propertyDifferences([['expression', was.expression ?? '', is.expression ?? '']], about),
  ];
  const other =
    !isDeepStrictEqual(was.rest, is.rest) || (!inTables && !isDeepStrictEqual(was.table, is.table));
  return other ? [...told, { kind: 'rule', change: 'changed', ...about }] : told;
}
