import { dayNumberOf } from '#kernel/time';

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The last day a partial date may mean: `2004` → `2004-12-31`, so that nobody is taken for older than they are. */
export function latestDay(date: string): string {
  const [year = '', month = '12', day] = date.split('-');
  return `${year}-${month}-${day ?? String(lastDay(Number(year), Number(month))).padStart(2, '0')}`;
}

/** The first day a partial date may mean: `2004` → `2004-01-01`. */
export const earliestDay = (date: string): string => (date + '-01-01'.slice(date.length - 4)).slice(0, 10);

/** Full years of age on a day (Civil Code art. 148: the year is full on the birthday). */
export function ageOn(birthDate: string, today: string): number {
  const born = latestDay(birthDate);
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) < born.slice(5) ? years - 1 : years;
}

/** Whole days from the date to today; negative for a day to come. A partial date counts from its first day. */
export const daysAgo = (date: string, today: string): number =>
  (dayNumberOf(today) ?? Number.NaN) - (dayNumberOf(earliestDay(date)) ?? Number.NaN);
