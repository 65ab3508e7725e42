import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { home, mother } from './support/answers.ts';
import { fileCopy } from './support/filing.ts';
import { fillIn, goOn, press } from './support/fill.ts';
import { act, anOfficer, openDossier } from './support/office.ts';
import { aPhoto } from './support/photo.ts';
import { signInAsCitizen } from './support/sign-in.ts';
import { aVisitor } from './support/visitor.ts';

const main = (page: Page): Promise<string> => page.locator('main').innerText();

/** After acceptance: papers asked with a reason each, and a withdrawal asked and taken back. */
export const supplementStories = (): void => {
  for (const script of [true, false])
    test(`papers are asked for and sent, a withdrawal is taken back, ${script ? 'with' : 'without'} script`, async (t) => {
      const citizen = await aVisitor(t, { script });
      const { page } = citizen;
      await signInAsCitizen(citizen, mother);
      const filed = await fileCopy(citizen, 'signed-in', home.name);
      const mine = `/cua-toi/ho-so/${filed.code}`;
      const desk = await anOfficer(t, 'homeDesk', { script });
      await act(desk, filed.code, 'Tiếp nhận');
      await citizen.go(mine);
      assert.match(await main(page), /Hẹn trả/);

      await citizen.go(`${mine}/rut`);
      await citizen.look('withdraw');
      await page.getByRole('button', { name: 'Rút hồ sơ' }).click();
      await citizen.look('withdraw-error');
      await fillIn(page, { 'ly-do': 'Tôi đã tìm thấy bản chính.' });
      await page.getByRole('button', { name: 'Rút hồ sơ' }).click();
      await citizen.look('my-dossier-withdrawal');
      await citizen.go(`${mine}/rut`);
      await citizen.look('take-back');
      await press(page.getByRole('button', { name: 'Không rút nữa' }));
      assert.doesNotMatch(await main(page), /đề nghị rút hồ sơ và đang chờ/i);

      const reason = 'Ảnh bị mờ, không đọc được số.';
      const specialist = await anOfficer(t, 'specialist', { script });
      await act(specialist, filed.code, 'Nhận bàn giao');
      await openDossier(specialist, filed.code);
      const before = await deadlineOn(specialist.page);
      await act(specialist, filed.code, 'Yêu cầu bổ sung', {
        giay: 'giay-khac',
        'ten-giay-khac': 'Ảnh bản chính',
        'ly-do-giay-khac': reason,
        'ly-do': 'Xin bổ sung ảnh rõ hơn.',
        'so-ngay': '5',
      });

      await citizen.go(mine);
      await citizen.look('my-dossier-supplement');
      await page.locator(`main a[href*="/bo-sung"]`).first().click();
      await citizen.look('supplement');
      assert.match(await main(page), new RegExp(reason));
      await goOn(page);
      await citizen.look('supplement-error');
      await page.setInputFiles('input[name="giay-0"]', aPhoto('anh-ro.png'));
      await goOn(page);
      await citizen.look('my-dossier-supplement-sent');

      await act(specialist, filed.code, 'Xác nhận đã đủ giấy tờ');
      await openDossier(specialist, filed.code);
      const after = await deadlineOn(specialist.page);
      assert.ok(after >= before, `the wait is added: ${before} → ${after}`);
      await citizen.go(mine);
      assert.match(await main(page), /Hẹn trả/);
    });
};

/** The promised time as the office reads it, `YYYY-MM-DD HH:MM`. */
async function deadlineOn(page: Page): Promise<string> {
  const [, time, day, month, year] =
    /Hẹn trả\s+(\d\d:\d\d), [^\d]*(\d\d)\/(\d\d)\/(\d{4})/.exec(await main(page)) ?? [];
  assert.ok(time, 'a time is promised');
  return `${year}-${month}-${day} ${time}`;
}
