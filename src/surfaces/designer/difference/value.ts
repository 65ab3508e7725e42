import type { Condition } from '#capabilities/forms';
import { asDong, formatDong } from '#kernel/money';
import { inLocale, type Locale } from '#kernel/text';
import { valueInWords as inWords } from '#surfaces/shared';
import { logicText } from '../core/logic-text.ts';
import { partNames, valueNames } from './part-names.ts';

const conditionKeys = ['q', 'fact', 'all', 'any', 'not', 'feel'];
const isCondition = (value: object): value is Condition => conditionKeys.some((key) => key in value);

/**
 * A value of a difference as a person reads it: texts in the reader's language, conditions as they are typed, money in đồng.
 * @param part the property that it is the value of.
 */
export const valueInWords = (value: unknown, locale: Locale, part = ''): string =>
  inWords(
    value,
    locale,
    {
      plain(given, of) {
        if (
          (of === 'amount' || of === 'cap') &&
          typeof given === 'number' &&
          Number.isSafeInteger(given) &&
          given >= 0
        )
          return formatDong(asDong(given));
        const name = valueNames[of]?.[given];
        return name ? inLocale(name, locale) : String(given);
      },
      part: (key) => inLocale(partNames[key] ?? { vi: key }, locale),
      whole: (given) => (isCondition(given) ? logicText(given) : undefined),
    },
    part,
  );
