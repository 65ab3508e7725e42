import { fastFunction } from './fast-functions.ts';
import { fastIn, fastTests } from './fast-tests.ts';
import { isBuiltin } from './function-bounds.ts';
import { comparison, type Run } from './run.ts';
import { type Dialect, type Knot, spelled } from './syntax.ts';
import { beyond, isContext, isForeign, isYes, order, unquoted } from './values.ts';

const three = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);

const numeric: Readonly<Record<string, (a: number, b: number) => number | null>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0 || Number.isNaN(b) ? null : a / b),
  '**': (a, b) => a ** b,
  '^': (a, b) => a ** b,
};

function arithmetic(sign: string, left: Run, right: Run): Run {
  const operate = numeric[sign];
  return (context) => {
    const [a, b] = [left(context), right(context)];
    if (typeof a === 'number' && typeof b === 'number') return operate?.(a, b) ?? null;
    if (isForeign(a) || isForeign(b)) throw beyond;
    return sign === '+' && typeof a === 'string' && typeof b === 'string' ? a + b : null;
  };
}

/** Names with signs in them may be spelled in several ways: the interpreter finds those. */
const isPlainName = (name: string): boolean => /^[\p{L}\p{N}_ ]+$/u.test(name);

function variable(name: string): Run | undefined {
  if (name === '?') return (context) => context['?'] ?? null;
  if (!isPlainName(name)) return undefined;
  const builtin = isBuiltin(name);
  return (context) => {
    const value = Object.hasOwn(context, name) ? context[name] : undefined;
    if (value === undefined && builtin) throw beyond;
    return value ?? null;
  };
}

function entry(of: unknown, key: string): unknown {
  if (Array.isArray(of)) return of.map((one) => (Array.isArray(one) ? null : entry(one, key)));
  if (isContext(of)) return Object.hasOwn(of, key) ? (of[key] ?? null) : null;
  if (isForeign(of)) throw beyond;
  return null;
}

function compare(knot: Knot): Run | undefined {
  const [first, sign, ...rest] = knot.kids;
  const left = compiled(first);
  if (!left) return undefined;
  if (sign?.name === 'in') return fastIn(left, rest, compiled);
  if (sign?.name === 'between') {
    const [low, high] = [compiled(rest[0]), compiled(rest[2])];
    if (!low || !high) return undefined;
    return (context) => {
      const [a, b, value] = [low(context), high(context), left(context)];
      const [ends, above, below] = [order(a, b), order(a, value), order(value, b)];
      if (ends === null || above === null || below === null) return null;
      return ends <= 0 ? above <= 0 && below <= 0 : above >= 0 && below >= 0;
    };
  }
  const right = compiled(rest[0]);
  if (!right || sign?.name !== 'CompareOp') return undefined;
  const holds = comparison(sign.text);
  return (context) => holds(left(context), right(context));
}

function call(knot: Knot): Run | undefined {
  const positional = knot.kids.find((kid) => kid.name === 'PositionalParameters');
  if (knot.kids[0]?.name !== 'VariableName' || !positional) return undefined;
  const args = positional.kids.map(compiled);
  if (!args.every((arg) => arg !== undefined)) return undefined;
  const run = fastFunction(spelled(knot.kids[0]), args.length);
  return run && ((context) => run(args.map((arg) => arg(context))));
}

/** A closure for the common part of FEEL; undefined for the rest, which the interpreter takes. */
export function compiled(knot: Knot | undefined): Run | undefined {
  if (!knot) return undefined;
  switch (knot.name) {
    case 'Expression':
      return compiled(knot.kids[0]);
    case 'ParenthesizedExpression':
      return compiled(knot.kids[1]);
    case 'null':
      return () => null;
    case 'NumericLiteral':
    case 'StringLiteral':
    case 'BooleanLiteral': {
      const value = literal(knot);
      return () => value;
    }
    case 'VariableName':
      return variable(spelled(knot));
    case 'PathExpression': {
      const [target, key] = [compiled(knot.kids[0]), spelled(knot.kids[2])];
      if (!target || !isPlainName(key)) return undefined;
      return (context) => entry(target(context), key);
    }
    case 'List': {
      const elements = knot.kids.slice(1, -1).map(compiled);
      if (!elements.every((element) => element !== undefined)) return undefined;
      return (context) => elements.map((element) => element(context));
    }
    case 'Conjunction':
    case 'Disjunction': {
      const [left, right] = [compiled(knot.kids[0]), compiled(knot.kids[2])];
      return left && right && logic(left, right, knot.name === 'Disjunction');
    }
    case 'Comparison':
      return compare(knot);
    case 'ArithmeticExpression': {
      const [a, b, c] = knot.kids;
      const [left, right] = c ? [compiled(a), compiled(c)] : [() => 0, compiled(b)];
      const sign = c ? b : a;
      return left && right && sign && arithmetic(sign.text, left, right);
    }
    case 'IfExpression': {
      const [test, then, otherwise] = [knot.kids[1], knot.kids[3], knot.kids[5]].map(compiled);
      if (!test || !then || !otherwise) return undefined;
      return (context) => (isYes(test(context)) ? then(context) : otherwise(context));
    }
    case 'FunctionInvocation':
      return call(knot);
    default:
      return undefined;
  }
}

/** Three-valued: one decisive side (`decides`) is enough, two of the other kind are needed. */
const logic =
  (left: Run, right: Run, decides: boolean): Run =>
  (context) => {
    const a = three(left(context));
    if (a === decides) return decides;
    const b = three(right(context));
    return b === decides ? decides : a === null || b === null ? null : !decides;
  };

const literal = (knot: Knot): unknown =>
  knot.name === 'StringLiteral'
    ? unquoted(knot.text)
    : knot.name === 'BooleanLiteral'
      ? knot.text === 'true'
      : Number(knot.text.replace(/\s/g, ''));

export const fastPath = (root: Knot, dialect: Dialect): Run | undefined =>
  dialect === 'tests' ? fastTests(root, compiled) : compiled(root);
