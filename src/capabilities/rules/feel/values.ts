import { assumed } from './limits.ts';

/** A FEEL string literal without its quotes, its escapes resolved. */
export const unquoted = (literal: string): string =>
  literal
    .slice(1, -1)
    .replace(/\\(["\\nrt])|\\u([0-9a-fA-F]{4,6})/g, (_whole, one: string | undefined, code: string) =>
      one === undefined ? fromCode(code) : ({ n: '\n', r: '\r', t: '\t' }[one] ?? one),
    );

const fromCode = (code: string): string => {
  // Six digits name one character; four are one unit, and what follows them stands for itself.
  const whole = Number.parseInt(code, 16);
  if (code.length > 4 && whole <= 0x10ffff) return String.fromCodePoint(whole);
  return String.fromCharCode(Number.parseInt(code.slice(0, 4), 16)) + code.slice(4);
};

export const isContext = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Thrown when values turn up for which only the full interpreter knows the answer; it then begins anew. */
export const beyond = new Error('beyond the fast path');

/** Dates, durations and ranges of the interpreter. */
export const isForeign = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isContext(value);

const single = (value: unknown): unknown => (Array.isArray(value) && value.length < 2 ? value[0] : value);

/**
 * FEEL's `=` over JSON values: null equals only null; values of different types are incomparable (null); a list of one is
 * its element.
 */
export function equal(left: unknown, right: unknown): boolean | null {
  if ((left === null) !== (right === null)) return false;
  const [a, b] = [single(left) ?? null, single(right) ?? null];
  if (Array.isArray(a)) {
    if (!Array.isArray(b)) return null;
    return a.length === b.length && a.every((element, index) => equal(element, b[index]) === true);
  }
  if (a === null || b === null) return a === b ? true : null;
  if (isForeign(a) || isForeign(b)) throw beyond;
  if (isContext(a)) {
    if (!isContext(b)) return null;
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]) === true)
    );
  }
  return typeof a === typeof b ? a === b : null;
}

/** Order of two numbers or of two texts; null for anything else, so that no comparison with an absent answer holds. */
export function order(a: unknown, b: unknown): number | null {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (isForeign(a) || isForeign(b)) throw beyond;
  return null;
}

/** FEEL takes everything but false and null for yes after `if`. */
export const isYes = (value: unknown): boolean => value !== false && value !== null;

/**
 * Whether a value is about as large as values from outside are assumed to be (ten times as large is let pass). Asked where one
 * judged expression hands its value to another, so that a chain of them cannot grow it without end.
 */
export function fits(value: unknown): boolean {
  let size = 0;
  const within = (one: unknown): boolean => {
    size += typeof one === 'string' ? one.length : 1;
    if (size > 10 * assumed.size) return false;
    if (Array.isArray(one)) return one.length <= 10 * assumed.count && one.every(within);
    return !isContext(one) || Object.values(one).every(within);
  };
  return within(value);
}
