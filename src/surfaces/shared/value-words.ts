import { inLocale, type Locale, type LocalText } from '#kernel/text';

/** How one surface says the small pieces of a value. */
export interface ValueWords {
  /** A number or a code, as the value of a property (`''` where it has no name of its own). */
  readonly plain: (value: number | string, part: string) => string;
  /** A property. */
  readonly part: (part: string) => string;
  /** An object that has words of its own, such as a condition. */
  readonly whole?: (value: object) => string | undefined;
}

/** A line of a table stays one. */
const longest = 240;

const isText = (value: object): value is LocalText => 'vi' in value && typeof value.vi === 'string';
/** A time: so many of a unit. */
const isSpan = (value: object): value is { readonly value: unknown; readonly unit: string } =>
  'unit' in value && typeof value.unit === 'string' && 'value' in value && Object.keys(value).length === 2;

/**
 * A value of a difference as a person reads it: texts in the reader's language, spans of time with their unit, lists and the rest by their
 * properties; cut where it is too long for a line.
 * @param part the property that it is the value of.
 */
export function valueInWords(value: unknown, locale: Locale, words: ValueWords, part = ''): string {
  const text = spelled(value, locale, words, part);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function spelled(value: unknown, locale: Locale, words: ValueWords, part: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean')
    return inLocale(value ? { vi: 'có', en: 'yes' } : { vi: 'không', en: 'no' }, locale);
  if (typeof value === 'number' || typeof value === 'string') return words.plain(value, part);
  if (typeof value !== 'object') return '';
  if (Array.isArray(value)) return value.map((each) => spelled(each, locale, words, part)).join('; ');
  if (isText(value)) return inLocale(value, locale);
  const whole = words.whole?.(value);
  if (whole !== undefined) return whole;
  if (isSpan(value)) return `${spelled(value.value, locale, words, '')} ${words.plain(value.unit, 'unit')}`;
  return Object.entries(value)
    .map(([key, inner]) => `${words.part(key)}: ${spelled(inner, locale, words, key)}`)
    .join(', ');
}
