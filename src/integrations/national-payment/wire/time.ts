import { type Instant, instantAt, isPlainDate } from '#kernel/time';

const vietNamMs = 7 * 3600_000;

/** `20261125094100`: yyyyMMddHHmmss in Viet Nam time; parts of a second are left out. */
export const wireTime = (at: Instant): string =>
  new Date(at + vietNamMs).toISOString().replace(/\D/g, '').slice(0, 14);

/** Undefined where the digits name no real moment (30 February, hour 24). */
export function instantOfWire(text: string): Instant | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})([01]\d|2[0-3])([0-5]\d)([0-5]\d)$/.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hours, minutes, seconds] = parts;
  const date = `${year}-${month}-${day}`;
  if (!isPlainDate(date)) return undefined;
  return instantAt(date, Number(hours) * 60 + Number(minutes)) + Number(seconds) * 1000;
}
