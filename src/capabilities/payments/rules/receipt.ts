import { type Instant, localDate } from '#kernel/time';
import type { ChargeKind } from '#ports/payments';

/** Template of receipts without printed amounts, two copies (01BLP2-001; Nghị định 123/2020/NĐ-CP, DOMAIN §2.4). */
export const receiptTemplate = '01BLP2-001';

/** Series by kind, so that phí, lệ phí and assessed money are numbered apart; the year and E for electronic. */
const series: Readonly<Record<ChargeKind, string>> = { phi: 'AA', 'le-phi': 'AB', tax: 'AC' };
export const receiptSymbol = (kind: ChargeKind, at: Instant): string =>
  `${series[kind]}-${localDate(at).slice(2, 4)}E`;

/** `AA-26E 0000123`, or the number of a printed form. */
export const receiptName = (receipt: {
  readonly symbol: string;
  readonly number: number;
  readonly paperNumber: string;
}): string => receipt.paperNumber || `${receipt.symbol} ${String(receipt.number).padStart(7, '0')}`;
