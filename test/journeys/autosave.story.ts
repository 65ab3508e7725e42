import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { copyOfBook, mother } from './support/answers.ts';
import { begin, copyCode } from './support/filing.ts';
import { fillIn, goOn } from './support/fill.ts';
import { signInAsCitizen } from './support/sign-in.ts';
import { aVisitor } from './support/visitor.ts';

/** What is typed is kept by itself; when that fails a visible alarm says so, until it works again. */
export const autosaveStories = (): void => {
  test('typing is saved by itself, a failure is told, and the next try recovers', async (t) => {
    const citizen = await aVisitor(t);
    const { page, context } = citizen;
    citizen.expectTrouble(/500|ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_ABORTED/);
    await signInAsCitizen(citizen, mother);
    await begin(citizen, copyCode, 'signed-in');
    const paper = page.locator('[name="tenVanBan"]');
    const status = page.locator('[data-save-status]');
    const alarm = page.locator('[data-save-alarm]');

    // Listened for first: what is typed may be saved before anybody asks.
    const saved = () => page.waitForResponse((answer) => answer.url().includes('tu-luu=1') && answer.ok());
    const first = saved();
    await paper.fill('Học bạ');
    await first;
    await status.filter({ hasText: /Đã lưu/ }).waitFor();

    await page.route('**/*tu-luu=1*', (route) => route.fulfill({ status: 500 }));
    await paper.fill('Học bạ trung học');
    await alarm.filter({ hasText: /\S/ }).waitFor();
    await citizen.look('autosave-alarm');
    await page.unroute('**/*tu-luu=1*');
    const again = saved();
    await paper.fill('Học bạ trung học phổ thông');
    await again;
    await alarm.filter({ hasNotText: /\S/ }).waitFor({ state: 'attached' });

    // What is on its way when the button is pressed is given up: come late, it would bring back what stood there before.
    const here = page.url();
    await fillIn(page, copyOfBook['ban-chinh'] ?? {});
    await saved();
    await page.route('**/*tu-luu=1*', async (route) => {
      await sleep(1500);
      await route.continue().catch(() => undefined);
    });
    await paper.fill('Học bạ');
    const given = page.waitForEvent('requestfailed', (asked) => asked.url().includes('tu-luu=1'));
    await Promise.all([page.waitForRequest((asked) => asked.url().includes('tu-luu=1')), paper.blur()]);
    await goOn(page);
    await given;
    await page.waitForURL((url) => url.href !== here);
    await page.unroute('**/*tu-luu=1*');
    await page.goto(here);
    assert.equal(await paper.inputValue(), 'Học bạ');

    await context.setOffline(true);
    await paper.fill('Bằng tốt nghiệp');
    await alarm.filter({ hasText: /\S/ }).waitFor();
    const back = saved();
    await context.setOffline(false);
    await back;

    const draft = page.url();
    const elsewhere = await aVisitor(t, { script: false });
    await signInAsCitizen(elsewhere, mother);
    await elsewhere.page.goto(draft);
    assert.equal(await elsewhere.page.locator('[name="tenVanBan"]').inputValue(), 'Bằng tốt nghiệp');
  });
};
