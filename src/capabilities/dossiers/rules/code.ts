import { randomInt } from 'node:crypto';
import type { DossierCode } from '#kernel/ids';
import type { PlainDate } from '#kernel/time';

/** `{agency id}-{yyMMdd}-{4 digits}` (DOMAIN §2.3); the number grows past 9,999 by itself. */
export const defaultCodePattern = '{unit}-{yyMMdd}-{n:4}';

/** Fills a pattern of `{unit}`, `{yyMMdd}`, `{yyyyMMdd}` and `{n:digits}`. */
export function formatDossierCode(
  pattern: string,
  unit: string,
  day: PlainDate,
  number: number,
): DossierCode {
  const plain = day.replaceAll('-', '');
  return pattern
    .replace('{unit}', unit)
    .replace('{yyyyMMdd}', plain)
    .replace('{yyMMdd}', plain.slice(2))
    .replace(/\{n:(\d+)\}/, (_, digits: string) =>
      String(number).padStart(Number(digits), '0'),
    ) as DossierCode;
}

/** A pattern is usable when the code stays unique: unit, a date and a number are all in it. */
export const isCodePattern = (pattern: string): boolean =>
  /^[A-Za-z0-9.{}:-]+$/.test(pattern) &&
  pattern.startsWith('{unit}') &&
  /\{yy(yy)?MMdd\}/.test(pattern) &&
  /\{n:\d+\}/.test(pattern);

/** Without 0/O, 1/I/L: it is read aloud over the telephone. 8 of 31 letters are 39 bits. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Secret for the look-up without signing in; printed on the receipt. */
export const newSecret = (): string =>
  Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');

/** What people type back: spaces, dashes and small letters are forgiven. */
export const readSecret = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
export const readDossierCode = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z.-]/g, '');
