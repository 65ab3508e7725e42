import { normalizeContextKey, parser, trackVariables } from 'lezer-feel';
import { done, type Outcome, refused } from '#kernel/outcome';
import { limits } from './limits.ts';

/** One knot of a parsed expression; `name` is the word of the FEEL grammar. */
export interface Knot {
  readonly name: string;
  readonly text: string;
  readonly from: number;
  readonly kids: readonly Knot[];
}

/** `expression` gives a value; `tests` are the cell of a decision table, asked of `?`. */
export type Dialect = 'expression' | 'tests';

const tops = { expression: 'Expression', tests: 'UnaryTests' } as const;
const strict = {
  expression: parser.configure({ top: tops.expression, strict: true }),
  tests: parser.configure({ top: tops.tests, strict: true }),
};

/** Each sign of a row of them is a level of the tree. */
const manySigns = /(?:[-+]\s*){9}/;

/**
 * Length, words and deepest bracket, found without parsing: what is worse never reaches the parser, which looks for names of several
 * words in time that grows with the square of their number.
 */
function tooBig(text: string): boolean {
  if (text.length > limits.characters || manySigns.test(text)) return true;
  let depth = 0;
  let words = 0;
  let dots = 0;
  for (const character of text) {
    if (character === ' ' && (words += 1) > limits.words) return true;
    if (character === '.' && (dots += 1) > limits.dots) return true;
    if (character === '(' || character === '[' || character === '{') depth += 1;
    else if (character === ')' || character === ']' || character === '}') depth -= 1;
    if (Math.abs(depth) > limits.brackets) return true;
  }
  return false;
}

/** A name as FEEL compares names: `Date-Time` and `Date  - Time` are one. */
export const normalName = (name: string): string => normalizeContextKey(name);

/** The name a knot spells, in its normal form. */
export const spelled = (knot: Knot | undefined): string =>
  knot ? normalName(knot.kids.length === 0 ? knot.text : knot.kids.map((kid) => kid.text).join(' ')) : '';

/**
 * Parses strictly. `known` is a context as it will be met: names with spaces are read as one name only when they are in it.
 * The parser's own recovery takes seconds on hostile text, so the first error ends the reading.
 */
export function parseFeel(
  text: string,
  dialect: Dialect,
  known: Readonly<Record<string, unknown>>,
): Outcome<Knot> {
  if (tooBig(text)) return refused({ code: 'feel-too-big', details: { limit: limits.characters } });
  const words = parserFor(dialect, known);
  let tree: ReturnType<typeof words.parse>;
  try {
    tree = words.parse(text);
  } catch (error) {
    const at = /at (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    return refused({ code: 'feel-syntax', details: { at: Number(at ?? 0) } });
  }
  const open: { name: string; from: number; kids: Knot[] }[] = [];
  let root: Knot | undefined;
  let knots = 0;
  let deep = false;
  tree.iterate({
    enter(node) {
      if (node.type.isSkipped) return false;
      knots += 1;
      open.push({ name: node.name, from: node.from, kids: [] });
      if (open.length > limits.depth) deep = true;
      return !deep;
    },
    leave(node) {
      if (node.type.isSkipped) return;
      const { name, from, kids } = open.pop() ?? { name: node.name, from: node.from, kids: [] };
      root = { name, from, text: text.slice(from, node.to), kids };
      open.at(-1)?.kids.push(root);
    },
  });
  if (deep) return refused({ code: 'feel-too-deep', details: { limit: limits.depth } });
  if (knots > limits.knots) return refused({ code: 'feel-too-big', details: { limit: limits.knots } });
  return root ? done(root) : refused({ code: 'feel-syntax', details: { at: 0 } });
}

const parserFor = (dialect: Dialect, known: Readonly<Record<string, unknown>>) =>
  strict[dialect].configure({ contextTracker: trackVariables(known) });
