import { type FeeReceiptValues, renderPaper } from '#capabilities/papers';
import { amountInWords, formatPaymentCode, type Receipt } from '#capabilities/payments';
import type { UnitId } from '#kernel/ids';
import { formatDateTime, localDate } from '#kernel/time';
import { problem, type Reply } from '#platform/http';
import type { Doors } from '../doors.ts';

const titles: Readonly<Record<Receipt['kind'], string>> = {
  phi: 'BIÊN LAI THU PHÍ',
  'le-phi': 'BIÊN LAI THU LỆ PHÍ',
  tax: 'BIÊN LAI THU TIỀN THEO THÔNG BÁO',
};
const waysOnPaper: Readonly<Record<Receipt['way'], string>> = {
  gateway: 'Trực tuyến, qua cổng thanh toán',
  transfer: 'Chuyển khoản',
  cash: 'Tiền mặt tại quầy',
  card: 'Thẻ tại quầy',
};

/** What stands on the paper of a receipt; the tax code is that of the account that the unit collects for. */
export function feeReceiptValues(
  receipt: Receipt,
  place: {
    readonly seat: string;
    readonly publicUrl: string;
    readonly taxCode?: string | undefined;
    readonly superior?: string | undefined;
  },
): FeeReceiptValues {
  const { superior, taxCode } = place;
  return {
    ...(superior ? { superior } : {}),
    ...(taxCode ? { tax_code: taxCode } : {}),
    agency: receipt.unit_name,
    place: place.seat,
    issued_on: localDate(receipt.issued_at),
    title: titles[receipt.kind],
    template: receipt.template,
    symbol: receipt.symbol,
    number: String(receipt.number).padStart(7, '0'),
    ...(receipt.paper_number ? { paper_number: receipt.paper_number } : {}),
    payer_name: receipt.payer_name,
    dossier_code: receipt.dossier_code,
    payment_code: formatPaymentCode(receipt.bill),
    lines: receipt.lines.map(({ name, counted, amount }) => ({
      name,
      amount,
      ...(counted ? { counted } : {}),
    })),
    total: receipt.amount,
    total_words: amountInWords(receipt.amount),
    way: waysOnPaper[receipt.way],
    ...(receipt.issued_by_name ? { cashier: receipt.issued_by_name } : {}),
    check_url: `${place.publicUrl}/thanh-toan/${receipt.bill}`,
    ...(receipt.cancelled_at === null
      ? {}
      : {
          cancelled: [formatDateTime(receipt.cancelled_at), receipt.cancelled_reason]
            .filter(Boolean)
            .join('. '),
        }),
  };
}

/** The receipt as a PDF of two copies. Who may see it is the caller's to ask; a cancelled one says so across each page. */
export async function receiptReply(
  { papers, payments, units, place }: Pick<Doors, 'papers' | 'payments' | 'units' | 'place'>,
  receipt: Receipt,
): Promise<Reply> {
  const template = papers.find('bien-lai');
  if (!template) return problem('unavailable');
  const unit = receipt.unit_id as UnitId;
  const [directory, account] = await Promise.all([units.directory(), payments.accountOf(unit)]);
  const drawn = await renderPaper(
    receipt.cancelled_at === null ? template : { ...template, watermark: 'ĐÃ HỦY' },
    {
      at: receipt.cancelled_at ?? receipt.issued_at,
      values: feeReceiptValues(receipt, {
        ...place,
        taxCode: account?.taxCode,
        superior: directory.byId(unit) ? directory.parentOf(unit)?.name : undefined,
      }),
    },
  );
  if (!drawn.ok) return problem('unavailable');
  const name = encodeURIComponent(`bien-lai-${receipt.symbol}-${receipt.number}.pdf`);
  return {
    kind: 'bytes',
    status: 200,
    type: 'application/pdf',
    bytes: drawn.value,
    headers: {
      'content-disposition': `inline; filename*=UTF-8''${name}`,
      'cache-control': 'private, no-store',
    },
  };
}
