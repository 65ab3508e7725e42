import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillIn } from './support/fill.ts';
import { anOfficer, problemsOn } from './support/office.ts';

/** Procedures of which nobody else makes a draft here. */
const codes = '1.002211 1.014748';

/** Many procedures changed at once, and a procedure between agencies filed, both without script. */
export const reviewStories = (): void => {
  test('one administrator cuts times in many procedures, another publishes them with one date', async (t) => {
    const drafter = await anOfficer(t, 'drafter', { script: false, to: '/quan-tri/sua-hang-loat' });
    const { page } = drafter;
    await page.getByRole('link', { name: 'Sửa nhiều thủ tục' }).click();
    await drafter.look('mass-kinds');
    await page.getByRole('link', { name: 'Cắt giảm thời hạn và các bước theo tỷ lệ' }).click();
    await page.locator('#phan-tram').fill('20');
    await page.locator('#can-cu').fill('Nghị quyết 66/NQ-CP');
    await page.locator('#ma').fill(codes);
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await drafter.look('mass-preview');
    assert.match(await page.locator('#xem-truoc').innerText(), /^2 thủ tục/, await problemsOn(drafter));
    await page.locator('#ly-do').fill('Kế hoạch cắt giảm 2027');
    await page.getByRole('button', { name: 'Tạo 2 bản soạn' }).click();
    await page.getByRole('button', { name: 'Trình duyệt 2 bản soạn' }).click();
    await drafter.look('mass-sent');
    const change = new URL(page.url()).pathname;
    assert.equal(await page.getByRole('button', { name: 'Duyệt và công bố' }).count(), 0);

    const approver = await anOfficer(t, 'approver', { script: false, to: change });
    await approver.page.getByRole('button', { name: 'Duyệt và công bố' }).click();
    await approver.look('mass-approved');
    const states = await approver.page.locator('#thu-tuc .mc-tag').allInnerTexts();
    assert.deepEqual(states, ['đã công bố', 'đã công bố']);
    await approver.go('/quan-tri/don-gian-hoa');
    await approver.look('review-home');
    await approver.page.getByRole('link', { name: /^Cắt giảm 30 %/ }).click();
    await approver.look('programme');
  });

  test('an officer files a procedure between agencies for the unit', async (t) => {
    const officer = await anOfficer(t, 'specialist', { script: false, to: '/mot-cua/noi-bo' });
    const { page } = officer;
    await officer.look('internal-list');
    await page.getByRole('link', { name: 'Chuyển đổi công năng nhà ở thuộc tài sản công' }).click();
    await officer.look('internal-sheet');
    await fillIn(page, {
      soVanBan: '12/TTr-UBND',
      ngayVanBan: '20/11/2026',
      nguoiTheoDoi: 'Trần Văn Theo',
      soLienHe: '102',
      soLuong: '4',
      trongDuAn: 'no',
      loaiHienNay: 'cu',
      loaiSau: 'cong-vu',
      lyDo: 'Nhà ở cũ bỏ trống, cần làm nhà công vụ.',
    });
    await page.locator('[name="diaChi-commune"]').selectOption({ index: 1 });
    await page.locator('[name="diaChi-detail"]').fill('Số 1');
    await page.getByRole('button', { name: 'Cập nhật câu hỏi, giấy tờ' }).click();
    await page.getByRole('button', { name: 'Nộp hồ sơ cho đơn vị' }).click();
    assert.match(page.url(), /\/mot-cua\/ho-so\//, await problemsOn(officer));
    await officer.look('internal-filed');
    assert.match(await page.locator('main').innerText(), /Chuyển đổi công năng nhà ở/);
  });
};
