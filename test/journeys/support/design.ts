import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { problemsOn } from './office.ts';
import type { Visitor } from './visitor.ts';

/** Whoever works by keyboard comes to a control with Tab, and presses Enter; the way there is not typed out here. */
async function enter(page: Page, control: Locator): Promise<void> {
  await control.focus();
  await page.keyboard.press('Enter');
}

/** A link followed by Enter, up to the page that stands behind it. */
export async function follows(page: Page, link: Locator): Promise<void> {
  const loaded = page.waitForEvent('load');
  await enter(page, link);
  await loaded;
}

/** A stroke that sends a form, up to the page it leads to. */
export async function sends(page: Page, stroke: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse((each) => each.request().method() === 'POST');
  const loaded = page.waitForEvent('load');
  await stroke();
  const { from, status } = await answer.then((each) => ({ from: each.url(), status: each.status() }));
  assert.equal(status, 303, from);
  await loaded;
}

/** Sends with the button of that act. */
export const does = (page: Page, act: string): Promise<void> =>
  sends(page, () => enter(page, page.locator(`main button[name="_lam"][value="${act}"]:visible`).first()));

export async function typeInto(page: Page, control: Locator, text: string): Promise<void> {
  await control.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** A draft of the procedure from its record in the national list. @returns its address. */
export async function beginFromRecord({ page, go }: Visitor, code: string): Promise<string> {
  await go('/thiet-ke');
  await page.keyboard.press('/');
  await page.keyboard.type(code);
  const found = page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await found;
  await sends(page, () =>
    enter(page, page.locator('#tim-thay button[name="_tu"][value="national"]').first()),
  );
  assert.match(page.url(), /\/thiet-ke\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/** The first error of lint is followed to its place, and its English written, until none remains. */
export async function mend(drafter: Visitor, draft: string): Promise<void> {
  const { page } = drafter;
  for (let round = 0; round < 80; round++) {
    await drafter.go(draft);
    const errors = page.locator('#can-sua tr').filter({ has: page.getByText('Lỗi', { exact: true }) });
    if ((await errors.count()) === 0) return;
    await follows(page, errors.first().locator('a').last());
    let written = 0;
    for (const field of await page.locator('main form :is(input, textarea)[name$="-en"]').all())
      if ((await field.isVisible()) && (await field.inputValue()) === '') {
        await typeInto(page, field, 'In English');
        written++;
      }
    assert.ok(written > 0, `nothing can be mended: ${await problemsOn(drafter)}`);
    await does(page, 'luu');
  }
  assert.fail(`lint never ends: ${await problemsOn(drafter)}`);
}

/** What the record left open is read and ticked off. */
export async function settle(drafter: Visitor, draft: string): Promise<void> {
  const { page } = drafter;
  await drafter.go(draft);
  const open = page.locator('#con-viec button[name="_xong"][value="co"]');
  for (let left = await open.count(); left > 0; left--) {
    await sends(page, () => enter(page, open.first()));
    assert.equal(await open.count(), left - 1, 'one is done');
  }
}
