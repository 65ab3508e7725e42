import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ofTerritory } from '#test/ministry-words';
import { root } from '../support/tree.ts';
import type { Answers } from './support/answers.ts';
import { begin, chooseDelivery, fillForm, submitAndRead, uploadPapers } from './support/filing.ts';
import { goOn, tick } from './support/fill.ts';
import { act, anOfficer } from './support/office.ts';
import { downloaded, returnedByItself } from './support/returned.ts';
import { aVisitor, type Visitor } from './support/visitor.ts';

/** Samples of sick animals sent abroad or received: one paper, no fee, decided by a department. */
const code = '1.002554';
const somebody = { subject: 'cd-0001', name: 'Triệu Thành Hiếu' };
const answers: Answers = {
  'nguoi-nop': { nycSoDienThoai: '0912345678' },
  'noi-dung': { noiDung: 'Xin gửi 12 mẫu huyết thanh lợn đi xét nghiệm.', choToChuc: 'no' },
};

const units = JSON.parse(readFileSync(path.join(root, 'samples/ministry/units.json'), 'utf8')) as readonly {
  readonly address: string;
}[];
/** Where the ministry stands, and where somebody lives, are facts; everything else on its screens knows no territory. */
const places = [...new Set(units.map(({ address }) => address)), 'Phường Long Xuyên', 'Tỉnh An Giang'];

/** No word of a territory stands on the page. */
async function silent(visitor: Visitor): Promise<void> {
  await visitor.page.waitForLoadState();
  const said = await visitor.page.evaluate(() => {
    const page = document.body.cloneNode(true) as HTMLElement;
    // What a list offers is a list of places; its label is the page's own.
    for (const list of page.querySelectorAll('select, datalist, script')) list.remove();
    return (page.textContent ?? '').replace(/\s+/g, ' ');
  });
  assert.equal(ofTerritory(said, places), undefined, visitor.page.url());
}

async function look(visitor: Visitor, name: string): Promise<void> {
  await visitor.look(`ministry-${name}`);
  await silent(visitor);
}

/** The same product runs a ministry: found, filed, decided by a department, returned, and no territory on the way. */
export const ministryStories = (): void => {
  test('a procedure of a ministry is found, filed, processed by its department and returned', async (t) => {
    const citizen = await aVisitor(t, { sample: 'ministry' });
    const { page } = citizen;
    await citizen.go('/');
    await look(citizen, 'home');
    await page.locator('main input[name="q"]').fill('mau benh pham');
    await page.locator('main input[name="q"]').press('Enter');
    await page.waitForURL(/thu-tuc\?/);
    await silent(citizen);
    await page.locator(`main a[href^="/thu-tuc/${code}"]`).first().click();
    await look(citizen, 'procedure');

    await begin(citizen, code, 'vneid', somebody);
    await fillForm(citizen, answers);
    await uploadPapers(citizen);
    await silent(citizen);
    await tick(page, page.locator('main input[name="trung-tam"]').first());
    await goOn(page);
    await chooseDelivery(citizen, 'electronic');
    const filed = await submitAndRead(citizen, /huyết thanh lợn/, 'G10');
    await silent(citizen);

    const desk = await anOfficer(t, 'ministryDesk');
    await look(desk, 'office');
    await act(desk, filed.code, 'Tiếp nhận');
    await silent(desk);
    const specialist = await anOfficer(t, 'departmentSpecialist');
    await act(specialist, filed.code, 'Nhận bàn giao');
    await act(specialist, filed.code, 'Dự thảo kết quả', { 'quyet-dinh': 'granted' });
    await silent(specialist);
    await act(specialist, filed.code, 'Chuyển bước tiếp');
    await act(await anOfficer(t, 'departmentHead'), filed.code, 'Chuyển bước tiếp');
    await act(await anOfficer(t, 'departmentLeader'), filed.code, 'Phê duyệt');
    await act(await anOfficer(t, 'departmentClerk'), filed.code, 'Cấp số và ban hành');

    await returnedByItself(citizen, filed.code);
    await look(citizen, 'returned');
    assert.equal(await downloaded(citizen, filed.code), '%PDF');
  });
};
