import type { Knot } from './syntax.ts';
import { equal, order } from './values.ts';

export type Context = Readonly<Record<string, unknown>>;
/** Gives the value in a context, or throws `beyond`. */
export type Run = (context: Context) => unknown;

/** Makes a closure of a knot, or leaves it to the interpreter. */
export type Compile = (knot: Knot | undefined) => Run | undefined;

/** The comparison a sign stands for; null when the two cannot be compared. */
export function comparison(sign: string): (a: unknown, b: unknown) => boolean | null {
  const ordered = (holds: (order: number) => boolean) => (a: unknown, b: unknown) => {
    const found = order(a, b);
    return found === null ? null : holds(found);
  };
  switch (sign) {
    case '=':
      return equal;
    case '!=':
      return (a, b) => {
        const same = equal(a, b);
        return same === null ? null : !same;
      };
    case '<':
      return ordered((found) => found < 0);
    case '<=':
      return ordered((found) => found <= 0);
    case '>':
      return ordered((found) => found > 0);
    default:
      return ordered((found) => found >= 0);
  }
}
