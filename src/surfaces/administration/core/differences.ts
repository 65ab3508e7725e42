import type { Difference } from '#capabilities/catalogue';
import { table } from '#design';
import { inLocale, type Locale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import { changeTag, differenceKind } from '#surfaces/shared';
import { sayIn } from './say.ts';
import { channelInWords, partInWords, valueInWords } from './value-words.ts';

const mostShown = 60;

/** What is other, thing by thing, before and after. `caption` names the procedure. */
export function differencesTable(
  id: string,
  caption: string,
  differences: readonly Difference[],
  locale: Locale,
): Html {
  const say = sayIn(locale);
  return table({
    id,
    caption,
    columns: [
      { text: say('Loại', 'Kind') },
      { text: say('Tên', 'What') },
      { text: say('Thay đổi', 'Change') },
      { text: say('Trước', 'Before') },
      { text: say('Sau', 'After') },
    ],
    rows: differences
      .slice(0, mostShown)
      .map(({ kind, change, what, part, before, after }) => [
        differenceKind(kind, locale),
        html`${(kind === 'time' || kind === 'fee' ? channelInWords(what.vi, locale) : undefined) ?? inLocale(what, locale)}${
          part !== undefined && html` <span class="mc-quiet">· ${partInWords(part, locale)}</span>`
        }`,
        changeTag(change, locale),
        valueInWords(before, locale),
        valueInWords(after, locale),
      ]),
  });
}
