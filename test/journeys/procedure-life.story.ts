import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type Answers, far, home } from './support/answers.ts';
import { begin, chooseCentre, fillForm, submitAndRead, uploadPapers } from './support/filing.ts';
import { act, anOfficer, problemsOn } from './support/office.ts';
import { downloaded, returnedByItself } from './support/returned.ts';
import { aVisitor, type Visitor } from './support/visitor.ts';

/** Re-registration of a death: received with the generic form until somebody makes its own. */
const code = '1.005461';
const answers: Answers = {
  'noi-giai-quyet': { noiGiaiQuyet: home.commune },
  'nguoi-nop': { nycSoDienThoai: '0912345678', nycDiaChi: ['91', home.commune, 'Ấp Thiên Tuế'] },
  'nguoi-duoc-dang-ky': { ndkHoTen: 'Vũ Văn Bảy', ndkNgaySinh: '02/03/1940' },
  'cam-doan': { camDoan: 'yes' },
};

/** Each error of lint leads to the place where it is mended; what a record leaves open is its English. */
async function mend(drafter: Visitor, draft: string): Promise<void> {
  const { page } = drafter;
  for (let round = 0; round < 60; round++) {
    await drafter.go(draft);
    const errors = page.locator('main tr').filter({ has: page.getByText('Lỗi', { exact: true }) });
    if ((await errors.count()) === 0) return;
    await errors.first().locator('a').last().click();
    await page.waitForURL((url) => url.pathname !== draft);
    const empty = page.locator('main form :is(input, textarea)[name$="-en"]');
    let filled = 0;
    for (const field of await empty.all())
      if ((await field.inputValue()) === '' && (await field.isVisible())) {
        await field.fill('In English');
        filled++;
      }
    assert.ok(filled > 0, `nothing can be mended at ${page.url()}`);
    await page.locator('main button[name="_lam"][value="luu"]').first().click();
    await page.waitForURL(/xong=1/);
  }
  assert.fail(`lint never ends: ${await problemsOn(drafter)}`);
}

/** From the national record to a published version, by two people. */
async function publish(t: TestContext): Promise<void> {
  const drafter = await anOfficer(t, 'drafter', { to: '/thiet-ke' });
  const { page } = drafter;
  await drafter.go(`/thiet-ke?q=${code}`);
  await drafter.look('designer-found');
  await page.locator('main button[name="_tu"][value="national"]').first().click();
  await page.waitForURL(/\/thiet-ke\/[0-9a-f-]{36}/);
  const draft = new URL(page.url()).pathname;
  await drafter.look('designer-overview-with-errors');
  await mend(drafter, draft);
  await drafter.look('designer-overview-clean');
  await drafter.go(`${draft}/trinh-duyet`);
  await drafter.look('designer-approval-to-send');
  await page.locator('main button[name="_lam"][value="trinh"]').click();
  await page.waitForURL(/xong=1/);

  const approver = await anOfficer(t, 'approver', { to: '/thiet-ke' });
  await approver.go(`${draft}/trinh-duyet`);
  await approver.look('designer-approval-to-approve');
  await approver.page.locator('main button[name="_lam"][value="duyet"]').click();
  await approver.page.waitForURL(/xong=1/);
  await approver.look('designer-approved');
}

async function fileIt(citizen: Visitor): Promise<string> {
  await begin(citizen, code, 'vneid');
  await fillForm(citizen, answers);
  await uploadPapers(citizen);
  await chooseCentre(citizen, far.name, 'electronic');
  const filed = await submitAndRead(citizen, /Vũ Văn Bảy/);
  return filed.code;
}

/** Received far away, appraised, checked, signed and issued in the commune. */
async function process(t: TestContext, dossier: string): Promise<void> {
  await act(await anOfficer(t, 'farDesk'), dossier, 'Tiếp nhận');
  const specialist = await anOfficer(t, 'specialist');
  await act(specialist, dossier, 'Nhận bàn giao');
  await act(specialist, dossier, 'Dự thảo kết quả', { 'quyet-dinh': 'granted' });
  await act(specialist, dossier, 'Chuyển bước tiếp');
  await act(await anOfficer(t, 'head'), dossier, 'Chuyển bước tiếp');
  await act(await anOfficer(t, 'leader'), dossier, 'Phê duyệt');
  await act(await anOfficer(t, 'clerk'), dossier, 'Cấp số và ban hành');
}

/** Show 1, second half: what two administrators made is filed minutes later, with and without script, up to its result. */
export const procedureLifeStories = (): void => {
  test('a procedure is made from its record, approved, filed, processed to its result', async (t) => {
    await publish(t);
    for (const script of [true, false])
      await t.test(`filed ${script ? 'with' : 'without'} script`, async (own) => {
        const citizen = await aVisitor(own, { script });
        const dossier = await fileIt(citizen);
        await process(own, dossier);
        await returnedByItself(citizen, dossier);
        await citizen.look('own-procedure-returned');
        assert.equal(await downloaded(citizen, dossier), '%PDF');
      });
  });
};
