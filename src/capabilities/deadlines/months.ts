import type { DayNumber } from '#capabilities/calendar';
import { dateOfDayNumber, dayNumberOf } from '#kernel/time';

/** The first day of a month; months are counted from the year 0. */
function firstOfMonth(month: number): DayNumber | undefined {
  const year = Math.floor(month / 12);
  const text = (n: number, width: number) => n.toString().padStart(width, '0');
  return dayNumberOf(`${text(year, 4)}-${text((month % 12) + 1, 2)}-01`);
}

/**
 * The same day of a later month, or the last day of a month that is too short for it (31/1 and one month: 28/2).
 * Undefined beyond `limit`.
 */
export function addMonths(day: DayNumber, months: number, limit: DayNumber): DayNumber | undefined {
  if (day + months * 28 > limit) return undefined;
  const [year = 0, month = 0, date = 0] = dateOfDayNumber(day).split('-').map(Number);
  const target = year * 12 + month - 1 + months;
  const first = firstOfMonth(target);
  const next = firstOfMonth(target + 1);
  return first === undefined || next === undefined ? undefined : Math.min(first + date - 1, next - 1);
}
