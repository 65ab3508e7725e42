import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginBirth, chooseCentre, far, fillBirth, submitAndRead, uploadPapers } from './support/birth.ts';
import { fillIn, goOn } from './support/fill.ts';
import { act, anOfficer, openDossier, problemsOn } from './support/office.ts';
import { aVisitor } from './support/visitor.ts';

/** Show 1: a birth registered at a centre far away, from the first word typed to the result rated. */
export const birthStories = (): void => {
  for (const script of [true, false])
    test(`a birth is registered from a phone ${script ? 'with' : 'without'} script`, async (t) => {
      const citizen = await aVisitor(t, { script });
      const { page } = citizen;

      await citizen.go('/');
      await citizen.look('home');
      await page.locator('main input[name="q"]').fill('dang ki khai xinh');
      await page.locator('main input[name="q"]').press('Enter');
      await page.waitForURL(/thu-tuc\?/);
      await citizen.look('search-misspelt');
      await page.locator('main a[href^="/thu-tuc/1.001193"]').first().click();
      await citizen.look('procedure');
      assert.match(await citizen.heading(), /đăng ký khai sinh/i);

      await beginBirth(citizen, 'vneid');
      await fillBirth(citizen);
      await uploadPapers(citizen);
      await chooseCentre(citizen, far.name);
      const filed = await submitAndRead(citizen);

      await citizen.context.clearCookies();
      await citizen.go('/tra-cuu');
      await citizen.look('look-up');
      await fillIn(page, { ma: filed.code, 'bi-mat': filed.secret });
      await goOn(page);
      await citizen.look('tracked-submitted');
      assert.match(await page.locator('main').innerText(), new RegExp(filed.code));

      const farDesk = await anOfficer(t, 'farDesk');
      await farDesk.look('office-landing');
      await act(farDesk, filed.code, 'Tiếp nhận');
      const specialist = await anOfficer(t, 'specialist');
      await openDossier(specialist, filed.code);
      console.log(await problemsOn(specialist));
    });
};
