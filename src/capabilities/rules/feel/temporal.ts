import { date, dateAndTime, duration, FeelDate, FeelDateTime, FeelDuration, FeelTime, time } from 'feelin';
import { isContext } from './values.ts';

const isTemporal = (value: unknown): value is { toJSON(): string } =>
  [FeelDate, FeelTime, FeelDateTime, FeelDuration].some((kind) => value instanceof kind);

/** A value of the interpreter as JSON; what has no JSON (functions, ranges) becomes null. */
export function toJson(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(toJson);
  if (isTemporal(value)) return value.toJSON();
  if (isContext(value))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toJson(one)]));
  return null;
}

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  date,
  time,
  dateTime: dateAndTime,
  'date and time': dateAndTime,
  dayTimeDuration: duration,
  'days and time duration': duration,
  yearMonthDuration: duration,
  'years and months duration': duration,
};

/** Text as the date, time or duration that a declared type asks for; anything else stays as it is. */
export function asDeclared(value: unknown, type: string | undefined): unknown {
  const read = type === undefined || !Object.hasOwn(readers, type) ? undefined : readers[type];
  if (!read || typeof value !== 'string') return value;
  try {
    return read(value) ?? null;
  } catch {
    return null;
  }
}
