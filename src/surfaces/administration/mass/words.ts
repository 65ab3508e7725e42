import type { MassChange } from '#capabilities/catalogue';
import { asDong, formatDong } from '#kernel/money';
import type { LocalText } from '#kernel/text';
import type { Say } from '../core/say.ts';

export type MassKind = MassChange['kind'];

/** What can be changed in many procedures, in the order of the choice. */
export const massKinds: Readonly<Record<MassKind, LocalText>> = {
  'fee-amount': { vi: 'Mức phí, lệ phí', en: 'Amount of a fee' },
  'fee-ground': { vi: 'Căn cứ của khoản thu', en: 'Ground of a fee' },
  basis: { vi: 'Văn bản căn cứ', en: 'Legal basis' },
  deadline: { vi: 'Thời hạn giải quyết', en: 'Time limit' },
  'deadline-cut': {
    vi: 'Cắt giảm thời hạn và các bước theo tỷ lệ',
    en: 'Time limits and steps cut by a share',
  },
  'agency-name': { vi: 'Tên cơ quan', en: 'Name of an agency' },
  word: { vi: 'Từ khó thành từ dễ hiểu', en: 'A hard word made plain' },
  template: { vi: 'Mẫu giấy', en: 'Template of a paper' },
};
export const isMassKind = (text: string): text is MassKind => Object.hasOwn(massKinds, text);

export const unitWords: Readonly<Record<'working_day' | 'day' | 'hour' | 'month', LocalText>> = {
  working_day: { vi: 'ngày làm việc', en: 'working days' },
  day: { vi: 'ngày', en: 'days' },
  hour: { vi: 'giờ', en: 'hours' },
  month: { vi: 'tháng', en: 'months' },
};
export const channelWords: Readonly<Record<'online' | 'direct' | 'post', LocalText>> = {
  online: { vi: 'trực tuyến', en: 'online' },
  direct: { vi: 'trực tiếp', en: 'in person' },
  post: { vi: 'bưu chính', en: 'by post' },
};
export const useWords: Readonly<Record<'receipt' | 'supplement' | 'refusal', LocalText>> = {
  receipt: { vi: 'Giấy tiếp nhận', en: 'Receipt' },
  supplement: { vi: 'Phiếu bổ sung', en: 'Request for papers' },
  refusal: { vi: 'Phiếu từ chối', en: 'Refusal' },
};
export const levelWords: Readonly<Record<string, LocalText>> = {
  commune: { vi: 'Cấp xã', en: 'Commune' },
  province: { vi: 'Cấp tỉnh', en: 'Province' },
  'commune-police': { vi: 'Công an cấp xã', en: 'Commune police' },
  'provincial-police': { vi: 'Công an tỉnh', en: 'Provincial police' },
  ministry: { vi: 'Bộ', en: 'Ministry' },
};
export const onlineWords: Readonly<Record<string, LocalText>> = {
  full: { vi: 'Toàn trình', en: 'Full' },
  partial: { vi: 'Một phần', en: 'Partial' },
  none: { vi: 'Chưa trực tuyến', en: 'None' },
};

/** One sentence: what is changed from what to what. */
export function changeInWords(change: MassChange, say: Say): string {
  const pick = (text: LocalText) => say(text.vi, text.en ?? text.vi);
  const by = (channel: 'online' | 'direct' | 'post' | undefined) =>
    channel === undefined ? '' : ` (${pick(channelWords[channel])})`;
  const [from, to] = 'from' in change ? [change.from, change.to] : ['', ''];
  switch (change.kind) {
    case 'fee-amount':
      return say(
        `Khoản thu ${formatDong(asDong(change.from))} thành ${formatDong(asDong(change.to))}, theo ${change.ground}`,
        `Fees of ${change.from} đồng become ${change.to} đồng, by ${change.ground}`,
      );
    case 'deadline':
      return `${change.from} → ${change.to} ${pick(unitWords[change.unit])}${by(change.channel)}, ${change.ground}`;
    case 'deadline-cut':
      return say(
        `Giảm ${change.percent} % thời hạn${by(change.channel)}, theo ${change.ground}`,
        `Times cut by ${change.percent} %${by(change.channel)}, by ${change.ground}`,
      );
    case 'template':
      return `${pick(useWords[change.use])}: ${from} → ${to}`;
    default:
      return `${pick(massKinds[change.kind])}: “${from}” → “${to}”`;
  }
}
