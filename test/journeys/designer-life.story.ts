import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { anOfficer, problemsOn } from './support/office.ts';
import type { Visitor } from './support/visitor.ts';

/** Re-registration of a birth: in the national list, and nobody has made its form yet. */
const code = '1.004884';

/** Whoever works by keyboard comes to a control with Tab, and presses Enter; the way there is not typed out here. */
async function enter(page: Page, control: Locator): Promise<void> {
  await control.focus();
  await page.keyboard.press('Enter');
}

/** A stroke that sends a form, up to the page it leads to. */
async function sends(page: Page, stroke: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse((each) => each.request().method() === 'POST');
  const loaded = page.waitForEvent('load');
  await stroke();
  const { from, status } = await answer.then((each) => ({ from: each.url(), status: each.status() }));
  assert.equal(status, 303, from);
  await loaded;
}

async function typeInto(page: Page, control: Locator, text: string): Promise<void> {
  await control.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** The first error of lint is followed to its place, and its English written, until none remains. */
async function mend(drafter: Visitor, draft: string): Promise<void> {
  const { page } = drafter;
  for (let round = 0; round < 80; round++) {
    await drafter.go(draft);
    const errors = page.locator('#can-sua tr').filter({ has: page.getByText('Lỗi', { exact: true }) });
    if ((await errors.count()) === 0) return;
    await enter(page, errors.first().locator('a').last());
    await page.waitForURL((url) => url.pathname !== draft);
    let written = 0;
    for (const field of await page.locator('main form :is(input, textarea)[name$="-en"]').all())
      if ((await field.isVisible()) && (await field.inputValue()) === '') {
        await typeInto(page, field, 'In English');
        written++;
      }
    assert.ok(written > 0, `nothing can be mended: ${await problemsOn(drafter)}`);
    await sends(page, () =>
      enter(page, page.locator('main button[name="_lam"][value="luu"]:visible').first()),
    );
  }
  assert.fail(`lint never ends: ${await problemsOn(drafter)}`);
}

/** What the record left open is read and ticked off. */
async function settle(drafter: Visitor, draft: string): Promise<void> {
  const { page } = drafter;
  await drafter.go(draft);
  const open = page.locator('#con-viec button[name="_xong"][value="co"]');
  for (let left = await open.count(); left > 0; left--) {
    await sends(page, () => enter(page, open.first()));
  }
  assert.equal(await open.count(), 0);
}

/** Show 1, first half: made from its national record by keyboard, lint clean, tried by three people, approved by a second person. */
export const designerLifeStories = (): void => {
  test(`procedure ${code} is made from its record by keyboard, tried out and approved`, async (t) => {
    const drafter = await anOfficer(t, 'drafter', { to: '/thiet-ke' });
    const { page } = drafter;
    // The whole record is judged anew for each page of the overview, which a busy machine does slowly.
    drafter.context.setDefaultTimeout(30_000);
    await page.addInitScript(() => {
      addEventListener('pointerdown', () => console.error('a pointer was used'), true);
    });
    await drafter.go('/thiet-ke');
    await page.keyboard.press('/');
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=1\.004884/);
    await enter(page, page.locator('#tim-thay button[name="_tu"][value="national"]').first());
    await page.waitForURL(/\/thiet-ke\/[0-9a-f-]{36}/);
    const draft = new URL(page.url()).pathname;
    await drafter.look('life-overview-begun');

    await settle(drafter, draft);
    await mend(drafter, draft);
    await drafter.look('life-overview-clean');

    // A receipt of its own, with the name from the form on it.
    await drafter.go(`${draft}/mau`);
    await drafter.look('life-templates');
    await sends(page, () => enter(page, page.locator('button[name="_lam"][value="chep"]').first()));
    assert.match(page.url(), /\/mau\/01\?xong=1/);
    await drafter.look('life-template');
    await typeInto(page, page.locator('[name="t.title"]'), 'Giấy hẹn đăng ký lại khai sinh');
    await sends(page, () => page.keyboard.press('Enter'));
    await drafter.go(`${draft}/mau/01/xem`);
    await drafter.look('life-template-look');
    await drafter.go(`${draft}/mau/message-accepted/xem`);
    await drafter.look('life-message-look');

    // Three people at once, each to the end.
    await drafter.go(`${draft}/chay-thu`);
    await drafter.look('life-tried');
    const ends = page.locator('#cung-luc tbody tr');
    assert.equal(await ends.count(), 3);
    for (const row of await ends.all())
      assert.match(await row.innerText(), /Đã trả kết quả/, await problemsOn(drafter));
    const receipt = await page.locator('a[href*="/chay-thu/giay/giay-tiep-nhan"]').getAttribute('href');
    const pdf = await drafter.context.request.get(`${drafter.product.origin}${receipt}`);
    assert.equal((await pdf.body()).subarray(0, 4).toString(), '%PDF');
    await enter(page, page.locator('a[href*="/chay-thu/trang/"]').first());
    await page.waitForURL(/\/xem\?/);
    await drafter.look('life-tried-screen');
    await drafter.go(`${draft}/chay-thu`);
    await enter(page, page.locator('a[href*="/chay-thu/theo-doi/"]').nth(3));
    await page.waitForURL(/theo-doi/);
    await drafter.look('life-tried-tracking');
    await drafter.go(`${draft}/chay-thu`);
    await sends(page, () => enter(page, page.locator('button[name="_lam"][value="giu"]')));
    assert.match(await page.locator('#phep-thu').innerText(), /kết thúc như cũ/);

    await drafter.go(`${draft}/trinh-duyet`);
    await sends(page, () => enter(page, page.locator('button[name="_lam"][value="trinh"]')));
    assert.equal(await page.locator('button[name="_lam"][value="duyet"]').isDisabled(), true, 'not alone');

    const approver = await anOfficer(t, 'approver', { to: '/thiet-ke' });
    approver.context.setDefaultTimeout(30_000);
    await approver.go(`${draft}/trinh-duyet`);
    await approver.look('life-to-approve');
    await sends(approver.page, () =>
      enter(approver.page, approver.page.locator('button[name="_lam"][value="duyet"]')),
    );
    await approver.go(`/thiet-ke/thu-tuc/${code}`);
    await approver.look('life-versions');
    await approver.go(`/thu-tuc/${code}`);
    assert.match(await approver.page.locator('main').innerText(), /đăng ký lại khai sinh/i);
    assert.ok((await approver.page.locator(`a[href*="/nop-ho-so/bat-dau"]`).count()) > 0, 'it can be filed');
  });
};
