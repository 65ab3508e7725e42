import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreeThere } from './support/agree.ts';
import { type Answers, home, mother } from './support/answers.ts';
import { begin, chooseCentre, fillForm, uploadPapers } from './support/filing.ts';
import { fillIn, press } from './support/fill.ts';
import { anOfficer, openDossier } from './support/office.ts';
import { signInAsCitizen } from './support/sign-in.ts';
import { aVisitor, type Visitor } from './support/visitor.ts';

/** Registering a marriage anew: both sign. */
const code = '1.004746';
const answers: Answers = {
  'noi-giai-quyet': { noiGiaiQuyet: home.commune },
  'nguoi-nop': { nycSoDienThoai: '0912345678', nycDiaChi: ['91', home.commune, 'Ấp Thiên Tuế'] },
  chong: { chongHoTen: 'Dương Văn Vinh', chongNgaySinh: '03/10/1986' },
  vo: { voHoTen: mother.name, voNgaySinh: '24/12/1988' },
  'dang-ky-cu': {
    noiDangKyCu: ['91', home.commune, 'Ấp Thiên Tuế'],
    ngayDangKyCu: '10/10/2012',
  },
  'cam-doan': { camDoan: 'yes' },
};
/** Her neighbour by number in the sample: the husband of the house. */
const husband = { subject: 'cd-0015', name: 'Dương Văn Vinh', number: '089086990015' };

const main = ({ page }: Visitor): Promise<string> => page.locator('main').innerText();

async function agree(visitor: Visitor, how: { readonly wrongFirst?: boolean } = {}): Promise<void> {
  await press(visitor.page.getByRole('button', { name: 'Ký số', exact: true }));
  await agreeThere(visitor, how);
}

/** Filled in, and up to the step of signing. */
async function upToSigning(citizen: Visitor): Promise<void> {
  await begin(citizen, code, 'vneid');
  await fillForm(citizen, answers);
  await uploadPapers(citizen);
  await chooseCentre(citizen, home.name, 'electronic');
  await citizen.look('sign-check');
  await press(citizen.page.getByRole('button', { name: 'Sang bước ký số' }));
  await citizen.look('sign');
}

/** Refused at the provider first, which loses nothing; then signed. */
async function signs(citizen: Visitor): Promise<void> {
  const { page, product } = citizen;
  await press(page.getByRole('button', { name: 'Ký số', exact: true }));
  await page.getByRole('button', { name: 'Từ chối' }).click();
  await page.waitForURL((url) => url.origin === product.origin);
  await citizen.look('sign-refused');
  assert.match(await main(citizen), /Bạn đã không đồng ý ký/);
  await agree(citizen, { wrongFirst: true });
  await citizen.look('sign-signed');
  assert.match(await main(citizen), /Đã nhận chữ ký của bạn/);
}

async function asks(
  citizen: Visitor,
  who: { readonly name: string; readonly number: string },
): Promise<void> {
  const { page } = citizen;
  await fillIn(page, { ten: who.name, so: '12' });
  await press(page.getByRole('button', { name: 'Mời cùng ký' }));
  await citizen.look('sign-invite-error');
  assert.equal(await page.locator('[name="ten"]').inputValue(), who.name);
  await fillIn(page, { so: who.number });
  await press(page.getByRole('button', { name: 'Mời cùng ký' }));
  await citizen.look('sign-invited');
}

async function coSigns(other: Visitor): Promise<void> {
  await other.go('/cua-toi');
  await other.look('my-dossiers-asked');
  await other.page.getByRole('link', { name: /Được mời cùng ký/ }).click();
  await other.look('asked-to-sign');
  await other.page.locator('main li a').first().click();
  await other.look('asked-one');
  assert.match(await main(other), /Vũ Thị Thùy/);
  await agree(other);
  await other.look('asked-signed');
  assert.match(await main(other), /Bạn đã ký/);
}

async function submitSigned({ page, look }: Visitor): Promise<string> {
  await press(page.getByRole('button', { name: 'Nộp hồ sơ' }));
  await page.getByRole('heading', { level: 1, name: 'Đã nộp hồ sơ' }).waitFor();
  await look('sign-done');
  return page.locator('main .mc-code').first().innerText();
}

/** Show 5: sign and submit, and co-sign, with keys that a provider keeps. */
export const signStories = (): void => {
  // One after the other: both are asked of the same husband, who signs what he finds first.
  test('two people sign what one of them files', async (both) => {
    for (const script of [true, false])
      await both.test(`${script ? 'with' : 'without'} script`, async (t) => {
        const citizen = await aVisitor(t, { script });
        const spouse = await aVisitor(t, { script });
        await upToSigning(citizen);
        await signs(citizen);
        await asks(citizen, husband);
        await signInAsCitizen(spouse, husband);
        await coSigns(spouse);
        await citizen.page.reload();
        await citizen.look('sign-complete');
        const filed = await submitSigned(citizen);
        const desk = await anOfficer(t, 'homeDesk', { script });
        await openDossier(desk, filed);
        await desk.look('office-dossier-signed');
        await press(desk.page.getByRole('link', { name: 'Tờ khai đã ký số' }));
        await desk.look('office-declaration');
        const said = await main(desk);
        for (const name of [mother.name, husband.name]) assert.ok(said.includes(name), said);
        assert.equal((said.match(/Chữ ký đúng/g) ?? []).length, 2);
      });
  });
};
