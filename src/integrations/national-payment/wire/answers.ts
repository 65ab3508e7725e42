import { z } from 'zod';
import type { GatewayState } from '#ports/payments';
import { address, amount, bank, code, merchant, reference, seal, text, time, transaction } from './fields.ts';

/** MaLoi that mean something to us; all others are "refused" with their words. */
export const codes = {
  ok: '00',
  pending: '01',
  unknownMerchant: '02',
  unreadable: '03',
  other: '04',
  expired: '11',
  cancelled: '24',
  unknownOrder: '91',
  notPaid: '95',
  badSeal: '97',
} as const;

/** TrangThaiGD. The protocol names khởi tạo, thành công and thất bại; the numbers and the other states are ours (README). */
export const stateCodes = {
  created: '0',
  captured: '1',
  failed: '2',
  pending: '3',
  refunded: '4',
  'charged-back': '5',
} as const satisfies Partial<Record<GatewayState, string>>;

// LoaiBanTin stands in every answer, under the seal, so that no answer can be shown as the answer to another question.
const ok = z.literal(codes.ok);
const words = text(255);

export const initAnswer = z.strictObject({
  LoaiBanTin: z.literal('INIT'),
  MaLoi: ok,
  MoTaLoi: words,
  MaDoiTac: merchant,
  MaThamChieu: reference,
  SoTien: amount,
  UrlThanhToan: address,
  MaXacThuc: seal,
});

/** The fields of CONFIRM and TrangThaiGD. SoTien is what was taken, or what is asked for while nothing was. */
export const queryAnswer = z.strictObject({
  LoaiBanTin: z.literal('QUERY'),
  MaLoi: ok,
  MoTaLoi: words,
  MaDoiTac: merchant,
  MaThamChieu: reference,
  SoTien: amount,
  MaTienTe: z.literal('VND'),
  MaGiaoDich: transaction,
  MaNganHang: bank,
  ThoiGianGD: time,
  ThongTinGiaoDich: text(255),
  TrangThaiGD: z.enum(Object.values(stateCodes)),
  MaXacThuc: seal,
});

export const billAnswer = z.strictObject({
  LoaiBanTin: z.literal('GET_BILL'),
  MaLoi: ok,
  MoTaLoi: words,
  MaDoiTac: merchant,
  MaThamChieu: reference,
  UrlBienLai: address,
  MaXacThuc: seal,
});

/** What any question may get instead. */
export const errorAnswer = z.strictObject({
  LoaiBanTin: z.enum(['INIT', 'QUERY', 'GET_BILL']),
  MaLoi: code.refine((value) => value !== codes.ok),
  MoTaLoi: words,
  MaDoiTac: merchant,
  MaThamChieu: reference,
  MaXacThuc: seal,
});

/** The platform's own message that an order was paid or not (CONFIRM), and how it is answered. */
export const confirmNotice = z.strictObject({
  MaLoi: code,
  MaDoiTac: merchant,
  MaThamChieu: reference,
  SoTien: amount,
  MaTienTe: z.string().max(10),
  MaGiaoDich: transaction,
  MaNganHang: bank,
  ThoiGianGD: time,
  ThongTinGiaoDich: text(255),
  MaXacThuc: seal,
});
export type ConfirmNotice = z.infer<typeof confirmNotice>;

export const confirmAnswer = z.strictObject({
  LoaiBanTin: z.literal('CONFIRM'),
  MaLoi: code,
  MoTaLoi: words,
  MaDoiTac: merchant,
  MaThamChieu: z.union([reference, z.literal('')]),
  MaXacThuc: seal,
});
