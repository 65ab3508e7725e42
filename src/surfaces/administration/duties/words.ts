import type { DutyKind, DutyState, Frequency } from '#capabilities/catalogue';
import type { Tone } from '#design';
import type { LocalText } from '#kernel/text';

export const dutyKindWords: Readonly<Record<DutyKind, LocalText>> = {
  condition: { vi: 'Điều kiện kinh doanh', en: 'Business condition' },
  report: { vi: 'Chế độ báo cáo', en: 'Reporting duty' },
};
export const dutyStateWords: Readonly<Record<DutyState, LocalText & { readonly tone: Tone }>> = {
  'in-force': { vi: 'đang áp dụng', en: 'in force', tone: 'grey' },
  proposed: { vi: 'đề xuất cắt', en: 'proposed to cut', tone: 'amber' },
  cut: { vi: 'đã cắt', en: 'cut', tone: 'jade' },
};
export const frequencyWords: Readonly<Record<Frequency, LocalText>> = {
  once: { vi: 'một lần', en: 'once' },
  month: { vi: 'hằng tháng', en: 'monthly' },
  quarter: { vi: 'hằng quý', en: 'quarterly' },
  'half-year': { vi: 'sáu tháng một lần', en: 'half-yearly' },
  year: { vi: 'hằng năm', en: 'yearly' },
  event: { vi: 'khi có việc', en: 'when something happens' },
};
export const formWords: Readonly<Record<'electronic' | 'paper' | 'both', LocalText>> = {
  electronic: { vi: 'điện tử', en: 'electronic' },
  paper: { vi: 'giấy', en: 'paper' },
  both: { vi: 'điện tử hoặc giấy', en: 'electronic or paper' },
};
export const isFrequency = (text: string): text is Frequency => Object.hasOwn(frequencyWords, text);
