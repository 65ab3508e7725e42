import type { Activity, ProposalKind, ProposalState } from '#capabilities/catalogue';
import type { Tone } from '#design';
import { asDong, formatDong } from '#kernel/money';
import type { LocalText } from '#kernel/text';
import { number, type Say } from '../core/say.ts';

export const activityWords: Readonly<Record<Activity, LocalText>> = {
  prepare: { vi: 'Chuẩn bị hồ sơ', en: 'Preparing the dossier' },
  submit: { vi: 'Nộp hồ sơ', en: 'Filing' },
  pay: { vi: 'Nộp phí, lệ phí', en: 'Paying' },
  inspection: { vi: 'Phục vụ kiểm tra', en: 'Inspection' },
  other: { vi: 'Việc khác', en: 'Other work' },
  collect: { vi: 'Nhận kết quả', en: 'Collecting the result' },
};
export const kindWords: Readonly<Record<ProposalKind, LocalText>> = {
  simplify: { vi: 'Đơn giản hóa', en: 'Simplify' },
  merge: { vi: 'Gộp vào thủ tục khác', en: 'Merge into another' },
  drop: { vi: 'Bãi bỏ', en: 'Drop' },
};
export const stateWords: Readonly<Record<ProposalState, LocalText & { readonly tone: Tone }>> = {
  proposed: { vi: 'đề xuất', en: 'proposed', tone: 'amber' },
  decided: { vi: 'đã quyết định', en: 'decided', tone: 'blue' },
  'in-force': { vi: 'đã có hiệu lực', en: 'in force', tone: 'jade' },
  rejected: { vi: 'không chấp nhận', en: 'rejected', tone: 'grey' },
};

export const money = (amount: number): string =>
  amount < 0 ? `−${formatDong(asDong(-amount))}` : formatDong(asDong(amount));

/** Tenths of a percent: 298 → `29,8 %`. */
export const percent = (permille: number): string => {
  const size = Math.abs(permille);
  return `${permille < 0 ? '−' : ''}${number(Math.floor(size / 10))},${size % 10} %`;
};

/** A number of tenths: 123 → `12,3`. */
export const tenths = (value: number | undefined): string =>
  value === undefined ? '–' : `${number(Math.floor(value / 10))},${value % 10}`;

/** Working hours as days of 8 hours, when they are whole. */
export const hoursInWords = (hours: number, say: Say): string =>
  hours % 8 === 0
    ? say(`${number(hours / 8)} ngày làm việc`, `${number(hours / 8)} working days`)
    : say(`${number(hours)} giờ làm việc`, `${number(hours)} working hours`);
