import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepsKeyElsewhere } from './support/agree.ts';
import { far, mother, newborn } from './support/answers.ts';
import { begin, birthCode, chooseCentre, fillForm, submitAndRead, uploadPapers } from './support/filing.ts';
import { fillIn, goOn } from './support/fill.ts';
import { act, anOfficer } from './support/office.ts';
import { downloaded, returnedByItself } from './support/returned.ts';
import { signInAsCitizen } from './support/sign-in.ts';
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

      await begin(citizen, birthCode, 'vneid');
      // Copies cost a fee, which has to be settled before the result is handed over.
      await fillForm(citizen, newborn, script ? {} : { 'noi-dang-ky': { capBanSao: 'no' } });
      await uploadPapers(citizen);
      await chooseCentre(citizen, far.name, script ? 'counter' : 'electronic');
      const filed = await submitAndRead(citizen, /Nguyễn Vũ An Nhiên/);

      await citizen.context.clearCookies();
      await citizen.go('/tra-cuu');
      await citizen.look('look-up');
      await fillIn(page, { ma: filed.code, 'bi-mat': 'AAAA2222' });
      await goOn(page);
      await citizen.look('look-up-error');
      assert.match(await page.title(), /^Lỗi: /);
      await fillIn(page, { ma: filed.code, 'bi-mat': filed.secret });
      await goOn(page);
      await citizen.look('tracked-submitted');
      assert.match(await page.locator('main').innerText(), new RegExp(filed.code));

      const farDesk = await anOfficer(t, 'farDesk');
      await farDesk.look('office-landing');
      await act(farDesk, filed.code, 'Tiếp nhận');
      const specialist = await anOfficer(t, 'specialist');
      await act(specialist, filed.code, 'Nhận bàn giao');
      await act(specialist, filed.code, 'Dự thảo kết quả', { 'quyet-dinh': 'granted' });

      await signInAsCitizen(citizen, mother, '/cua-toi');
      await citizen.look('my-dossiers-draft-waits');
      await page.locator(`main a[href*="${filed.code}/du-thao"]`).first().click();
      await citizen.look('draft-to-confirm');
      await fillIn(page, { 'y-kien': 'dung' });
      await goOn(page);
      await citizen.look('my-dossier-draft-confirmed');

      await act(specialist, filed.code, 'Chuyển bước tiếp');
      if (script) await act(await anOfficer(t, 'leader'), filed.code, 'Phê duyệt');
      else {
        const deputy = await anOfficer(t, 'deputy', { script });
        await keepsKeyElsewhere(deputy);
        await act(deputy, filed.code, 'Phê duyệt', {}, { agrees: true });
      }
      const clerk = await anOfficer(t, 'clerk');
      await act(clerk, filed.code, 'Cấp số và ban hành');

      if (script) {
        // Handed over at the far centre, once the copies are paid for.
        const farFees = await anOfficer(t, 'farFees');
        await act(farFees, filed.code, 'Thu phí', { 'bien-lai': 'BL-0001' });
        const farResults = await anOfficer(t, 'farResults');
        await act(farResults, filed.code, 'Nhận bàn giao');
        await act(farResults, filed.code, 'Trả kết quả');
      } else await returnedByItself(citizen, filed.code);

      await citizen.go(`/cua-toi/ho-so/${filed.code}`);
      await citizen.look('my-dossier-returned');
      assert.equal(await downloaded(citizen, filed.code), '%PDF');
      await citizen.go('/cua-toi/giay-to');
      await citizen.look('my-papers');
      await citizen.go(`/cua-toi/ho-so/${filed.code}`);
      await page
        .getByRole('link', { name: /đánh giá/i })
        .first()
        .click();
      await citizen.look('rating');
      await goOn(page);
      await citizen.look('rating-error');
      await fillIn(page, { sao: '5', attitude: 'good', time: 'good', clarity: 'good' });
      await goOn(page);
      await citizen.look('rated');
    });
};
