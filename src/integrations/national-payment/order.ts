import type { PaymentOrder } from '#ports/payments';
import { type InitRequest, initRequest, version } from './wire/requests.ts';
import { sealed } from './wire/seal.ts';
import { wireTime } from './wire/time.ts';

/** Names are for the reader of a receipt: a title of a thousand letters is cut, not a reason to refuse a payment. */
const named = (text: string, most = 500): string => {
  const whole = text.normalize('NFC');
  return whole.length <= most ? whole : `${[...whole].slice(0, most / 2 - 1).join('')}…`;
};

/** LoaiPhiLePhi 1: an ordinary fee (DOMAIN §5.2); phí and lệ phí are told apart by code and name. */
const ordinary = '1';

/** The order in the platform's words. What another authority has assessed goes to the treasury, as khoản nộp. */
function fieldsOf(order: PaymentOrder, partner: string): Omit<InitRequest, 'MaXacThuc'> {
  const { dossier, unit, beneficiary, payer } = order;
  const words = `Thanh toan ho so ${dossier.code}`;
  return {
    LoaiBanTin: 'INIT',
    PhienBan: version,
    MaDoiTac: partner,
    MaThamChieu: order.reference,
    SoTien: String(order.amount),
    LoaiHinhThanhToan: 'PAY',
    MaKenhThanhToan: '1',
    MaThietBi: '1',
    NgonNgu: 'vi-VN',
    MaTienTe: 'VND',
    MaNganHang: 'PAYMENT',
    ThongTinGiaoDich: words,
    ThoiGianGD: wireTime(order.at),
    Ip: order.ip,
    ThongTinBienLai: {
      MaDichVu: '2',
      MaDVC: dossier.procedure,
      TenDVC: named(dossier.procedureName),
      MaTTHC: dossier.procedure,
      TenTTHC: named(dossier.procedureName),
      MaDonVi: unit.code,
      TenDonVi: named(unit.name),
      MaHoSo: dossier.code,
      TKThuHuong: beneficiary.account.number,
      MaNHThuHuong: beneficiary.account.bin,
      TenTKThuHuong: named(beneficiary.account.name, 200),
      MaLoaiHinhThuPhat: '',
      KhoBac: beneficiary.treasury?.code ?? '',
      SoQD: '',
      TaiKhoanThuNSNN: beneficiary.treasury?.account ?? '',
      NoiDungThanhToan: words,
      HoTenNguoiNop: named(payer.name, 200),
      SoCMNDNguoiNop: payer.idNumber,
      DiaChiNguoiNop: named(payer.address),
      // Since 1/7/2025 there are no districts; the address holds commune and province.
      HuyenNguoiNop: '',
      TinhNguoiNop: '',
      PhiLePhi: order.lines
        .filter(({ kind }) => kind !== 'tax')
        .map((line) => ({
          LoaiPhiLePhi: ordinary,
          MaPhiLePhi: line.code,
          TenPhiLePhi: named(line.name),
          SoTien: String(line.amount),
        })),
      DSKhoanNop: order.lines
        .filter(({ kind }) => kind === 'tax')
        .map((line) => ({ NoiDung: named(line.name), SoTien: String(line.amount) })),
    },
    UrlTroVe: order.returnUrl,
  };
}

/** The sealed INIT, or the name of a field that must not be sent. */
export function initFor(
  order: PaymentOrder,
  partner: string,
  secret: string,
): { readonly body: string } | { readonly field: string } {
  const fields = fieldsOf(order, partner);
  const checked = initRequest.omit({ MaXacThuc: true }).safeParse(fields);
  if (!checked.success) return { field: checked.error.issues[0]?.path.join('.') || 'INIT' };
  const sum = order.lines.reduce((all, { amount }) => all + amount, 0);
  if (sum !== order.amount) return { field: 'SoTien' };
  return { body: sealed(initRequest, fields, secret) };
}
