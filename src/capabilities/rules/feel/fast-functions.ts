import { ownFunctions } from './own-functions.ts';
import { beyond } from './values.ts';

type Run = (args: readonly unknown[]) => unknown;

/** A list where one value is wanted is unwrapped by FEEL, a date is cast: both are left to the interpreter. */
function plain<T>(value: unknown, type: 'string' | 'number'): T | null {
  if (typeof value === 'object' && value !== null) throw beyond;
  return typeof value === type ? (value as T) : null;
}

const ofText =
  (run: (text: string) => unknown): Run =>
  ([a]) => {
    const text = plain<string>(a, 'string');
    return text === null ? null : run(text);
  };
const ofTexts =
  (run: (text: string, part: string) => unknown): Run =>
  ([a, b]) => {
    const [text, part] = [plain<string>(a, 'string'), plain<string>(b, 'string')];
    return text === null || part === null ? null : run(text, part);
  };
const ofNumber =
  (run: (number: number) => number): Run =>
  ([a]) => {
    const number = plain<number>(a, 'number');
    return number === null ? null : run(number);
  };
const ofNumbers =
  (run: (numbers: readonly number[]) => number): Run =>
  ([a]) => {
    if (!Array.isArray(a) || a.length === 0 || !a.every((one) => typeof one === 'number')) throw beyond;
    return run(a);
  };

const known: Readonly<Record<string, readonly [parameters: number, run: Run]>> = {
  not: [1, ([a]) => (typeof a === 'boolean' ? !a : null)],
  contains: [2, ofTexts((text, part) => text.includes(part))],
  'starts with': [2, ofTexts((text, part) => text.startsWith(part))],
  'ends with': [2, ofTexts((text, part) => text.endsWith(part))],
  'string length': [1, ofText((text) => [...text].length)],
  'upper case': [1, ofText((text) => text.toUpperCase())],
  'lower case': [1, ofText((text) => text.toLowerCase())],
  floor: [1, ofNumber(Math.floor)],
  ceiling: [1, ofNumber(Math.ceil)],
  abs: [1, ofNumber(Math.abs)],
  sum: [1, ofNumbers((numbers) => numbers.reduce((a, b) => a + b))],
  min: [1, ofNumbers((numbers) => Math.min(...numbers))],
  max: [1, ofNumbers((numbers) => Math.max(...numbers))],
  count: [1, ([a]) => (a === null ? null : Array.isArray(a) ? a.length : 1)],
  'list contains': [
    2,
    ([list, element]) => {
      if (!Array.isArray(list)) throw beyond;
      return list.includes(element);
    },
  ],
};

/** What the fast path calls under a name with so many arguments; undefined leaves the expression to the interpreter. */
export function fastFunction(name: string, given: number): Run | undefined {
  const own = Object.hasOwn(ownFunctions, name) ? ownFunctions[name] : undefined;
  if (own) return given === 2 ? ([a, b]) => own.run(a, b) : undefined;
  const entry = Object.hasOwn(known, name) ? known[name] : undefined;
  return entry && entry[0] === given ? entry[1] : undefined;
}
