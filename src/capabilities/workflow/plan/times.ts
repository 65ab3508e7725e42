import type { Budget } from '#capabilities/forms';
import type { Wait } from './plan.ts';

/** `4h` hours or `2wd` working days, above zero; undefined when the text is neither. */
export function readBudget(text: string): Budget | undefined {
  const parts = /^(\d{1,4}(?:\.\d{1,2})?)(h|wd)$/.exec(text.trim());
  const value = Number(parts?.[1]);
  return value > 0 ? { value, unit: parts?.[2] === 'h' ? 'hour' : 'working_day' } : undefined;
}

export const writeBudget = ({ value, unit }: Budget): string => `${value}${unit === 'hour' ? 'h' : 'wd'}`;

const duration =
  /^P(?!$)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?!$)(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/;

/**
 * An ISO 8601 duration in calendar time. Months stay months: how long one is depends on when it begins.
 * Expressions of other engines and repetitions are undefined.
 */
export function readDuration(text: string): Wait | undefined {
  const parts = duration.exec(text.trim());
  if (!parts) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = parts
    .slice(1)
    .map((part) => Number(part ?? 0)) as [number, number, number, number, number, number, number];
  return {
    months: years * 12 + months,
    seconds: (weeks * 7 + days) * 86_400 + hours * 3600 + minutes * 60 + seconds,
  };
}
