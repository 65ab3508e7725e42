/**
 * Time in Viet Nam: one zone, UTC+7, no summer time (Quyết định 121/CP 1975), so local time is plain arithmetic.
 */
const offsetMs = 7 * 3600_000;
const dayMs = 86_400_000;

declare const plainDate: unique symbol;
/** A calendar day `YYYY-MM-DD`, without clock and zone. */
export type PlainDate = string & { readonly [plainDate]: true };

/** Milliseconds since 1970 UTC. The only source is a clock that is handed in. */
export type Instant = number;

export interface Clock {
  now(): Instant;
}
export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands where it is put: for tests, try-outs and the sample province. */
export class SetClock implements Clock {
  #at: Instant;
  constructor(at: Instant) {
    this.#at = at;
  }
  now(): Instant {
    return this.#at;
  }
  set(at: Instant): void {
    this.#at = at;
  }
}

const dateShape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Day number since 1970-01-01, or undefined when the text names no real day. */
export function dayNumberOf(text: string): number | undefined {
  const parts = dateShape.exec(text);
  if (!parts) return undefined;
  const ms = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return new Date(ms).toISOString().slice(0, 10) === text ? ms / dayMs : undefined;
}

export const isPlainDate = (text: string): text is PlainDate => dayNumberOf(text) !== undefined;

export function asPlainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new Error(`Not a date: ${text}`);
  return text;
}

export const dateOfDayNumber = (day: number): PlainDate =>
  new Date(day * dayMs).toISOString().slice(0, 10) as PlainDate;

/** Local day of an instant. */
export const localDate = (at: Instant): PlainDate => dateOfDayNumber(Math.floor((at + offsetMs) / dayMs));

export const instantAt = (date: PlainDate, minutes = 0): Instant =>
  (dayNumberOf(date) ?? Number.NaN) * dayMs + minutes * 60_000 - offsetMs;

/** `YYYY-MM-DDTHH:MM` in local time. */
export const localDateTime = (at: Instant): string => new Date(at + offsetMs).toISOString().slice(0, 16);

/** Reads `YYYY-MM-DDTHH:MM` as local time. */
export function parseLocalDateTime(text: string): Instant | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (!parts || dayNumberOf(parts[1] ?? '') === undefined) return undefined;
  return instantAt(parts[1] as PlainDate, Number(parts[2]) * 60 + Number(parts[3]));
}

/** ISO weekday, Monday 1 to Sunday 7. */
export const weekday = (date: PlainDate): number => (((dayNumberOf(date) ?? 0) + 3) % 7) + 1;

const weekdays = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];

/** `25/11/2026` */
export const formatDate = (date: PlainDate): string =>
  `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
/** `thứ Tư 25/11/2026` */
export const formatDay = (date: PlainDate): string => `${weekdays[weekday(date) - 1]} ${formatDate(date)}`;
/** `09:41` */
export const formatTime = (at: Instant): string => localDateTime(at).slice(11);
/** `25/11/2026 09:41` */
export const formatDateTime = (at: Instant): string => `${formatDate(localDate(at))} ${formatTime(at)}`;
