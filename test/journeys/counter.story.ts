import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { mother, newborn } from './support/answers.ts';
import { copyCode } from './support/filing.ts';
import { fillIn, press, type Typed, tick } from './support/fill.ts';
import { anOfficer, openDossier, problemsOn } from './support/office.ts';
import { aPhoto } from './support/photo.ts';

/** Goes on with Tab until the field of that name has the focus: what cannot be reached fails here. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let tabs = 0; tabs < 80; tabs++) {
    const here = await page.evaluate(() => document.activeElement?.getAttribute('name'));
    if (here === name) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${name} is not reached with Tab`);
}

async function typeIn(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** Down through a list until the words stand there. */
async function choose(page: Page, name: string, words: string): Promise<void> {
  await tabTo(page, name);
  for (let steps = 0; steps < 120; steps++) {
    const chosen = await page.evaluate(
      () => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.text,
    );
    if (chosen === words) return;
    await page.keyboard.press('ArrowDown');
  }
  assert.fail(`${words} is not in ${name}`);
}

/** The button that receives, by Tab and Enter. */
async function receive(page: Page): Promise<void> {
  for (let tabs = 0; tabs < 80; tabs++) {
    if ((await page.evaluate(() => document.activeElement?.id)) === 'nhan') break;
    await page.keyboard.press('Tab');
  }
  const arrived = page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await arrived;
}

/** Show 2: a walk-in from the question "which procedure?" to the printed receipt, and no pointer anywhere. */
export const counterStories = (): void => {
  test('a walk-in is received by keyboard alone, and the receipt printed', async (t) => {
    const officer = await anOfficer(t, 'homeDesk');
    const { page, product } = officer;
    await page.addInitScript(() => {
      addEventListener('pointerdown', () => console.error('a pointer was used'), true);
    });
    await officer.go('/mot-cua');
    await page.keyboard.press('n');
    await page.waitForURL(/\/mot-cua\/quay$/);
    await officer.look('counter-choose');
    await page.keyboard.press('/');
    await page.keyboard.type('sao so goc');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    await officer.look('counter-found');
    // A code leads straight to its sheet.
    await page.keyboard.press('/');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(copyCode);
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/quay/${copyCode}`));
    await officer.look('counter-sheet');

    // Nothing is pressed first: a scanner writes wherever the page has put it.
    await page.keyboard.type('089188990016');
    assert.equal(await page.locator('[name="_so"]').inputValue(), '089188990016');
    await typeIn(page, '_ten', mother.name);
    await typeIn(page, '_sinh-day', '24');
    await typeIn(page, '_sinh-month', '12');
    await typeIn(page, '_sinh-year', '1988');
    await choose(page, '_gioi', 'Nữ');
    await typeIn(page, '_dien-thoai', '0912345678');
    await typeIn(page, 'tenVanBan', 'Bằng tốt nghiệp trung học phổ thông');
    await choose(page, 'nycQuanHe', 'Chính tôi');
    await typeIn(page, 'soLuong', '2');
    await choose(page, 'noiGiaiQuyet', 'Xã Núi Cấm');
    await tabTo(page, 'camDoan');
    await page.keyboard.press('Space');
    await receive(page);
    await officer.look('counter-sheet-error');
    await tabTo(page, '_doi-chieu.giay-to-tuy-than');
    await page.keyboard.press('Space');
    await receive(page);
    await officer.look('counter-done');
    assert.match(page.url(), /\/quay\/xong\//, await problemsOn(officer));
    const receipt = await page.locator('main a[href*="/in/"]').first().getAttribute('href');
    assert.ok(receipt, 'the receipt is offered');
    const pdf = await officer.context.request.get(product.origin + receipt);
    assert.equal((await pdf.body()).subarray(0, 4).toString(), '%PDF');
  });

  test('a scan is compared with the paper and signed at the counter', async (t) => {
    const officer = await anOfficer(t, 'homeDesk');
    const { page } = officer;
    await officer.go('/mot-cua/quay/1.001193');
    const born = '24/12/1988';
    const person = { _so: '089188990016', _ten: mother.name, _sinh: born, meNgaySinh: born };
    const typed: Typed = Object.assign({ '_dien-thoai': '0912345678' }, person, ...Object.values(newborn));
    // What was answered opens further questions.
    for (let round = 0; round < 3; round++) {
      await fillIn(page, typed);
      await press(page.locator('button[data-key="u"]'));
    }
    await fillIn(page, typed);
    for (const box of await page.locator('input[name^="_doi-chieu."]').all()) await tick(page, box);
    const scans = page.locator('input[type="file"][name^="_tep."]');
    assert.ok((await scans.count()) >= 2, await problemsOn(officer));
    await scans.nth(0).setInputFiles(aPhoto('to-khai.png', 800, 1100));
    await tick(page, page.locator('input[name="_ky-quet"]'));
    await press(page.locator('#nhan'));
    assert.match(page.url(), /\/quay\/xong\//, await problemsOn(officer));
    assert.doesNotMatch(await page.locator('main').innerText(), /chờ đối chiếu/);
    const code = await page.locator('main strong.mc-code').innerText();
    await openDossier(officer, code);
    await page.locator('main').getByText('Đã đối chiếu với bản giấy').waitFor();
    await page.locator('main').getByText('Chữ ký đúng').waitFor();
    await officer.look('office-scan-signed');
  });
};
