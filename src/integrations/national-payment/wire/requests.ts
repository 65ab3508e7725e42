import { z } from 'zod';
import { amount, merchant, ownAddress, reference, seal, text, time } from './fields.ts';

export const version = '1.0.6' as const;

const lines = 50;

/** Whom the receipt is for, what is paid, and where the money goes (ThongTinBienLai). */
const receipt = z.strictObject({
  MaDichVu: z.literal('2'),
  MaDVC: text(50),
  TenDVC: text(500),
  MaTTHC: text(50),
  TenTTHC: text(500),
  MaDonVi: text(50),
  TenDonVi: text(500),
  MaHoSo: text(50),
  TKThuHuong: text(50),
  MaNHThuHuong: text(20),
  TenTKThuHuong: text(200),
  MaLoaiHinhThuPhat: text(20),
  KhoBac: text(20),
  SoQD: text(50),
  TaiKhoanThuNSNN: text(50),
  NoiDungThanhToan: text(255),
  HoTenNguoiNop: text(200),
  SoCMNDNguoiNop: text(20),
  DiaChiNguoiNop: text(500),
  HuyenNguoiNop: text(100),
  TinhNguoiNop: text(100),
  PhiLePhi: z
    .array(
      z.strictObject({
        LoaiPhiLePhi: z.enum(['1', '2', '3']),
        MaPhiLePhi: text(50),
        TenPhiLePhi: text(500),
        SoTien: amount,
      }),
    )
    .max(lines),
  DSKhoanNop: z.array(z.strictObject({ NoiDung: text(500), SoTien: amount })).max(lines),
});

/** Asks for an order. UrlTroVe (where the payer goes afterwards) is not in the published list of fields: see README. */
export const initRequest = z.strictObject({
  LoaiBanTin: z.literal('INIT'),
  PhienBan: z.literal(version),
  MaDoiTac: merchant,
  MaThamChieu: reference,
  SoTien: amount,
  LoaiHinhThanhToan: z.literal('PAY'),
  MaKenhThanhToan: z.literal('1'),
  MaThietBi: z.literal('1'),
  NgonNgu: z.literal('vi-VN'),
  MaTienTe: z.literal('VND'),
  MaNganHang: z.literal('PAYMENT'),
  ThongTinGiaoDich: text(255),
  ThoiGianGD: time,
  Ip: z.string().regex(/^[0-9A-Fa-f.:]{2,45}$/),
  ThongTinBienLai: receipt,
  UrlTroVe: ownAddress,
  MaXacThuc: seal,
});
export type InitRequest = z.infer<typeof initRequest>;

const aboutAnOrder = { PhienBan: z.literal(version), MaDoiTac: merchant, MaThamChieu: reference };

/** Asks how an order stands; ThoiGianGD is that of its INIT. */
export const queryRequest = z.strictObject({
  LoaiBanTin: z.literal('QUERY'),
  ...aboutAnOrder,
  ThoiGianGD: time,
  MaXacThuc: seal,
});
export const billRequest = z.strictObject({
  LoaiBanTin: z.literal('GET_BILL'),
  ...aboutAnOrder,
  ThoiGianGD: time,
  MaXacThuc: seal,
});
