import type { UnitDirectory } from '#capabilities/organisations';
import type { EntryKind, Gateway, Refund, Shift, Way } from '#capabilities/payments';
import type { TagProps } from '#design';
import type { UnitId } from '#kernel/ids';
import type { LocalText } from '#kernel/text';
import { formatDate, localDate } from '#kernel/time';
import type { Say } from '../words/say.ts';

const text = (vi: string, en: string): LocalText => ({ vi, en });

/** What an entry of the books is about. */
export const entryNames: Readonly<Record<EntryKind, LocalText>> = {
  raised: text('Ghi phải thu', 'Charged'),
  paid: text('Thu', 'Paid'),
  exempted: text('Miễn', 'Exempt'),
  voided: text('Hủy khoản thu', 'Voided'),
  unpaid: text('Cổng báo chưa thu', 'Not paid after all'),
  'refund-due': text('Duyệt hoàn', 'Refund approved'),
  'refund-dropped': text('Thôi hoàn', 'Refund dropped'),
  refunded: text('Đã hoàn', 'Refunded'),
  'charged-back': text('Ngân hàng đòi lại', 'Charged back'),
  surplus: text('Tiền thừa', 'Surplus'),
  'surplus-returned': text('Trả tiền thừa', 'Surplus returned'),
  'passed-on': text('Chuyển nộp', 'Passed on'),
  banked: text('Nộp quỹ vào ngân hàng', 'Banked'),
  counted: text('Kiểm quỹ', 'Counted'),
  reversed: text('Bút toán đảo', 'Reversed'),
};

export const wayNames: Readonly<Record<Way, LocalText>> = {
  gateway: text('Trực tuyến', 'Online'),
  transfer: text('Chuyển khoản', 'Bank transfer'),
  cash: text('Tiền mặt', 'Cash'),
  card: text('Thẻ tại quầy', 'Card'),
};

export const chargeKindNames = {
  phi: text('Phí', 'Charge (phí)'),
  'le-phi': text('Lệ phí', 'Fee (lệ phí)'),
  tax: text('Thuế, khoản nộp theo thông báo', 'Assessed money'),
} as const satisfies Readonly<Record<string, LocalText>>;

export const refundWayNames: Readonly<Record<Refund['way'], LocalText>> = {
  transfer: text('Chuyển khoản', 'Bank transfer'),
  cash: text('Tiền mặt', 'Cash'),
  gateway: text('Qua cổng thanh toán', 'Through the gateway'),
};

export interface AccountNames {
  readonly say: Say;
  readonly directory: UnitDirectory;
  readonly gateways: readonly Pick<Gateway, 'key' | 'name'>[];
  /** Shifts that the reader may know, by their ids. */
  readonly shifts: ReadonlyMap<string, Pick<Shift, 'officerName' | 'openedAt'>>;
}

/** An account of the books, in words: a till by whose shift of which day it is. */
export function accountInWords({ say, directory, gateways, shifts }: AccountNames, account: string): string {
  const [name = '', of = ''] = account.split(/:(.*)/s);
  const unit = directory.byId(of as UnitId)?.shortName ?? '';
  switch (name) {
    case 'owed':
      return say('Phải thu người nộp', 'Owed by payers');
    case 'due':
      return say(`Tiền của ${unit}`, `Money of ${unit}`);
    case 'gateway':
      return gateways.find(({ key }) => key === of)?.name ?? say(`Cổng ${of}`, `Gateway ${of}`);
    case 'bank':
      return say(`Ngân hàng: ${unit}`, `Bank: ${unit}`);
    case 'till': {
      if (unit) return say(`Quỹ tiền mặt: ${unit}`, `Till: ${unit}`);
      const shift = shifts.get(of);
      if (!shift) return say('Quỹ của ca thu', 'Till of a shift');
      const whose = `${shift.officerName}, ${formatDate(localDate(shift.openedAt))}`;
      return say(`Quỹ ca ${whose}`, `Till of ${whose}`);
    }
    case 'card':
      return say(`Thẻ tại quầy: ${unit}`, `Cards: ${unit}`);
    case 'surplus':
      return say('Tiền thừa chờ xử lý', 'Surplus');
    case 'refund':
      return say('Chờ hoàn', 'To be given back');
    case 'passed-on':
      return say(`Đã chuyển cho ${unit}`, `Passed on to ${unit}`);
    default:
      return say('Chênh lệch kiểm quỹ', 'Difference of counts');
  }
}

/** Where a refund stands. */
export const refundTag = (say: Say, state: Refund['state']): TagProps =>
  ({
    asked: { text: say('chờ duyệt', 'to be decided'), tone: 'amber' } as const,
    approved: { text: say('chờ chi', 'to be paid'), tone: 'blue', icon: 'clock' } as const,
    paid: { text: say('đã hoàn', 'given back'), tone: 'jade', icon: 'check' } as const,
    refused: { text: say('không hoàn', 'refused'), tone: 'grey' } as const,
    dropped: { text: say('đã thôi', 'dropped'), tone: 'grey' } as const,
  })[state];

export const refundKindInWords = (say: Say, kind: Refund['kind']): string =>
  ({
    asked: say('người nộp đề nghị', 'asked for by the payer'),
    proposed: say('hệ thống đề nghị khi hồ sơ kết thúc', 'proposed when the dossier ended'),
    surplus: say('kế toán đề nghị, tiền nộp thừa', 'surplus, by the accountant'),
  })[kind];
