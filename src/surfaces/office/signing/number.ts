import type { UnitId } from '#kernel/ids';
import { asPlainDate, type Instant, localDate } from '#kernel/time';
import type { Doors } from '#surfaces/shared';

/** Numbers of results run through the year in each unit. */
const series = 'result';

/** The next number in this year's book of a unit: `17/2026`. */
export async function nextNumber({ services }: Pick<Doors, 'services'>, unit: UnitId, now: Instant) {
  const year = localDate(now).slice(0, 4);
  const next = await services.takeNumber(unit, asPlainDate(`${year}-01-01`), series);
  return `${next}/${year}`;
}
