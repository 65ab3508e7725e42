import type { Difference, DifferenceKind } from '#capabilities/catalogue';
import { type Tone, table, tag } from '#design';
import { inLocale, type Locale, type LocalText } from '#kernel/text';
import { type Html, html } from '#platform/html';
import { sayIn } from './say.ts';
import { channelInWords, partInWords, valueInWords } from './value-words.ts';

const kinds: Readonly<Record<DifferenceKind, LocalText>> = {
  question: { vi: 'Câu hỏi', en: 'Question' },
  rule: { vi: 'Quy tắc', en: 'Rule' },
  document: { vi: 'Giấy tờ', en: 'Document' },
  fee: { vi: 'Phí, lệ phí', en: 'Fee' },
  step: { vi: 'Bước', en: 'Step' },
  time: { vi: 'Thời hạn', en: 'Time' },
  text: { vi: 'Câu chữ', en: 'Text' },
  template: { vi: 'Mẫu giấy', en: 'Template' },
};
const changes: Readonly<Record<Difference['change'], LocalText & { readonly tone: Tone }>> = {
  added: { vi: 'thêm', en: 'added', tone: 'jade' },
  removed: { vi: 'bỏ', en: 'removed', tone: 'red' },
  changed: { vi: 'đổi', en: 'changed', tone: 'amber' },
  moved: { vi: 'chuyển chỗ', en: 'moved', tone: 'blue' },
};
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
    rows: differences.slice(0, mostShown).map(({ kind, change, what, part, before, after }) => [
      inLocale(kinds[kind], locale),
      html`${(kind === 'time' || kind === 'fee' ? channelInWords(what.vi, locale) : undefined) ?? inLocale(what, locale)}${
        part !== undefined && html` <span class="mc-quiet">· ${partInWords(part, locale)}</span>`
      }`,
      tag({
        text: inLocale(changes[change], locale),
        tone: changes[change].tone,
        icon: change === 'removed' ? 'error' : 'dot',
      }),
      valueInWords(before, locale),
      valueInWords(after, locale),
    ]),
  });
}
