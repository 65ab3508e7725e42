/** Stored form of Vietnamese text: NFC, no zero-width or direction marks, single spaces, trimmed. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,
      '',
    )
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/**
 * Search form: no tone marks, no case, `đ` as `d` (also the eth often typed for it), punctuation as space.
 * `phi địa giới` and `phi dia gioi` meet here. Only Latin marks go: the vowel signs of Khmer and Cham are letters.
 */
export function foldText(text: string): string {
  return cleanText(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/g, '')
    .toLowerCase()
    .replace(/[đð]/g, 'd')
    .replace(/[^\p{L}\p{M}\p{N}.]+/gu, ' ')
    .trim();
}

const collator = new Intl.Collator('vi', { sensitivity: 'variant', numeric: true });

/** Vietnamese order of plain text. */
export const compareText = (a: string, b: string): number => collator.compare(a, b);

/** Order of names of persons: by given name (the last word), then by the rest, as official lists do. */
export function comparePersonNames(a: string, b: string): number {
  const given = (name: string) => name.slice(name.lastIndexOf(' ') + 1);
  return collator.compare(given(a), given(b)) || collator.compare(a, b);
}

export type Locale = 'vi' | 'en';
/** A text with its language versions; Vietnamese is always there. */
export interface LocalText {
  readonly vi: string;
  readonly en?: string;
}
export const inLocale = (text: LocalText, locale: Locale): string =>
  locale === 'en' ? (text.en ?? text.vi) : text.vi;
