import { cleanText } from '#kernel/text';
import type { Note } from './report.ts';

const nothing = /^(?:không có thông tin|chưa có thông tin|không có|không quy định|không|n\/a|-)[.;\s]*$/iu;

/** The portal's own page furniture, scraped along behind an empty field. */
const furniture = /không có thông tin\s*từ khóa[\s\S]*$/iu;

/** Cleans a text of the list and notes what changed; texts that only say "no information" become empty. */
export function cleanField(raw: string, field: string, note: Note): string {
  const clean = cleanText(raw);
  if (clean !== raw) note(field, 'corrected', 'text-cleaned', shorten(raw), shorten(clean));
  const bare = cleanText(clean.replace(furniture, ''));
  if (bare === clean && !nothing.test(bare)) return clean;
  const rest = nothing.test(bare) ? '' : bare;
  if (clean !== '') note(field, 'corrected', 'no-information', shorten(clean), shorten(rest));
  return rest;
}

/** Report cells stay readable: the beginning of a long text. */
export const shorten = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);

export const splitList = (text: string): string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
