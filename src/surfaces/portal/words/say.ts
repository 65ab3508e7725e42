import type { Locale } from '#kernel/text';

/** Vietnamese first, English second; the page's language chooses. */
export type Say = (vi: string, en: string) => string;
export const sayIn =
  (locale: Locale): Say =>
  (vi, en) =>
    locale === 'en' ? en : vi;

/** For the middle of a sentence: `Giấy chứng sinh` → `giấy chứng sinh`. Abbreviations keep their capitals. */
export const inSentence = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;

/** `1284` → `1.284` */
export const numberInWords = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, '.');
