import { type Finding, found } from '../finding.ts';
import { placeOf } from '../texts.ts';

const pictureKeys = ['image', 'picture', 'src'];
const bare = /!\[\s*\]\(|<img(?![^>]*\balt\s*=\s*["'][^"']*\S)[^>]*>/i;

const blank = (alt: unknown): boolean => {
  if (typeof alt === 'string') return alt.trim() === '';
  return !(typeof alt === 'object' && alt !== null && 'vi' in alt && String(alt.vi).trim() !== '');
};

/** Pictures in a form or a paper that say nothing to a reader who cannot see them. */
export function pictureFindings(value: unknown, at: string): readonly Finding[] {
  if (typeof value === 'string') return bare.test(value) ? [found('alternative-text-missing', at)] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value))
    return value.flatMap((each, i) => pictureFindings(each, placeOf(at, String(i), each)));
  const own = value as Readonly<Record<string, unknown>>;
  const here =
    pictureKeys.some((key) => typeof own[key] === 'string') && blank(own['alt'])
      ? [found('alternative-text-missing', at)]
      : [];
  return [
    ...here,
    ...Object.entries(own).flatMap(([key, each]) => pictureFindings(each, at === '' ? key : `${at}.${key}`)),
  ];
}
