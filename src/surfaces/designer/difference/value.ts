import type { Condition } from '#capabilities/forms';
import { asDong, formatDong } from '#kernel/money';
import { inLocale, type Locale, type LocalText } from '#kernel/text';
import { plainText } from '../core/item.ts';
import { logicText } from '../core/logic-text.ts';
import { partNames, valueNames } from './part-names.ts';

const isText = (value: object): value is LocalText => 'vi' in value && typeof value.vi === 'string';
const conditionKeys = ['q', 'fact', 'all', 'any', 'not', 'feel'];
const isCondition = (value: object): value is Condition => conditionKeys.some((key) => key in value);
const longest = 240;

/**
 * A value of a difference as a person reads it: texts in the reader's language, conditions as they are typed, money in đồng.
 * @param part the property that it is the value of.
 */
export function valueInWords(value: unknown, locale: Locale, part = ''): string {
  const text = words(value, locale, part);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function words(value: unknown, locale: Locale, part: string): string {
  const yes = locale === 'en' ? 'yes' : 'có';
  const no = locale === 'en' ? 'no' : 'không';
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? yes : no;
  if (part === 'amount' && typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
    return formatDong(asDong(value));
  if (typeof value !== 'object') return named(plainText(value), part, locale);
  if (Array.isArray(value)) return value.map((each) => words(each, locale, part)).join('; ');
  if (isText(value)) return inLocale(value, locale);
  if (isCondition(value)) return logicText(value);
  return Object.entries(value)
    .map(([key, inner]) => `${inLocale(partNames[key] ?? { vi: key }, locale)}: ${words(inner, locale, key)}`)
    .join(', ');
}

const named = (value: string, part: string, locale: Locale): string => {
  const name = valueNames[part]?.[value];
  return name ? inLocale(name, locale) : value;
};
