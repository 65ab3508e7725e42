import { localDate, type PlainDate } from '#kernel/time';
import { wireTime } from '../wire/time.ts';
import type { TrueOrder, TrueTaking } from './truth.ts';

const header = 'MaThamChieu,MaGiaoDich,LoaiGiaoDich,SoTien,ThoiGianGD,MaDoiTac,MaNganHang';
const kinds: Readonly<Record<TrueTaking['kind'], string>> = {
  payment: 'THANH_TOAN',
  refund: 'HOAN_TIEN',
  'charge-back': 'TRA_SOAT',
};

/** The platform's settlement file of one day (Viet Nam time): all money that moved, in the order in which it did. */
export function settlementFile(orders: readonly TrueOrder[], day: PlainDate): string {
  const rows = orders
    .flatMap((order) => order.takings.map((taking) => ({ order, taking })))
    .filter(({ taking }) => localDate(taking.at) === day)
    .sort((a, b) => a.taking.at - b.taking.at || (a.taking.transaction < b.taking.transaction ? -1 : 1))
    .map(({ order, taking }) =>
      [
        order.reference,
        taking.transaction,
        kinds[taking.kind],
        taking.amount,
        wireTime(taking.at),
        order.merchant,
        taking.bank,
      ].join(','),
    );
  return `${[header, ...rows].join('\n')}\n`;
}
