/**
 * The oracle's own reckoning of working time: it looks at one minute after the other. Slow, and hard to get wrong.
 * Local minutes since 1970 (UTC+7, no summer time).
 */
export type Minute = number;
const perDay = 1440;

export interface Content {
  readonly days: readonly { readonly date: string; readonly kind: string }[];
  readonly hours: Readonly<
    Record<
      string,
      {
        readonly week: readonly (readonly [number, number])[][];
        readonly makeUp: readonly [number, number][];
      }
    >
  >;
  readonly units?: Readonly<
    Record<string, readonly { readonly date: string; readonly open: readonly [number, number][] }[]>
  >;
}

export const localMinute = (ms: number): Minute => Math.floor((ms + 7 * 3_600_000) / 60_000);
export const msOfMinute = (minute: Minute): number => minute * 60_000 - 7 * 3_600_000;
export const dateOf = (minute: Minute): string =>
  new Date(Math.floor(minute / perDay) * 86_400_000).toISOString().slice(0, 10);

/** Whether a unit with these hours is open in the minute that begins here. */
export function opening(content: Content, hours: string, unit: string): (minute: Minute) => boolean {
  const special = new Map(content.days.map((day) => [day.date, day.kind]));
  const own = new Map((content.units?.[unit] ?? []).map((day) => [day.date, day.open]));
  const table = content.hours[hours] ?? content.hours['office'];
  if (!table) throw new Error(`There are no hours ${hours}`);
  const known = new Map<string, readonly (readonly [number, number])[]>();
  const openOn = (date: string): readonly (readonly [number, number])[] => {
    const given = own.get(date);
    if (given) return given;
    const kind = special.get(date);
    if (kind === 'swap_work') return table.makeUp;
    if (kind !== undefined) return [];
    const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
    return table.week[weekday] ?? [];
  };
  return (minute) => {
    const date = dateOf(minute);
    let open = known.get(date);
    if (open === undefined) {
      open = openOn(date);
      known.set(date, open);
    }
    const ofDay = ((minute % perDay) + perDay) % perDay;
    return open.some(([from, to]) => ofDay >= from && ofDay < to);
  };
}

/** The loops below are bounded: nothing lies further away than this. */
const furthest = 3 * 366 * perDay;

export interface Wait {
  readonly from: Minute;
  readonly to: Minute;
}
const waits = (all: readonly Wait[], minute: Minute): boolean =>
  all.some(({ from, to }) => minute >= from && minute < to);

/** The first open minute at or after. */
export function nextOpen(isOpen: (minute: Minute) => boolean, from: Minute): Minute {
  for (let minute = from; minute < from + furthest; minute++) if (isOpen(minute)) return minute;
  throw new Error('Never open again');
}

/** Convention H: so many open minutes later, those within waits not counted. The end of the last minute. */
export function minutesLater(
  isOpen: (minute: Minute) => boolean,
  start: Minute,
  count: number,
  pauses: readonly Wait[],
): Minute {
  let left = count;
  for (let minute = start; minute < start + furthest; minute++) {
    if (left === 0) return minute;
    if (isOpen(minute) && !waits(pauses, minute)) left--;
  }
  throw new Error('Beyond the calendar');
}

const isWorkingDay = (isOpen: (minute: Minute) => boolean, day: number): boolean => {
  for (let minute = day * perDay; minute < (day + 1) * perDay; minute++) if (isOpen(minute)) return true;
  return false;
};
const closing = (isOpen: (minute: Minute) => boolean, day: number): Minute => {
  for (let minute = (day + 1) * perDay; minute > day * perDay; minute--)
    if (isOpen(minute - 1)) return minute;
  throw new Error('A day off has no closing');
};

/** Convention D: the n-th working day after the day of receipt, or the next working day at or after a calendar day. */
export function dayLater(
  isOpen: (minute: Minute) => boolean,
  start: Minute,
  time: { readonly value: number; readonly unit: string },
  pauses: readonly Wait[],
): string {
  let day = Math.floor(start / perDay);
  if (time.unit === 'working_day') {
    for (let left = time.value; left > 0; ) if (isWorkingDay(isOpen, ++day)) left--;
  } else {
    day += time.value;
    while (!isWorkingDay(isOpen, day)) day++;
  }
  return dateOf(afterWaits(isOpen, start, day, pauses));
}

/** The due day's closing moves by the open minutes of the waits; the day of the last minute is the new due day. */
function afterWaits(
  isOpen: (minute: Minute) => boolean,
  start: Minute,
  day: number,
  pauses: readonly Wait[],
): Minute {
  const base = closing(isOpen, day);
  let last = base - 1;
  let sum = 0;
  for (const { from, to } of pauses) {
    const begins = Math.max(from, start);
    if (Math.floor(begins / perDay) > Math.floor(last / perDay)) break;
    for (let minute = begins; minute < to; minute++) if (isOpen(minute)) sum++;
    last = minutesLater(isOpen, base, sum, []) - 1;
  }
  return last;
}

/** Same-day procedures: the closing of the day, or of the next working day when received after 15:00. */
export function sameDay(
  isOpen: (minute: Minute) => boolean,
  start: Minute,
): { date: string; minute: Minute } {
  let day = Math.floor(start / perDay);
  if (start - day * perDay > 15 * 60)
    do day++;
    while (!isWorkingDay(isOpen, day));
  const minute = closing(isOpen, day);
  return { date: dateOf(minute - 1), minute };
}
