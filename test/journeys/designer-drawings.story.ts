import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anOfficer, problemsOn } from './support/office.ts';

/** A procedure that ships with decision tables, and of which nobody else makes a draft here. */
const code = '1.001456';

/** What is drawn with the field's own editors is written back into the page's form, and saved by it. */
export const designerDrawingsStories = (): void => {
  test('a table changed in dmn-js and a diagram opened in bpmn-js are saved by their forms', async (t) => {
    const visitor = await anOfficer(t, 'drafter', { to: '/thiet-ke' });
    const { page } = visitor;
    await page.keyboard.press('n');
    await page.keyboard.type(code);
    await page.locator('#_tu').selectOption('current');
    await page.locator('#_ma').press('Enter');
    await page.waitForURL(/\/thiet-ke\/[0-9a-f-]{36}/);
    const draft = new URL(page.url()).pathname;

    await visitor.go(`${draft}/quyet-dinh?bang=fees`);
    await visitor.look('designer-tables');
    assert.equal(await page.locator('input[value="160000"]').count(), 1, await problemsOn(visitor));
    await visitor.go(`${draft}/quyet-dinh/ve`);
    await page.locator('[data-dmn-views] button').filter({ hasText: 'Lệ phí cấp hộ chiếu' }).first().click();
    const cell = page.locator('[data-dmn] td').filter({ hasText: '160000' }).first();
    await cell.click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('161000');
    assert.ok(await page.locator('[data-dmn] .bjs-powered-by').first().isVisible(), 'the mark stays visible');
    await page.getByRole('button', { name: 'Lưu tệp DMN' }).click();
    await page.waitForURL(/quyet-dinh\?xong=1/);
    await visitor.go(`${draft}/quyet-dinh?bang=fees`);
    assert.equal(await page.locator('input[value="161000"]').count(), 1, await problemsOn(visitor));

    await visitor.go(`${draft}/so-do`);
    await page.locator('[data-diagram] .djs-shape').first().waitFor();
    await page.getByRole('button', { name: 'Lưu sơ đồ' }).click();
    await page.waitForURL(/so-do\?xong=1/);
  });
};
