import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anOfficer, problemsOn } from './support/office.ts';

const header = 'Họ và tên;Số định danh cá nhân;Thư điện tử;Tài khoản;Mã đơn vị;Chức vụ;Vai trò';

/** An administrator brings in the people of an office from a file; without script it is tried as pages (officials.page.test.ts). */
export const officialsStories = (): void => {
  test('an administrator takes officials from a file', async (t) => {
    const admin = await anOfficer(t, 'drafter', { to: '/quan-tri/don-vi' });
    const { page } = admin;
    await admin.look('units');
    const code = await page.locator('#don-vi td').first().innerText();
    await page.getByRole('link', { name: 'Nhập nhiều cán bộ từ một tệp' }).click();
    await admin.look('officials');
    const person = (m: number, unit: string) =>
      `Nguyễn Văn Từ Tệp;0891910000${m};tep1${m}@angiang.example.vn;tep-1${m};${unit};Chuyên viên;Chuyên viên|Văn thư`;
    const give = async (rows: readonly string[]) => {
      await page.setInputFiles('input[name="tep"]', {
        name: 'cán bộ.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`\ufeff${[header, ...rows].join('\r\n')}\r\n`),
      });
      await page.getByRole('button', { name: 'Xem trước từng dòng' }).click();
    };
    await give(['Tên;1']);
    await admin.look('officials-refused');
    await page.getByRole('link', { name: 'Chọn lại tệp' }).click();
    await give([person(10, code), person(11, 'H01.9999')]);
    await admin.look('officials-tried');
    assert.match(await page.locator('#dong').innerText(), /Tài khoản mới/, await problemsOn(admin));
    await page.getByRole('button', { name: 'Chỉ nhập 1 người đúng' }).click();
    await admin.look('officials-taken');
    assert.match(await page.locator('#da-nhap').innerText(), /Tài khoản mới\s+1/, await problemsOn(admin));
  });
};
