import type { Locale } from '#kernel/text';

/** Picks the words of the reader's language; Vietnamese stands first. */
export type Say = (vi: string, en: string) => string;
export const sayIn =
  (locale: Locale): Say =>
  (vi, en) =>
    locale === 'en' ? en : vi;
