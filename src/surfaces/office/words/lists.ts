import type { WorkList } from '#capabilities/dossiers';
import type { OfficerRole } from '#kernel/actor';
import type { LocalText } from '#kernel/text';

/** The work lists of DOMAIN §1.4 B17 as an officer meets them: own work, two looks at the date, then one per state. */
export type ListKey = 'mine' | 'soon' | 'overdue' | WorkList;

export interface ListWords {
  readonly slug: string;
  /** Second stroke after G, anywhere in the office. No two share one; a test watches it. */
  readonly key: string;
  readonly name: LocalText;
  /** What stands in it. */
  readonly about: LocalText;
}

export const lists: Readonly<Record<ListKey, ListWords>> = {
  mine: {
    slug: 'cua-toi',
    key: 'C',
    name: { vi: 'Giao cho tôi', en: 'Assigned to me' },
    about: { vi: 'Hồ sơ đã giao cho bạn', en: 'Dossiers assigned to you' },
  },
  overdue: {
    slug: 'qua-han',
    key: 'Q',
    name: { vi: 'Quá hạn', en: 'Overdue' },
    about: { vi: 'Đã qua hạn của bước hoặc của hồ sơ', en: 'Past the due time of the step or the dossier' },
  },
  soon: {
    slug: 'sap-den-han',
    key: 'S',
    name: { vi: 'Sắp đến hạn', en: 'Due soon' },
    about: { vi: 'Còn không quá 8 giờ làm việc', en: 'Eight working hours or less are left' },
  },
  'to-accept': {
    slug: 'cho-tiep-nhan',
    key: 'T',
    name: { vi: 'Chờ tiếp nhận', en: 'To accept' },
    about: { vi: 'Nộp trực tuyến, chưa được trả lời', en: 'Filed online, not answered yet' },
  },
  'newly-accepted': {
    slug: 'moi-tiep-nhan',
    key: 'M',
    name: { vi: 'Mới tiếp nhận', en: 'Newly accepted' },
    about: { vi: 'Đã tiếp nhận, chưa ai bắt đầu xử lý', en: 'Accepted, nobody has begun yet' },
  },
  'in-process': {
    slug: 'dang-xu-ly',
    key: 'X',
    name: { vi: 'Đang xử lý', en: 'In process' },
    about: { vi: 'Đang ở một bước của quy trình', en: 'At a step of the procedure' },
  },
  'waiting-supplement': {
    slug: 'cho-bo-sung',
    key: 'B',
    name: { vi: 'Chờ bổ sung', en: 'Waiting for papers' },
    about: { vi: 'Chờ người nộp bổ sung giấy tờ', en: 'The person has been asked for papers' },
  },
  'supplement-sent': {
    slug: 'da-bo-sung',
    key: 'D',
    name: { vi: 'Đã gửi bổ sung', en: 'Papers sent' },
    about: { vi: 'Người nộp đã bổ sung, chờ bạn xem', en: 'Papers have come and wait for you' },
  },
  'waiting-payment': {
    slug: 'cho-nop-phi',
    key: 'P',
    name: { vi: 'Chờ nộp phí', en: 'Waiting for payment' },
    about: { vi: 'Chờ thực hiện nghĩa vụ tài chính', en: 'A fee has to be paid first' },
  },
  paused: {
    slug: 'tam-dung',
    key: 'U',
    name: { vi: 'Tạm dừng', en: 'Paused' },
    about: { vi: 'Đồng hồ đang dừng theo quyết định', en: 'The clock stands by a decision' },
  },
  withdrawal: {
    slug: 'xin-rut',
    key: 'R',
    name: { vi: 'Xin rút hồ sơ', en: 'Withdrawal asked' },
    about: { vi: 'Người nộp xin rút, chờ quyết định', en: 'The person wants it back; decide' },
  },
  'waiting-confirmation': {
    slug: 'cho-xac-nhan',
    key: 'N',
    name: { vi: 'Chờ xác nhận dự thảo', en: 'Draft to confirm' },
    about: { vi: 'Người nộp đang xem dự thảo kết quả', en: 'The person is reading the draft result' },
  },
  'to-return': {
    slug: 'cho-tra',
    key: 'K',
    name: { vi: 'Chờ trả kết quả', en: 'To hand over' },
    about: { vi: 'Đã có kết quả, chờ trao', en: 'The result is there to be handed over' },
  },
  opinions: {
    slug: 'xin-y-kien',
    key: 'Y',
    name: { vi: 'Được hỏi ý kiến', en: 'Opinions asked' },
    about: { vi: 'Đơn vị khác hỏi ý kiến đơn vị bạn', en: 'Another unit asks for your opinion' },
  },
};
export const listKeys = Object.keys(lists) as readonly ListKey[];
/** Two strokes that open a list: `G T`. */
export const keysOf = (key: ListKey): string => `G ${lists[key].key}`;
export const listOfSlug = (slug: string): ListKey | undefined =>
  listKeys.find((key) => lists[key].slug === slug);

/** Lists in which time runs for the office; the others wait for somebody outside or are done. */
export const runningLists: readonly WorkList[] = ['to-accept', 'newly-accepted', 'in-process', 'opinions'];

const atCounter: readonly OfficerRole[] = [
  'one-stop-officer',
  'centre-staff',
  'centre-manager',
  'postal-officer',
];
const atDesk: readonly OfficerRole[] = ['result-desk', 'fee-desk'];

/** Lists that a role meets every day and so sees also when they are empty. */
export function everydayLists(roles: readonly OfficerRole[]): readonly ListKey[] {
  const has = (some: readonly OfficerRole[]) => roles.some((role) => some.includes(role));
  const desk: ListKey[] = has(atDesk) ? ['waiting-payment', 'to-return'] : [];
  if (has(atCounter))
    return ['mine', 'overdue', 'soon', 'to-accept', 'supplement-sent', 'to-return', ...desk];
  if (desk.length > 0) return ['mine', ...desk];
  return ['mine', 'overdue', 'soon', 'newly-accepted', 'in-process', 'supplement-sent'];
}
