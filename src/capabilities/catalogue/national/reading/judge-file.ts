import { done, type Outcome, refused } from '#kernel/outcome';
import { nationalListLimits } from './limits.ts';

export type ListPart = keyof typeof nationalListLimits;

export const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** As far as a header or the first line reaches. */
const looked = 4096;

/**
 * What a file is by its first bytes, whatever its name says; reading it through is for another thread. Refusals: `national-file-none`,
 * `national-file-large`, `national-file-kind`, `national-file-columns`.
 */
export function judgeFile(part: ListPart, bytes: Uint8Array): Outcome<null> {
  const most = nationalListLimits[part];
  const about = { field: part, details: { most: most / 1_000_000 } };
  if (bytes.length === 0) return refused({ code: 'national-file-none', ...about });
  if (bytes.length > most) return refused({ code: 'national-file-large', ...about });
  if (isPacked(bytes)) return done(null);
  const first = bytes.subarray(0, looked);
  // Control characters stand in no text: it is a picture, an archive, a table of an office program.
  if (first.some((byte) => byte < 9 || (byte > 13 && byte < 32)))
    return refused({ code: 'national-file-kind', ...about });
  const text = new TextDecoder().decode(first).replace(/^\ufeff/, '');
  if (part === 'details')
    return text.trimStart().startsWith('{') ? done(null) : refused({ code: 'national-file-kind', ...about });
  const header = text.split(/\r?\n/, 1)[0] ?? '';
  return hasColumns(header.split(',').map((name) => name.replace(/^"|"$/g, '')))
    ? done(null)
    : refused({ code: 'national-file-columns', ...about });
}

/** The columns without which no row is a procedure. */
export const hasColumns = (names: readonly string[]): boolean =>
  names.includes('code') && names.includes('name');
