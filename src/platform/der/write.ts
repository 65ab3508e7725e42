import type { Instant } from '#kernel/time';
import { tags, within } from './fields.ts';
import { oidOctets } from './oid.ts';

/** One element of the given tag over the given contents. */
export function element(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([header(tag, length), ...contents]);
}

function header(tag: number, length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(tag, length);
  const octets: number[] = [];
  for (let left = length; left > 0; left = Math.floor(left / 256)) octets.unshift(left % 256);
  return Uint8Array.of(tag, 0x80 | octets.length, ...octets);
}

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => element(tags.sequence, ...parts);

/** DER wants the members of a set in the order of their octets (X.690, 11.6). */
export const setOf = (parts: readonly Uint8Array[], tag: number = tags.set): Uint8Array =>
  element(tag, ...parts.toSorted((a, b) => Buffer.compare(a, b)));

export const explicit = (n: number, part: Uint8Array): Uint8Array => element(within(n), part);
export const oid = (text: string): Uint8Array => element(tags.oid, oidOctets(text));
export const octets = (content: Uint8Array): Uint8Array => element(tags.octetString, content);
export const nothing = Uint8Array.of(tags.null, 0);
export const yes = Uint8Array.of(tags.boolean, 1, 0xff);

/** A number that is not negative, given as number or as hexadecimal text. */
export function integer(value: number | string): Uint8Array {
  const text = typeof value === 'number' ? value.toString(16) : value;
  const bytes = Buffer.from(text.length % 2 === 0 ? text : `0${text}`, 'hex');
  const from = bytes.findIndex((octet) => octet !== 0);
  const short = from < 0 ? Buffer.of(0) : bytes.subarray(from);
  return (short[0] ?? 0) < 0x80 ? element(tags.integer, short) : element(tags.integer, Buffer.of(0), short);
}

export const text = (value: string): Uint8Array => element(tags.utf8, Buffer.from(value, 'utf8'));

const digits = (at: Instant): string => new Date(at).toISOString().replaceAll(/[-:T]/g, '');

/** Seconds only: UTCTime until 2049, GeneralizedTime after (RFC 5280, 4.1.2.5; RFC 5652, 11.3). */
export function time(at: Instant): Uint8Array {
  const whole = digits(at).slice(0, 14);
  return whole < '2050' && whole >= '1950'
    ? element(tags.utcTime, Buffer.from(`${whole.slice(2)}Z`))
    : element(tags.generalizedTime, Buffer.from(`${whole}Z`));
}

/** GeneralizedTime with milliseconds, without zeros at their end (RFC 3161, 2.4.2). */
export function exactTime(at: Instant): Uint8Array {
  const [whole = '', rest = ''] = digits(at).split('.');
  const fraction = rest.replace(/0*Z$/, '');
  return element(tags.generalizedTime, Buffer.from(`${whole}${fraction && '.'}${fraction}Z`));
}
