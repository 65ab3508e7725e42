import type { Refusal } from '#kernel/outcome';
import { type Bound, boundOfCall } from './function-bounds.ts';
import { assumed } from './limits.ts';
import { ownFunctions } from './own-functions.ts';
import { isPattern } from './patterns.ts';
import { type Knot, spelled } from './syntax.ts';
import { unquoted } from './values.ts';

interface Surroundings {
  readonly names: ReadonlyMap<string, Bound>;
  /** Inside a filter a name may also be a key of the element: every name is at least as big as the elements. */
  readonly floor: Bound;
}

export interface Judgement {
  readonly bound: Bound;
  /** Names that the expression may read from its context, sorted. */
  readonly variables: readonly string[];
  readonly refusal?: Refusal;
}

const nothing: Bound = { cost: 0, count: 0, size: 0 };
const scalar: Bound = { cost: 1, count: 1, size: 1 };
const given: Bound = { cost: 1, count: assumed.count, size: assumed.size };

const larger = (a: Bound, b: Bound): Bound => ({
  cost: Math.max(a.cost, b.cost),
  count: Math.max(a.count, b.count),
  size: Math.max(a.size, b.size),
});
const together = (parts: readonly Bound[]): Bound =>
  parts.reduce(
    (all, part) => ({
      cost: all.cost + part.cost,
      count: Math.max(all.count, part.count),
      size: all.size + part.size,
    }),
    { cost: 1, count: 1, size: 1 },
  );
const withNames = (around: Surroundings, more: Iterable<readonly [string, Bound]>): Surroundings => ({
  ...around,
  names: new Map([...around.names, ...more]),
});

const wholeNumber = (knot: Knot | undefined): number | undefined =>
  knot?.name === 'NumericLiteral' && /^-?\s*\d{1,9}$/.test(knot.text)
    ? Number(knot.text.replace(/\s/g, ''))
    : undefined;

/**
 * Judges an expression without running it. It is refused when its cost cannot be bounded: ranges whose ends are not written
 * out, functions as values (they could call themselves), `partial` (text that doubles at each turn), patterns that are not
 * written out, and the machine's own clock (`today` is a name that is handed in).
 */
export function judge(root: Knot, callable: ReadonlyMap<string, Bound>): Judgement {
  const variables = new Set<string>();
  let refusal: Refusal | undefined;

  const refuse = (code: string, knot: Knot): Bound => {
    refusal ??= { code, details: { at: knot.from, text: knot.text.slice(0, 60) } };
    return nothing;
  };

  function lookUp(knot: Knot, around: Surroundings): Bound {
    const name = spelled(knot);
    if (name === 'partial' && around.names.has(name)) return refuse('feel-partial', knot);
    const bound = around.names.get(name);
    if (bound === undefined && name !== '?') variables.add(name);
    return larger({ ...(bound ?? given), cost: 1 }, { ...around.floor, cost: 1 });
  }

  function rangeLength(from: Knot | undefined, to: Knot | undefined): number {
    const [a, b] = [wholeNumber(from), wholeNumber(to)];
    return a === undefined || b === undefined ? Number.POSITIVE_INFINITY : Math.abs(b - a) + 1;
  }

  function iterations(knot: Knot | undefined, around: Surroundings) {
    let inner = around;
    let times = 1;
    let cost = 0;
    for (const each of knot?.kids.filter((kid) => kid.name === 'InExpression') ?? []) {
      const over = each.kids.find((kid) => kid.name === 'IterationContext');
      const [from, , to] = over?.kids ?? [];
      const list = from ? visit(from, inner) : nothing;
      if (to) visit(to, inner);
      const count = to ? rangeLength(from, to) : list.count;
      if (!Number.isFinite(count)) refuse('feel-range', over ?? each);
      cost += times * list.cost;
      times *= Math.max(1, count);
      inner = withNames(inner, [
        [spelled(each.kids[0]), to ? scalar : list],
        ['partial', given],
      ]);
    }
    return { inner, times, cost };
  }

  function call(knot: Knot, around: Surroundings): Bound {
    const target = knot.kids[0];
    const name = spelled(target);
    if (!target || !['VariableName', 'SpecialFunctionName', 'DateTimeConstructor'].includes(target.name))
      return refuse('feel-call', knot);
    if (around.names.has(name)) return refuse('feel-call', knot);
    const parameters = knot.kids.find((kid) => kid.name.endsWith('Parameters'));
    const args = (parameters?.kids ?? []).map((kid) => (kid.name === 'NamedParameter' ? kid.kids[1] : kid));
    const comparing = name === 'sort' || name === 'list replace';
    // What compares must stand here written out: a name could hold a function whose cost nobody counted.
    const handed = args[1];
    if (comparing && handed && !['FunctionDefinition', 'NumericLiteral'].includes(handed.name))
      return refuse('feel-function', handed);
    const bounds = args.map((arg) =>
      arg?.name === 'FunctionDefinition' && comparing
        ? lambda(arg, around)
        : arg
          ? visit(arg, around)
          : nothing,
    );
    if (name === 'matches' || name === 'replace' || name === 'split') {
      const named = parameters?.kids.find((kid) => /^(pattern|delimiter)$/.test(spelled(kid.kids[0])));
      const pattern = named ? named.kids[1] : args[1];
      if (pattern?.name !== 'StringLiteral' || !isPattern(unquoted(pattern.text)))
        return refuse('feel-pattern', knot);
    }
    if (Object.hasOwn(ownFunctions, name)) return { ...scalar, cost: together(bounds).cost + 5 };
    const known = callable.get(name);
    // Its parameters were judged as values from outside; larger ones are not let in when it runs.
    if (known) return { ...known, cost: known.cost + together(bounds).cost };
    const bound = boundOfCall(name, bounds);
    if (!bound) return refuse(name === 'now' || name === 'today' ? 'feel-clock' : 'feel-call', knot);
    if (!comparing) return bound;
    const each = Math.max(1, ...bounds.map((one) => one.count));
    return { ...bound, cost: bound.cost + each * (1 + Math.log2(each)) * together(bounds.slice(1)).cost };
  }

  function lambda(knot: Knot, around: Surroundings): Bound {
    const names = knot.kids.find((kid) => kid.name === 'FormalParameters')?.kids ?? [];
    const body = knot.kids.find((kid) => kid.name === 'FunctionBody')?.kids[0];
    if (!body) return refuse('feel-function', knot);
    return visit(
      body,
      withNames(
        around,
        names.map((name) => [spelled(name.kids[0]?.kids[0]), given] as const),
      ),
    );
  }

  function contextOf(knot: Knot, around: Surroundings): Bound {
    let inner = around;
    const parts: Bound[] = [];
    for (const entry of knot.kids.filter((kid) => kid.name === 'ContextEntry')) {
      const [key, value] = entry.kids;
      const part = value ? visit(value, inner) : nothing;
      parts.push(part);
      const name = key?.kids[0];
      inner = withNames(inner, [
        [name?.name === 'StringLiteral' ? unquoted(name.text) : spelled(name), part],
      ]);
    }
    return together(parts);
  }

  function visit(knot: Knot, around: Surroundings): Bound {
    const kids = () => knot.kids.map((kid) => visit(kid, around));
    const first = () => (knot.kids[0] ? visit(knot.kids[0], around) : nothing);
    switch (knot.name) {
      case 'NumericLiteral':
        return /e/i.test(knot.text) ? refuse('feel-number', knot) : scalar;
      case 'StringLiteral':
        return { cost: 1, count: 1, size: knot.text.length };
      case 'VariableName':
        return lookUp(knot, around);
      case 'PathExpression': {
        const target = first();
        return { ...target, cost: target.cost + 1 + target.count / 10 };
      }
      case 'Context':
        return contextOf(knot, around);
      case 'List': {
        const all = together(knot.kids.slice(1, -1).map((kid) => visit(kid, around)));
        return { ...all, count: Math.max(all.count, knot.kids.length - 2) };
      }
      case 'Interval':
        return { ...together(kids()), count: rangeLength(knot.kids[1], knot.kids[3]) };
      case 'ForExpression': {
        const { inner, times, cost } = iterations(knot.kids[1], around);
        const body = knot.kids[3] ? visit(knot.kids[3], inner) : nothing;
        const count = Math.max(times, body.count);
        return { cost: cost + times * (body.cost + 3), count, size: times * (body.size + 1) };
      }
      case 'QuantifiedExpression': {
        const { inner, times, cost } = iterations(knot.kids[1], around);
        const body = knot.kids[3] ? visit(knot.kids[3], inner) : nothing;
        return { ...scalar, cost: cost + times * (body.cost + 3) };
      }
      case 'FilterExpression': {
        const target = first();
        if (!Number.isFinite(target.count)) return refuse('feel-range', knot);
        const inner = { ...withNames(around, [['item', target]]), floor: larger(around.floor, target) };
        const test = knot.kids[2] ? visit(knot.kids[2], inner) : nothing;
        return { ...target, cost: target.cost + target.count * (test.cost + 3) };
      }
      case 'ArithmeticExpression': {
        const all = together(kids());
        // Only `+` makes a bigger value: two texts put together.
        return knot.kids.some((kid) => kid.name === 'ArithOp' && kid.text === '+')
          ? all
          : { ...all, size: 1 };
      }
      case 'FunctionInvocation':
        return call(knot, around);
      case 'DateTimeLiteral':
        return knot.kids[0]?.name === 'AtLiteral' ? scalar : call(knot, around);
      case 'FunctionDefinition':
        // As a value it does no harm: only names of known functions can be called.
        return { ...scalar, cost: lambda(knot, around).cost };
      case 'InstanceOfExpression': {
        const target = first();
        return { ...scalar, cost: target.cost + target.size / 20 };
      }
      case 'IfExpression': {
        const [, test, , then, , otherwise] = knot.kids;
        const parts = [test, then, otherwise].map((kid) => (kid ? visit(kid, around) : nothing));
        return { ...together(parts), size: Math.max(parts[1]?.size ?? 0, parts[2]?.size ?? 0) };
      }
      case 'Comparison':
      case 'Conjunction':
      case 'Disjunction':
      case 'UnaryTests': {
        const all = together(kids());
        // Text is compared to its end, lists element by element; an order of numbers is one step.
        return { ...scalar, cost: all.cost + all.size / 400 };
      }
      default:
        return knot.kids.length === 0 ? { cost: 0, count: 0, size: 0 } : together(kids());
    }
  }

  const bound = visit(root, { names: new Map(), floor: nothing });
  return { bound, variables: [...variables].sort(), ...(refusal ? { refusal } : {}) };
}
