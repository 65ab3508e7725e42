import type { Bounds, Condition, Scalar } from '../condition.ts';

const literal = (value: Scalar): string =>
  typeof value === 'number' ? plainNumber(value) : JSON.stringify(value);

/** FEEL knows no exponents. */
const plainNumber = (value: number): string =>
  /e/.test(String(value)) ? value.toFixed(20).replace(/\.?0+$/, '') : String(value);

/** An answer may be one value or, of several choices, a list; a list is never equal to a value in FEEL. */
const equal = (name: string, value: Scalar): string =>
  `(${name} = ${literal(value)} or list contains(${name}, ${literal(value)})) = true`;

const signs = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;
type Sign = keyof typeof signs;
/** Dates of different precision are compared as far as both are known, which FEEL's order of texts does not do. */
const dates: Readonly<Record<Sign, (a: string, b: string) => string>> = {
  gt: (a, b) => `is after(${a}, ${b}) = true`,
  gte: (a, b) => `is before(${a}, ${b}) = false`,
  lt: (a, b) => `is before(${a}, ${b}) = true`,
  lte: (a, b) => `is after(${a}, ${b}) = false`,
};

const given = <T>(bounds: Bounds<T>): readonly (readonly [Sign, T])[] =>
  (Object.keys(signs) as Sign[]).flatMap((sign) => {
    const bound = bounds[sign];
    return bound === undefined ? [] : [[sign, bound] as const];
  });

/** `= true` makes two values of FEEL's three: what cannot be compared does not hold, and its opposite does. */
const measured = (measure: string, bounds: Bounds<number>): string =>
  joined(
    given(bounds).map(([sign, bound]) => `(${measure} ${signs[sign]} ${literal(bound)}) = true`),
    'and',
  );

function compared(name: string, sign: Sign, bound: number | string | { readonly q: string }): string {
  if (typeof bound === 'number') return `(${name} ${signs[sign]} ${literal(bound)}) = true`;
  if (typeof bound === 'string') return dates[sign](name, literal(bound));
  // A difference is null for texts, so each half speaks for its own kind.
  return `(${name} - ${bound.q} ${signs[sign]} 0) = true or ${dates[sign](name, bound.q)}`;
}

const joined = (parts: readonly string[], word: 'and' | 'or'): string =>
  parts.length === 1 ? (parts[0] ?? '') : parts.map((part) => `(${part})`).join(` ${word} `);

/**
 * The condition as FEEL over answers by id and `fact`, with the same verdict on everything: the road from the first
 * definitions to expressions that a designer edits. The house's own functions (`age on`, `days since`, `is before`)
 * keep its rules for partial dates.
 */
export function feelOf(condition: Condition): string {
  if ('feel' in condition) return condition.feel;
  if ('all' in condition)
    return condition.all.length === 0 ? 'true' : joined(condition.all.map(feelOf), 'and');
  if ('any' in condition)
    return condition.any.length === 0 ? 'false' : joined(condition.any.map(feelOf), 'or');
  if ('not' in condition) return `not((${feelOf(condition.not)}) = true)`;
  const name = 'fact' in condition ? `fact.${condition.fact}` : condition.q;
  if ('is' in condition) return equal(name, condition.is);
  if ('in' in condition)
    return joined(
      condition.in.map((value) => equal(name, value)),
      'or',
    );
  if ('answered' in condition) return condition.answered ? `${name} != null` : `${name} = null`;
  if ('age' in condition) return measured(`age on(${name}, fact.today)`, condition.age);
  if ('days' in condition) return measured(`days since(${name}, fact.today)`, condition.days);
  return joined(
    given(condition).map(([sign, bound]) => compared(name, sign, bound)),
    'and',
  );
}
