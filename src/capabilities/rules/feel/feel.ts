import { evaluate, unaryTest } from 'feelin';
import { done, type Outcome, refused } from '#kernel/outcome';
import { judge } from './cost.ts';
import { fastPath } from './fast.ts';
import type { Bound } from './function-bounds.ts';
import { limits } from './limits.ts';
import { ownFunctions } from './own-functions.ts';
import { patternFunctions } from './patterns.ts';
import type { Context } from './run.ts';
import { type Dialect, normalName, parseFeel } from './syntax.ts';
import { toJson } from './temporal.ts';
import { beyond } from './values.ts';

/** A function that expressions may call beside those of FEEL, with the bound of one call. */
export interface Callable {
  readonly parameters: readonly string[];
  readonly bound: Bound;
  readonly run: (...args: readonly unknown[]) => unknown;
}

export interface FeelOptions {
  /** `tests` for the cell of a decision table, which asks of `?`. */
  readonly dialect?: Dialect;
  /** A context as it will be met: names with spaces are read as one name only when they are in it. */
  readonly known?: Context;
  readonly callable?: ReadonlyMap<string, Callable>;
  /** False only where a clock ends what runs too long. */
  readonly bounded?: boolean;
}

/** An expression that was parsed, judged and made ready once. */
export interface Feel {
  readonly text: string;
  readonly dialect: Dialect;
  /** Names it may read, sorted. */
  readonly variables: readonly string[];
  /** Steps that one run takes at most, for lists of up to 50 elements. */
  readonly cost: number;
  readonly bound: Bound;
  /** No closure could be made of it: the interpreter reads the text anew at each run. */
  readonly interpreted: boolean;
  /** Values as FEEL has them; dates are objects of the interpreter. */
  readonly run: (context: Context) => unknown;
}

const functions: Context = {
  ...Object.fromEntries(
    Object.entries(ownFunctions).map(([name, { run, parameters }]) => [
      name,
      Object.assign((a: unknown, b: unknown) => run(a ?? null, b ?? null), { $args: [...parameters] }),
    ]),
  ),
  ...patternFunctions,
};
const functionNames: Context = Object.fromEntries(Object.keys(functions).map((name) => [name, null]));

/**
 * Makes an expression ready, or refuses it: `feel-syntax` (with `at`), `feel-too-big`, `feel-too-deep`, `feel-too-costly`,
 * and what cannot be bounded: `feel-range`, `feel-call`, `feel-function`, `feel-partial`, `feel-pattern`, `feel-number`,
 * `feel-clock`.
 */
export function compileFeel(text: string, options: FeelOptions = {}): Outcome<Feel> {
  const {
    dialect = 'expression',
    known = {},
    callable = new Map<string, Callable>(),
    bounded = true,
  } = options;
  const called = Object.fromEntries(
    [...callable].map(([name, { run, parameters }]) => [
      name,
      Object.assign(run, { $args: [...parameters] }),
    ]),
  );
  const names = {
    ...functionNames,
    ...Object.fromEntries([...callable].map(([name]) => [name, null])),
    ...known,
  };
  const constant = dialect === 'expression' ? constantFeel(text) : undefined;
  if (constant) return done(constant);
  const parsed = parseFeel(text, dialect, names);
  if (!parsed.ok) return parsed;
  const judged = judge(
    parsed.value,
    new Map([...callable].map(([name, { bound }]) => [normalName(name), bound])),
  );
  if (bounded) {
    if (judged.refusal) return refused(judged.refusal);
    if (!(judged.bound.cost <= limits.cost && judged.bound.size <= limits.size))
      return refused({ code: 'feel-too-costly', details: { limit: limits.cost } });
  }
  const fast = fastPath(parsed.value, dialect);
  const base = { ...known, ...functions, ...called };
  const full = (context: Context): unknown => {
    const whole = { ...base, ...context, ...functions, ...called };
    try {
      return dialect === 'tests' ? unaryTest(text, whole).value : evaluate(text, whole).value;
    } catch {
      // The interpreter throws on ranges of values without an order; FEEL says null.
      return null;
    }
  };
  const run = (context: Context): unknown => {
    if (!fast) return full(context);
    try {
      return fast(context);
    } catch (thrown) {
      if (thrown === beyond) return full(context);
      throw thrown;
    }
  };
  const { bound, variables } = judged;
  const interpreted = fast === undefined;
  return done({ text, dialect, variables, cost: Math.ceil(bound.cost), bound, interpreted, run });
}

const constantShape = /^(?:"([^"\\]*)"|(\d{1,15}(?:\.\d{1,9})?))$/;

/** Most output cells of a table are one text or number: these need no parser. */
function constantFeel(text: string): Feel | undefined {
  if (text.length > limits.characters) return undefined;
  const [, word, number] = constantShape.exec(text) ?? [];
  if (word === undefined && number === undefined) return undefined;
  const value = word ?? Number(number);
  return {
    text,
    dialect: 'expression',
    variables: [],
    cost: 1,
    bound: { cost: 1, count: 1, size: Math.max(1, word?.length ?? 1) },
    interpreted: false,
    run: () => value,
  };
}

/** The value in a context as JSON: absent is null, dates and durations are text. */
export const evaluateFeel = (feel: Feel, context: Context): unknown => toJson(feel.run(context));

/** Whether it holds: anything but true is no. */
export const holdsFeel = (feel: Feel, context: Context): boolean => feel.run(context) === true;
