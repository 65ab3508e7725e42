import { type Compile, type Context, comparison, type Run } from './run.ts';
import type { Knot } from './syntax.ts';
import { beyond, equal, isForeign, order } from './values.ts';

/** Judges a value: true, false, or null when it cannot be compared. */
type Test = (value: unknown, context: Context) => boolean | null;

/** An end of an interval that is null stands open; values of another type are incomparable. */
function interval(knot: Knot, compile: Compile): Test | undefined {
  const [open, from, , to, close] = knot.kids;
  const [low, high] = [compile(from), compile(to)];
  if (!low || !high) return undefined;
  const [withLow, withHigh] = [open?.text === '[', close?.text === ']'];
  return (value, context) => {
    const [a, b] = [low(context), high(context)];
    if ((a === null && b === null) || value === null) return null;
    const [above, below] = [a === null ? -1 : order(a, value), b === null ? -1 : order(value, b)];
    if (above === null || below === null) return null;
    // `[10..1]` is read as `[1..10]`.
    if ((order(a, b) ?? -1) > 0)
      return (below > 0 || (withHigh && below === 0)) && (above > 0 || (withLow && above === 0));
    return (above < 0 || (withLow && above === 0)) && (below < 0 || (withHigh && below === 0));
  };
}

/** `< 5`, `[1..3]`: tests that need the value to be asked of. */
function pointed(knot: Knot, compile: Compile): Test | undefined {
  const [first, second] = knot.kids;
  if (first?.name === 'Interval') return interval(first, compile);
  const right = compile(second);
  if (first?.name !== 'CompareOp' || !right) return undefined;
  const holds = comparison(first.text);
  return (value, context) => holds(value, right(context));
}

const bare = (knot: Knot | undefined): Knot | undefined =>
  knot?.name === 'ParenthesizedExpression' ? bare(knot.kids[1]) : knot;

/** `value in tests`: one hit is enough; else null when a range or sign could not be compared. */
export function fastIn(left: Run, rest: readonly Knot[], compile: Compile): Run | undefined {
  const many = rest.find((knot) => knot.name === 'PositiveUnaryTests');
  const found = (many?.kids ?? rest.slice(0, 1)).map((knot) => {
    const inner = knot.name === 'PositiveUnaryTest' ? knot.kids[0] : knot;
    if (inner?.name === 'SimplePositiveUnaryTest') return pointed(inner, compile);
    // A yes or no written here means something else inside the cell of a table.
    if (['BooleanLiteral', 'IfExpression'].includes(bare(inner)?.name ?? '')) return undefined;
    const plain = compile(inner);
    return plain && member(plain, many === undefined);
  });
  if (!found.every((test) => test !== undefined)) return undefined;
  return (context) => {
    const value = left(context);
    let unknown = false;
    for (const test of found) {
      const holds = test(value, context);
      if (holds === true) return true;
      unknown ||= holds === null;
    }
    return unknown ? null : false;
  };
}

const member =
  (plain: Run, alone: boolean): Test =>
  (value, context) => {
    const wanted = plain(context);
    if (alone && wanted === null) return null;
    if (alone && Array.isArray(wanted)) return wanted.some((one) => equal(one ?? null, value) === true);
    return equal(wanted, value) === true;
  };

/** The cell of a decision table: `-`, `not(…)` or a list of tests of `?`. */
export function fastTests(root: Knot, compile: Compile): Run | undefined {
  if (root.kids[0]?.name === 'Wildcard') return () => true;
  const not = root.kids[0]?.name === 'not';
  const list = root.kids.find((knot) => knot.name === 'PositiveUnaryTests');
  const found = list?.kids.map((knot) => cellTest(knot.kids[0], compile));
  if (!found?.every((test) => test !== undefined)) return undefined;
  return (context) => {
    const value = context['?'] ?? null;
    return found.some((test) => test(value, context) === true) !== not;
  };
}

function cellTest(knot: Knot | undefined, compile: Compile): Test | undefined {
  if (knot?.name === 'SimplePositiveUnaryTest') return pointed(knot, compile);
  const plain = compile(knot);
  if (!plain) return undefined;
  const inner = bare(knot);
  if (inner?.name === 'BooleanLiteral') return (value, context) => plain(context) === value;
  if (inner?.name === 'IfExpression') return undefined;
  // A name stands for a value to be equal to; a comparison without `?` stands for its own answer.
  const named = inner?.name === 'VariableName' || inner?.name === 'PathExpression';
  return (value, context) => {
    const result = plain(context);
    if (Array.isArray(result)) {
      if (result.some(isForeign)) throw beyond;
      return result.includes(value);
    }
    if (named) return equal(result, value);
    return typeof result === 'boolean' ? result : equal(result, value);
  };
}
