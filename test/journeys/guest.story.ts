import assert from 'node:assert/strict';
import { test } from 'node:test';
import { home, mother } from './support/answers.ts';
import { fileCopy } from './support/filing.ts';
import { chooseAtVneid } from './support/sign-in.ts';
import { aVisitor } from './support/visitor.ts';

/** VNeID stopped answering after it was known: the sign-in is tried and says so, filing goes on, and the person is known later. */
export const guestStories = (): void => {
  for (const script of [true, false])
    test(`filed while VNeID is away, bound at the next sign-in, ${script ? 'with' : 'without'} script`, async (t) => {
      const guest = await aVisitor(t, { script });
      const { page, product } = guest;
      guest.expectTrouble(/503/);

      const filed = await product.whileVneidIsDown(async () => {
        const filed = await fileCopy(guest, 'vneid-away', home.name);
        assert.match(await page.locator('main').innerText(), /chưa (được )?xác minh/i);
        return filed;
      });

      await product.whileVneidIsUp(async () => {
        await page.locator('main a[href*="/dang-nhap/vneid"]').first().click();
        await chooseAtVneid(guest, mother);
      });
      await guest.go(`/cua-toi/ho-so/${filed.code}`);
      await guest.look('my-dossier-bound');
      assert.match(await page.locator('main').innerText(), new RegExp(filed.code));
    });
};
