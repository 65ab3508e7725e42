import assert from 'node:assert/strict';
import { test } from 'node:test';
import { home, mother } from './support/answers.ts';
import { fileCopy } from './support/filing.ts';
import { fillIn } from './support/fill.ts';
import { act, anOfficer, openDossier, pressAct } from './support/office.ts';
import { signInAsCitizen } from './support/sign-in.ts';
import { aVisitor } from './support/visitor.ts';

/** Two officers on one dossier: they see each other, one wins, nobody's text is lost. */
export const togetherStories = (): void => {
  test('two officers on one dossier see each other; the second keeps every word', async (t) => {
    const citizen = await aVisitor(t);
    await signInAsCitizen(citizen, mother);
    const { code } = await fileCopy(citizen, 'signed-in', home.name);
    const first = await anOfficer(t, 'homeDesk');
    const second = await anOfficer(t, 'homeDesk2');
    second.expectTrouble(/status of 409/);

    await openDossier(first, code);
    await openDossier(second, code);
    const here = second.page.locator('[data-presence-url]');
    await here.filter({ hasText: /cũng đang mở hồ sơ này/ }).waitFor();

    await pressAct(second, 'Từ chối tiếp nhận');
    await fillIn(second.page, { 'ly-do': 'Sổ gốc của năm đó do huyện cũ giữ.' });
    await act(first, code, 'Tiếp nhận');
    await second.page.locator('#lam').click();
    await second.look('office-changed-meanwhile');
    assert.match(await second.page.locator('main').innerText(), /vừa thay đổi khi bạn đang viết/);
    assert.equal(
      await second.page.locator('[name="ly-do"]').inputValue(),
      'Sổ gốc của năm đó do huyện cũ giữ.',
    );
  });
};
