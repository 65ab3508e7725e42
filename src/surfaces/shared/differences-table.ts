import type { Difference } from '#capabilities/catalogue';
import { table } from '#design';
import type { Locale } from '#kernel/text';
import type { Hole, Html } from '#platform/html';
import { changeTag, differenceKind } from './difference-words.ts';

/** How a surface says one difference. */
export interface DifferenceCells {
  readonly what: Html;
  readonly before: Hole;
  readonly after: Hole;
}

/** What is other, thing by thing, before and after; at most `most` rows. */
export function differencesTable(about: {
  readonly id: string;
  readonly caption: string;
  readonly differences: readonly Difference[];
  readonly locale: Locale;
  readonly most: number;
  readonly cells: (difference: Difference) => DifferenceCells;
}): Html {
  const { id, caption, differences, locale, most, cells } = about;
  const say = (vi: string, en: string): string => (locale === 'en' ? en : vi);
  return table({
    id,
    caption,
    columns: [
      { text: say('Loại', 'Kind') },
      { text: say('Tên', 'What'), long: true },
      { text: say('Thay đổi', 'Change') },
      { text: say('Trước', 'Before') },
      { text: say('Sau', 'After') },
    ],
    rows: differences.slice(0, most).map((each) => {
      const { what, before, after } = cells(each);
      return [differenceKind(each.kind, locale), what, changeTag(each.change, locale), before, after];
    }),
  });
}
