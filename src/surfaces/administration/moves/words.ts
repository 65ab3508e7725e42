import type { Decentralisation, MovableLevel } from '#capabilities/catalogue';
import type { CompetenceLevel } from '#capabilities/forms';
import type { Tone } from '#design';
import type { LocalText } from '#kernel/text';
import { formatDate, isPlainDate } from '#kernel/time';

export const movesPath = '/quan-tri/phan-cap';
export const moveHref = (id: string, rest = ''): string => `${movesPath}/${id}${rest}`;
export const day = (text: string | null): string =>
  text !== null && isPlainDate(text) ? formatDate(text) : '';

export const kindNames: Readonly<Record<Decentralisation['kind'], LocalText>> = {
  decentralise: { vi: 'Phân cấp', en: 'Decentralised' },
  delegate: { vi: 'Ủy quyền', en: 'Delegated' },
};
export const levelNames: Readonly<Record<CompetenceLevel, LocalText>> = {
  commune: { vi: 'Ủy ban nhân dân cấp xã', en: 'Commune committee' },
  province: { vi: 'Ủy ban nhân dân, sở cấp tỉnh', en: 'Province' },
  'commune-police': { vi: 'Công an cấp xã', en: 'Commune police' },
  'provincial-police': { vi: 'Công an tỉnh', en: 'Provincial police' },
  ministry: { vi: 'Bộ', en: 'Ministry' },
} satisfies Record<MovableLevel | 'ministry', LocalText>;
export const openNames: Readonly<Record<Decentralisation['open_dossiers'], LocalText>> = {
  stay: { vi: 'Cơ quan cũ giải quyết nốt', en: 'Stay with the former authority' },
  move: { vi: 'Chuyển cho cơ quan mới', en: 'Go to the new authority' },
};

/** Where a decision stands on a day. */
export type Standing = 'proposed' | 'withdrawn' | 'coming' | 'in-force' | 'over';
export function standingOf(move: Decentralisation, today: string): Standing {
  if (move.state !== 'approved') return move.state;
  if (today < move.from_day) return 'coming';
  return move.until_day !== null && move.until_day <= today ? 'over' : 'in-force';
}
export const standingNames: Readonly<Record<Standing, { readonly text: LocalText; readonly tone: Tone }>> = {
  proposed: { text: { vi: 'Chờ duyệt', en: 'To be approved' }, tone: 'amber' },
  withdrawn: { text: { vi: 'Đã bỏ', en: 'Given up' }, tone: 'grey' },
  coming: { text: { vi: 'Sắp áp dụng', en: 'To come' }, tone: 'blue' },
  'in-force': { text: { vi: 'Đang áp dụng', en: 'In force' }, tone: 'jade' },
  over: { text: { vi: 'Hết áp dụng', en: 'Over' }, tone: 'grey' },
};
