import { dateOfDayNumber, dayNumberOf, isPlainDate } from '#kernel/time';
import { type Knot, parseFeel } from '../feel/syntax.ts';
import { unquoted } from '../feel/values.ts';

/** One value that stands for all that lie between the same borders. */
export interface Sample {
  readonly value: unknown;
  /** As an administrator would write it: `18`, `(18..60)`, `"a"`, `…` for any other text. */
  readonly said: string;
}

const simple = new Set([
  'UnaryTests',
  'Wildcard',
  'PositiveUnaryTests',
  'PositiveUnaryTest',
  'SimplePositiveUnaryTest',
  'Interval',
  'CompareOp',
  'ArithOp',
  'NumericLiteral',
  'StringLiteral',
  'BooleanLiteral',
  'not',
]);
const signs = new Set(['(', ')', '[', ']', '..', ',']);

/** Literals that a cell names; undefined when it holds more than literals, intervals and comparisons. */
export function pointsIn(text: string | undefined): readonly unknown[] | undefined {
  if (text === undefined) return [];
  const parsed = parseFeel(text, 'tests', { '?': null });
  if (!parsed.ok) return undefined;
  const found: unknown[] = [];
  const walk = (knot: Knot): boolean => {
    if (signs.has(knot.name)) return true;
    if (!simple.has(knot.name)) return false;
    if (knot.name === 'NumericLiteral') found.push(Number(knot.text.replace(/\s/g, '')));
    else if (knot.name === 'StringLiteral') found.push(unquoted(knot.text));
    else if (knot.name === 'BooleanLiteral') found.push(knot.text === 'true');
    else return knot.kids.every(walk);
    return true;
  };
  return walk(parsed.value) ? found : undefined;
}

function numbers(points: readonly number[], whole: boolean): Sample[] {
  const sorted = [...new Set(points)].sort((a, b) => a - b);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined) return [{ value: 0, said: '…' }];
  const samples: Sample[] = [{ value: low - 1, said: `< ${low}` }];
  for (const [at, point] of sorted.entries()) {
    samples.push({ value: point, said: String(point) });
    const next = sorted[at + 1];
    if (next === undefined) continue;
    const between = whole ? Math.floor(point) + 1 : (point + next) / 2;
    if (between < next) samples.push({ value: between, said: `(${point}..${next})` });
  }
  return [...samples, { value: high + 1, said: `> ${high}` }];
}

/** Days are kept as text and compare as such: between two borders lies the day after the first. */
function dates(sorted: readonly string[]): Sample[] {
  const shifted = (day: string, by: number): string => dateOfDayNumber((dayNumberOf(day) ?? 0) + by);
  const [low = '', high = ''] = [sorted[0], sorted.at(-1)];
  const samples: Sample[] = [{ value: shifted(low, -1), said: `< "${low}"` }];
  for (const [at, day] of sorted.entries()) {
    samples.push({ value: day, said: `"${day}"` });
    const [after, next] = [shifted(day, 1), sorted[at + 1]];
    if (next !== undefined && after < next) samples.push({ value: after, said: `("${day}".."${next}")` });
  }
  return [...samples, { value: shifted(high, 1), said: `> "${high}"` }];
}

/** Samples of a column that decide everything, given the literals in its cells. */
export function samplesOf(points: readonly unknown[], type: string | undefined): readonly Sample[] {
  const amounts = points.filter((point) => typeof point === 'number');
  if (amounts.length > 0) return numbers(amounts, /^(integer|long|int)$/.test(type ?? ''));
  const texts = [...new Set(points.filter((point) => typeof point === 'string'))];
  if (texts.length > 0 && texts.every((text) => isPlainDate(text))) return dates(texts.sort());
  if (texts.length > 0) {
    const other = `${texts.toSorted((a, b) => b.length - a.length)[0]}…`;
    return [...texts.map((text) => ({ value: text, said: `"${text}"` })), { value: other, said: '…' }];
  }
  if (type === 'boolean' || points.some((point) => typeof point === 'boolean'))
    return [true, false].map((value) => ({ value, said: String(value) }));
  return [{ value: '…', said: '…' }];
}
