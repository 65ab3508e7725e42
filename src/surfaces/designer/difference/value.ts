import type { Condition } from '#capabilities/forms';
import { inLocale, type Locale, type LocalText } from '#kernel/text';
import { plainText } from '../core/item.ts';
import { logicText } from '../core/logic-text.ts';

const isText = (value: object): value is LocalText => 'vi' in value && typeof value.vi === 'string';
const conditionKeys = ['q', 'fact', 'all', 'any', 'not', 'feel'];
const isCondition = (value: object): value is Condition => conditionKeys.some((key) => key in value);
const longest = 240;

/** A value of a difference as a person reads it: texts in the reader's language, conditions as they are typed. */
export function valueInWords(value: unknown, locale: Locale): string {
  const text = words(value, locale);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function words(value: unknown, locale: Locale): string {
  const yes = locale === 'en' ? 'yes' : 'có';
  const no = locale === 'en' ? 'no' : 'không';
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value !== 'object') return plainText(value);
  if (Array.isArray(value)) return value.map((each) => words(each, locale)).join('; ');
  if (isText(value)) return inLocale(value, locale);
  if (isCondition(value)) return logicText(value);
  return Object.entries(value)
    .map(([key, inner]) => `${key}: ${words(inner, locale)}`)
    .join(', ');
}
