import type { Typed } from './fill.ts';

/** By page of the form. */
export type Answers = Readonly<Record<string, Typed>>;

/** A young mother in Núi Cấm, in the sample of any size. */
export const mother = { subject: 'cd-0016', name: 'Vũ Thị Thùy' };
export const home = { commune: '30538', name: 'Núi Cấm' };
/** The other end of the province. */
export const far = { commune: '30307', name: 'Long Xuyên' };

const day = (back: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(Date.now() - back * 86_400_000);

/** What she enters, page by page. */
export const newborn: Answers = {
  'bat-dau': { nycQuanHe: 'me', nksLoaiKhaiSinh: 'thong-thuong' },
  'nguoi-yeu-cau': { nycSoDienThoai: '0912345678' },
  tre: { nksHoTen: 'Nguyễn Vũ An Nhiên', nksGioiTinh: '2', nksNgaySinh: day(9) },
  'noi-sinh': { nksNoiSinh: 'Trạm y tế xã Núi Cấm', nksNoiSinhDVHC: ['91', home.commune, 'Ấp Thiên Tuế'] },
  'giay-chung-sinh': { loaiGiayChungSinh: 'giay', maGCS: 'GCS-2026-0107', ngayCapGCS: day(8) },
  'dan-toc-que-quan': {
    nksQuocTich: 'VN',
    nksDanToc: '01',
    nksQueQuan: ['91', home.commune, 'Ấp Thiên Tuế'],
  },
  me: { meQuocTich: 'VN', meDanToc: '01' },
  'me-cu-tru': { meLoaiCuTru: '1', meNoiCuTru: ['91', home.commune, 'Ấp Thiên Tuế'] },
  cha: {
    chaHoTen: 'Nguyễn Văn Quốc',
    chaNgaySinh: '05/06/1987',
    chaQuocTich: 'VN',
    chaDanToc: '01',
  },
  'cha-cu-tru': { chaLoaiCuTru: '1', chaNoiCuTru: ['91', home.commune, 'Ấp Thiên Tuế'] },
  'noi-dang-ky': { noiDangKy: home.commune, capBanSao: 'yes', soLuongBanSao: '2' },
  'cam-doan': { camDoan: 'yes' },
};

/** A copy from the original book: the shortest form, with nothing to upload. */
export const copyOfBook: Answers = {
  'ban-chinh': { tenVanBan: 'Bằng tốt nghiệp trung học phổ thông', nycQuanHe: 'ban-than' },
  'nguoi-yeu-cau': {
    nycHoTen: 'Vũ Thị Thùy',
    nycSoGiayToTuyThan: '089188990016',
    nycSoDienThoai: '0912345678',
  },
  'so-luong': { soLuong: '2', noiGiaiQuyet: home.commune },
  'cam-doan': { camDoan: 'yes' },
};
