import type { Difference } from '#capabilities/catalogue';
import { inLocale, type Locale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import { differencesTable as shownTable } from '#surfaces/shared';
import { channelInWords, partInWords, valueInWords } from './value-words.ts';

const mostShown = 60;

/** What is other, thing by thing, before and after. `caption` names the procedure. */
export function differencesTable(
  id: string,
  caption: string,
  differences: readonly Difference[],
  locale: Locale,
): Html {
  return shownTable({
    id,
    caption,
    differences,
    locale,
    most: mostShown,
    cells: ({ kind, what, part, before, after }) => ({
      what: html`${(kind === 'time' || kind === 'fee' ? channelInWords(what.vi, locale) : undefined) ?? inLocale(what, locale)}${
        part !== undefined && html` <span class="mc-quiet">· ${partInWords(part, locale)}</span>`
      }`,
      before: valueInWords(before, locale),
      after: valueInWords(after, locale),
    }),
  });
}
