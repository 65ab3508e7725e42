import { z } from 'zod';
import { type DifferenceFilter, differenceKinds, kindGroupNames, kindGroups } from '#capabilities/payments';
import { dateOfDayNumber, dayNumberOf, isPlainDate, type PlainDate } from '#kernel/time';
import { groupSlugs } from './words.ts';

/** Open items are shown however old they are; closed ones of this many days. */
const closedDays = 92;
const firstDay = '2020-01-01' as PlainDate;
export const itemsPerPage = 50;

const short = z.string().max(20).default('');
export const itemFields = z.object({
  nhom: short,
  dong: short,
  cua: short,
  'tu-ngay': short,
  'den-ngay': short,
  trang: z.coerce.number().int().min(1).max(2000).catch(1).default(1),
});
export type ItemQuery = z.output<typeof itemFields>;

/** What of the address narrows the list; whatever cannot be read narrows nothing. */
export function itemFilter(query: ItemQuery, today: PlainDate, officer: string): DifferenceFilter {
  const group = kindGroupNames.find((each) => groupSlugs[each] === query.nhom);
  const closed = query.dong === '1';
  const before = dateOfDayNumber((dayNumberOf(today) ?? 0) - closedDays);
  return {
    kinds: group ? kindGroups[group] : differenceKinds,
    closed,
    from: isPlainDate(query['tu-ngay']) ? query['tu-ngay'] : closed ? before : firstDay,
    to: isPlainDate(query['den-ngay']) ? query['den-ngay'] : today,
    ...(query.cua === 'toi' ? { officer } : {}),
  };
}

/** The address of a list like this one. */
export function itemQueryText(query: ItemQuery, change: Partial<ItemQuery> = {}): string {
  const { trang, ...rest } = { ...query, trang: 1, ...change };
  const fields = Object.entries({ ...rest, trang: trang > 1 ? String(trang) : '' });
  return new URLSearchParams(fields.filter(([, value]) => value !== '')).toString();
}
