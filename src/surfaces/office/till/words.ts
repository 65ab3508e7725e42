import { type BilledCharge, type FoundReceipt, fromBefore, type Shift } from '#capabilities/payments';
import type { TagProps } from '#design';
import { asDong, formatDong } from '#kernel/money';
import type { LocalText } from '#kernel/text';
import type { Instant } from '#kernel/time';
import type { Say } from '../words/say.ts';

/** `-12000` → `-12.000 đồng`. */
export const dong = (amount: number): string =>
  amount < 0 ? `-${formatDong(asDong(-amount))}` : formatDong(asDong(amount));

export const wayNames: Readonly<Record<FoundReceipt['way'], LocalText>> = {
  gateway: { vi: 'Trực tuyến', en: 'Online' },
  transfer: { vi: 'Chuyển khoản', en: 'Bank transfer' },
  cash: { vi: 'Tiền mặt', en: 'Cash' },
  card: { vi: 'Thẻ', en: 'Card' },
};

export const kindNames: Readonly<Record<FoundReceipt['kind'], LocalText>> = {
  phi: { vi: 'Phí', en: 'Fee for a service' },
  'le-phi': { vi: 'Lệ phí', en: 'State fee' },
  tax: { vi: 'Tiền theo thông báo', en: 'Assessed by a notice' },
};

export function chargeTag(say: Say, { state, session }: Pick<BilledCharge, 'state' | 'session'>): TagProps {
  if (state === 'owed' && session !== null)
    return { text: say('Đang thanh toán', 'Being paid'), tone: 'blue' };
  switch (state) {
    case 'owed':
      return { text: say('Chưa nộp', 'Owed'), tone: 'amber' };
    case 'paid':
      return { text: say('Đã nộp', 'Paid'), tone: 'jade' };
    case 'exempt':
      return { text: say('Được miễn', 'Exempt') };
    case 'void':
      return { text: say('Đã hủy', 'Taken back') };
    case 'refunded':
      return { text: say('Đã hoàn', 'Given back') };
  }
}

export function shiftTag(say: Say, shift: Shift, now: Instant): TagProps {
  const { closedAt, expected, counted } = shift;
  if (fromBefore(shift, now)) return { text: say('Ca mở từ hôm trước', 'Open since before'), tone: 'amber' };
  if (closedAt === null) return { text: say('Đang mở', 'Open'), tone: 'blue' };
  const difference = (counted ?? 0) - (expected ?? 0);
  if (difference === 0) return { text: say('Khớp', 'Right'), tone: 'jade' };
  return difference > 0
    ? { text: say(`Thừa ${dong(difference)}`, `${dong(difference)} over`), tone: 'amber' }
    : { text: say(`Thiếu ${dong(-difference)}`, `${dong(-difference)} short`), tone: 'red' };
}
