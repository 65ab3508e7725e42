import { dayNumberOf } from '#kernel/time';

type Given = unknown;
const shape = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const isDate = (value: Given): value is string => typeof value === 'string' && shape.test(value);

/** The first or the last day that `2004`, `2004-02` or `2004-02-03` may mean. */
function dayOf(date: string, end: 'first' | 'last'): string {
  if (date.length === 10) return date;
  const [year = '', month = end === 'first' ? '01' : '12'] = date.split('-');
  if (end === 'first') return `${year}-${month}-01`;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `${year}-${month}-${String(last).padStart(2, '0')}`;
}

const dayNumber = (date: Given): number | undefined =>
  isDate(date) ? dayNumberOf(dayOf(date, 'first')) : undefined;

/** Full years on a day (Civil Code art. 148); a partial birth date counts as its last day, so nobody is taken for older. */
function ageOn(birth: Given, day: Given): number | null {
  if (!isDate(birth) || !isDate(day)) return null;
  const born = dayOf(birth, 'last');
  const today = dayOf(day, 'first');
  if (dayNumberOf(born) === undefined || dayNumberOf(today) === undefined) return null;
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) < born.slice(5) ? years - 1 : years;
}

/** Whole days from the first date to the second, negative when it lies before; partial dates count from their first day. */
function daysBetween(from: Given, to: Given): number | null {
  const [a, b] = [dayNumber(from), dayNumber(to)];
  return a === undefined || b === undefined ? null : b - a;
}

/** Dates of different precision are compared as far as both are known. */
function order(a: Given, b: Given): number | null {
  if (!isDate(a) || !isDate(b)) return null;
  const length = Math.min(a.length, b.length);
  const [x, y] = [a.slice(0, length), b.slice(0, length)];
  return x < y ? -1 : x > y ? 1 : 0;
}

const asked = (value: number | null, sign: number): boolean | null =>
  value === null ? null : value === sign;

export interface OwnFunction {
  readonly parameters: readonly [string, string];
  readonly run: (a: Given, b: Given) => number | boolean | null;
}

/** Functions of this house beside those of FEEL. Dates are text `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; anything else gives null. */
export const ownFunctions: Readonly<Record<string, OwnFunction>> = {
  'age on': { parameters: ['birth', 'day'], run: ageOn },
  'days since': { parameters: ['date', 'today'], run: daysBetween },
  'days between': { parameters: ['from', 'to'], run: daysBetween },
  'is before': { parameters: ['a', 'b'], run: (a, b) => asked(order(a, b), -1) },
  'is after': { parameters: ['a', 'b'], run: (a, b) => asked(order(a, b), 1) },
};
