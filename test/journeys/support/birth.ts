import assert from 'node:assert/strict';
import { crc32, deflateSync } from 'node:zlib';
import { fillIn, goOn, type Typed } from './fill.ts';
import { chooseAtVneid } from './sign-in.ts';
import type { Visitor } from './visitor.ts';

/** A young mother in Núi Cấm, in the sample of any size. */
export const mother = { subject: 'cd-0016', name: 'Vũ Thị Thùy' };
export const home = { commune: '30538', name: 'Núi Cấm' };
/** The other end of the province. */
export const far = { commune: '30307', name: 'Long Xuyên' };

const day = (back: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(Date.now() - back * 86_400_000);

/** What she enters, page by page. */
export const newborn: Readonly<Record<string, Typed>> = {
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

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const size = Buffer.alloc(4);
  const sum = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

/** A grey sheet of paper as a small photo. */
export function aPhoto(name = 'giay-chung-sinh.png', width = 240, height = 320) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = Buffer.alloc((width + 1) * height, 0xdd);
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0;
  const buffer = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { name, mimeType: 'image/png', buffer };
}

const at = (visitor: Visitor): string => new URL(visitor.page.url()).pathname;
const part = (visitor: Visitor): string => at(visitor).split('/').at(-1) ?? '';

/** From the page of the procedure to the first page of the form. */
export async function beginBirth(visitor: Visitor, how: 'vneid' | 'guest' | 'signed-in'): Promise<void> {
  const { page } = visitor;
  await visitor.go('/nop-ho-so/bat-dau/1.001193');
  await visitor.look('start');
  await goOn(page);
  await visitor.look('eligibility');
  await fillIn(page, { 'nguoi-di-dang-ky': 'yes', 'trong-60-ngay': 'yes', 'da-khai-sinh': 'no' });
  await goOn(page);
  if (how !== 'signed-in') {
    await visitor.look('identity');
    await identify(visitor, how);
  }
  assert.match(at(visitor), /cho-ai/);
  await visitor.look(how === 'guest' ? 'for-whom-guest' : 'for-whom');
  await fillIn(page, { ai: 'self' });
  await goOn(page);
}

async function identify(visitor: Visitor, how: 'vneid' | 'guest'): Promise<void> {
  const { page } = visitor;
  if (how === 'vneid') {
    await page.locator('main a[href*="/dang-nhap"]').first().click();
    await visitor.look('sign-in');
    await page.getByRole('link', { name: 'Đăng nhập bằng VNeID' }).click();
    await chooseAtVneid(visitor, mother);
  } else await page.getByRole('button', { name: /chưa đăng nhập|chưa xác minh|xác minh sau/ }).click();
}

/** Page by page until the papers are asked for. */
export async function fillBirth(visitor: Visitor, extra: Readonly<Record<string, Typed>> = {}): Promise<void> {
  const { page } = visitor;
  for (let count = 0; /\/trang\//.test(at(visitor)); count++) {
    assert.ok(count < 30, `${page.url()} is never left`);
    const name = part(visitor);
    await visitor.look(`page-${name}`);
    await fillIn(page, { ...newborn[name], ...extra[name] });
    await goOn(page);
  }
  assert.equal(part(visitor), 'giay-to', await errorsOn(visitor));
}

export const errorsOn = async ({ page }: Visitor): Promise<string> =>
  `${page.url()} ${(await page.locator('.mc-summary-error, [role=alert]').allInnerTexts()).join(' ')}`;

/** One photo for each paper that is asked for. */
export async function uploadPapers(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.look('documents');
  const wanted = await page
    .locator('main a[href*="/giay-to/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  assert.ok(wanted.length > 0, 'a paper is asked for');
  for (const href of new Set(wanted)) {
    await visitor.go(href);
    await visitor.look('document');
    await page.setInputFiles('input[name="tep"]', aPhoto());
    await page.getByRole('button', { name: 'Tải lên' }).click();
    await page.getByText('Đã nhận 1 tệp.').waitFor();
    await visitor.look('document-received');
    await page.getByRole('link', { name: 'Xong giấy này' }).click();
  }
  await goOn(page);
}

/** A centre far from home, and the result on the telephone. */
export async function chooseCentre(visitor: Visitor, name: string, way = 'electronic'): Promise<void> {
  const { page } = visitor;
  assert.equal(part(visitor), 'noi-nhan', await errorsOn(visitor));
  await visitor.look('centre');
  await page.locator('input[name="tim"]').fill(name);
  await page.getByRole('button', { name: 'Tìm', exact: true }).first().click();
  await page
    .locator('label')
    .filter({ hasText: new RegExp(`Trung tâm.*${name}`) })
    .first()
    .click();
  await visitor.look('centre-found');
  await goOn(page);
  await visitor.look('delivery');
  for (let count = 0; part(visitor) === 'nhan-ket-qua'; count++) {
    assert.ok(count < 4, await errorsOn(visitor));
    await fillIn(page, { cach: way, dienThoai: '0912345678' });
    await goOn(page);
  }
}

export interface FiledBirth {
  readonly code: string;
  readonly secret: string;
}

export async function submitAndRead(visitor: Visitor): Promise<FiledBirth> {
  const { page } = visitor;
  assert.equal(part(visitor), 'kiem-tra', await errorsOn(visitor));
  await visitor.look('check');
  assert.match(await page.locator('main').innerText(), /Nguyễn Vũ An Nhiên/);
  await goOn(page);
  await page.getByRole('heading', { level: 1, name: 'Đã nộp hồ sơ' }).waitFor();
  await visitor.look('done');
  const codes = await page.locator('main .mc-code').allInnerTexts();
  const [code = '', secret = ''] = codes;
  assert.match(code, /^H01\.[\d.]+-\d{6}-\d{4}$/);
  assert.ok(await page.locator('main svg').count(), 'a QR code is drawn');
  return { code, secret: secret.replace(/\s/g, '') };
}
