import type { Instant } from '#kernel/time';
import type { RawNotice } from '#ports/payments';
import { type ConfirmNotice, confirmNotice } from '../wire/answers.ts';
import { sealed, sealOf } from '../wire/seal.ts';
import { wireTime } from '../wire/time.ts';

/** What a genuine notice is about, and whose it is. */
export interface About {
  readonly partner: string;
  readonly secret: string;
  readonly reference: string;
  readonly amount: number;
  /** Moment of the payment, and of the arrival of the notice. */
  readonly at: Instant;
  readonly transaction?: string;
}
export type Fields = Omit<ConfirmNotice, 'MaXacThuc'>;

/** Accents and a slash in the words, so that there is something to write in another way. */
export const fieldsOf = ({
  partner,
  reference,
  amount,
  at,
  transaction = '261125000000001',
}: About): Fields => ({
  MaLoi: '00',
  MaDoiTac: partner,
  MaThamChieu: reference,
  SoTien: String(amount),
  MaTienTe: 'VND',
  MaGiaoDich: transaction,
  MaNganHang: 'VIETCOMBANK',
  ThoiGianGD: wireTime(at),
  ThongTinGiaoDich: 'Lệ phí hồ sơ 25/11/2026',
});

export const textOf = (about: About, change: Partial<Fields> = {}, secret = about.secret): string =>
  sealed(confirmNotice, { ...fieldsOf(about), ...change }, secret);

export const sealFor = (about: About, change: Partial<Fields> = {}): string =>
  sealOf(confirmNotice, { ...fieldsOf(about), ...change }, about.secret);

export const rawOf = (
  about: About,
  body: string | Uint8Array,
  contentType = 'application/json',
): RawNotice => ({
  contentType,
  contentEncoding: '',
  body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  at: about.at,
});

/** The message as the platform sends it: the one that must be taken. */
export const genuineNotice = (about: About): RawNotice => rawOf(about, textOf(about));
