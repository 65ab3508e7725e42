import type { Difference, DifferenceKind } from '#capabilities/catalogue';
import { type Tone, tag } from '#design';
import { inLocale, type Locale, type LocalText } from '#kernel/text';
import type { Html } from '#platform/html';

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

/** What sort of thing differs. */
export const differenceKind = (kind: DifferenceKind, locale: Locale): string => inLocale(kinds[kind], locale);

/** What happened to it, as a tag. */
export const changeTag = (change: Difference['change'], locale: Locale): Html =>
  tag({
    text: inLocale(changes[change], locale),
    tone: changes[change].tone,
    icon: change === 'removed' ? 'error' : 'dot',
  });
