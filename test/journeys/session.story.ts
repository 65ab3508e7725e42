import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mother } from './support/answers.ts';
import { begin, copyCode } from './support/filing.ts';
import { anOfficer } from './support/office.ts';
import { signInAsCitizen } from './support/sign-in.ts';
import { aVisitor, type Visitor } from './support/visitor.ts';

/** Five minutes before the end one is asked, and one press goes on. */
async function asked(visitor: Visitor, path: string, minutes: number): Promise<void> {
  const { page } = visitor;
  await page.clock.install();
  await visitor.go(path);
  const dialog = page.locator('dialog.mc-session');
  const forward = (by: number) => page.clock.fastForward(by * 60_000);
  await forward(minutes - 7);
  assert.equal(await dialog.isVisible(), false, 'not before its time');
  await forward(2.5);
  await dialog.waitFor();
  await visitor.look('session-ends');
  assert.match(await dialog.innerText(), /kết thúc lúc \d\d:\d\d/);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  assert.match(await page.locator('[data-session-said]').innerText(), /giữ đến \d\d:\d\d/);

  await forward(minutes + 0.5);
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /đã kết thúc/);
  assert.equal(await dialog.locator('button').isVisible(), false);
}

/** A session that ends of idleness says so in time, and a form without script says it from the beginning. */
export const sessionStories = (): void => {
  test('a citizen is asked before the session ends, and keeps it', async (t) => {
    const citizen = await aVisitor(t);
    await signInAsCitizen(citizen, mother);
    await asked(citizen, '/cua-toi/du-lieu', 60);
  });

  test('an officer is asked too', async (t) => {
    const officer = await anOfficer(t, 'homeDesk');
    await asked(officer, '/mot-cua', 30);
  });

  test('without script the form says until when the session lasts', async (t) => {
    const citizen = await aVisitor(t, { script: false });
    await signInAsCitizen(citizen, mother);
    const main = citizen.page.locator('main');
    await citizen.go('/cua-toi/lien-lac');
    await citizen.look('session-plain');
    assert.match(await main.innerText(), /phiên đăng nhập kết thúc lúc \d\d:\d\d/);
    await begin(citizen, copyCode, 'signed-in');
    assert.match(await main.innerText(), /Bạn còn \d+ phút để gửi trang này, tới \d\d:\d\d/);
    assert.doesNotMatch(await main.innerText(), /phiên đăng nhập kết thúc/, 'said once');
  });
};
