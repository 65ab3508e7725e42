import { isPlainDate, type PlainDate } from '#kernel/time';

/** The day that was typed in three fields, with or without leading noughts; undefined when there is no such day. */
export function typedDate(day: string, month: string, year: string): PlainDate | undefined {
  const date = [year.trim(), month.trim().padStart(2, '0'), day.trim().padStart(2, '0')].join('-');
  return isPlainDate(date) ? date : undefined;
}
