import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { keepsKeyElsewhere } from './support/agree.ts';
import { type Answers, far, home, mother } from './support/answers.ts';
import { checkedAndRevoked } from './support/checked.ts';
import { beginFromRecord, does, follows, mend, sends, settle, typeInto } from './support/design.ts';
import { begin, chooseCentre, fillForm, submitAndRead, uploadPapers } from './support/filing.ts';
import { act, actOnTicked, anOfficer, problemsOn } from './support/office.ts';
import { downloaded, returnedByItself } from './support/returned.ts';
import { aVisitor, type Visitor } from './support/visitor.ts';
import { intoTheWallet } from './support/walleted.ts';

/** Re-registration of a birth: in the national list, and nobody has made its form yet. */
const code = '1.004884';
const parent = (id: string, name: string, born: string): Answers => ({
  [id]: { [`${id}HoTen`]: name, [`${id}NgaySinh`]: born, [`${id}QuocTich`]: 'VN', [`${id}DanToc`]: '01' },
});
const answers: Answers = {
  'noi-giai-quyet': { noiGiaiQuyet: home.commune },
  'nguoi-nop': { nycSoDienThoai: '0912345678', nycDiaChi: ['91', home.commune, 'Ấp Thiên Tuế'] },
  'nguoi-duoc-dang-ky': { ndkHoTen: mother.name, ndkGioiTinh: '2', ndkNgaySinh: '24/12/1988' },
  'noi-sinh': {
    ndkNoiSinh: 'Trạm y tế xã Núi Cấm',
    ndkQueQuan: ['91', home.commune, 'Ấp Thiên Tuế'],
    ndkQuocTich: 'VN',
    ndkDanToc: '01',
  },
  ...parent('me', 'Trần Thị Sáu', '02/03/1960'),
  ...parent('cha', 'Vũ Văn Bảy', '04/05/1958'),
  'da-dang-ky': {
    noiDangKyCu: 'Xã An Hảo, huyện Tịnh Biên',
    ngayDangKyCu: '02/01/1989',
    viSaoLamLai: 'Nhà bị ngập.',
  },
  'cam-doan': { camDoan: 'yes' },
};

/** One more question, typed where the cursor waits, and its English beside it. */
async function askMore({ page, go }: Visitor, draft: string): Promise<void> {
  await go(`${draft}/to-khai?cau=soDangKyCu`);
  await page.keyboard.press('n');
  await page.keyboard.type('Vì sao làm lại?');
  await sends(page, () => page.keyboard.press('Enter'));
  await page.keyboard.press('e');
  await typeInto(page, page.locator('main [name$="-en"]:visible').first(), 'Why is it registered again?');
  await sends(page, () => page.keyboard.press('Control+Enter'));
}

/** A receipt of its own, with the name from the form on it. */
async function ownReceipt(drafter: Visitor, draft: string): Promise<void> {
  const { page } = drafter;
  await drafter.go(`${draft}/mau`);
  await drafter.look('life-templates');
  await does(page, 'chep');
  assert.match(page.url(), /\/mau\/01\?xong=1/);
  await drafter.look('life-template');
  await typeInto(page, page.locator('[name="t.title"]'), 'Giấy hẹn đăng ký lại khai sinh');
  await sends(page, () => page.keyboard.press('Enter'));
  await drafter.go(`${draft}/mau/01/xem`);
  await drafter.look('life-template-look');
  await drafter.go(`${draft}/mau/message-accepted/xem`);
  await drafter.look('life-message-look');
}

/** Three people at once, each to the end; their run is kept as a check. */
async function tryOut(drafter: Visitor, draft: string): Promise<void> {
  const { page } = drafter;
  await drafter.go(`${draft}/chay-thu`);
  await drafter.look('life-tried');
  const ends = await page.locator('#cung-luc tbody tr').allInnerTexts();
  assert.equal(ends.length, 3);
  for (const end of ends) assert.match(end, /Đã trả kết quả/, await problemsOn(drafter));
  const receipt = await page.locator('a[href*="/chay-thu/giay/giay-tiep-nhan"]').getAttribute('href');
  const pdf = await drafter.context.request.get(`${drafter.product.origin}${receipt}`);
  assert.equal((await pdf.body()).subarray(0, 4).toString(), '%PDF');
  const screen = await page.locator('a[href*="/chay-thu/trang/"]').first().getAttribute('href');
  const tracking = page.locator('a[href*="/chay-thu/theo-doi/"]').nth(3);
  await follows(page, tracking);
  await drafter.look('life-tried-tracking');
  await drafter.go(screen ?? '');
  await drafter.look('life-tried-screen');
  await drafter.go(`${draft}/chay-thu`);
  await does(page, 'giu');
  assert.match(await page.locator('#phep-thu').innerText(), /kết thúc như cũ/);
}

/** Made, lint clean, tried and sent by one person, with the keyboard alone; approved by another. */
async function make(t: TestContext): Promise<void> {
  const drafter = await anOfficer(t, 'drafter', { to: '/thiet-ke' });
  const { page } = drafter;
  // The whole record is judged anew for each page of the overview, which a busy machine does slowly.
  drafter.context.setDefaultTimeout(30_000);
  await page.addInitScript(() => {
    addEventListener('pointerdown', () => console.error('a pointer was used'), true);
  });
  const draft = await beginFromRecord(drafter, code);
  await drafter.look('life-overview-begun');
  await askMore(drafter, draft);
  await settle(drafter, draft);
  await mend(drafter, draft);
  await drafter.look('life-overview-clean');
  await ownReceipt(drafter, draft);
  await tryOut(drafter, draft);
  await drafter.go(`${draft}/trinh-duyet`);
  await drafter.look('life-to-send');
  await does(page, 'trinh');
  assert.equal(await page.locator('button[name="_lam"][value="duyet"]').isDisabled(), true, 'not alone');

  const approver = await anOfficer(t, 'approver', { to: `${draft}/trinh-duyet` });
  approver.context.setDefaultTimeout(30_000);
  await approver.look('life-to-approve');
  await does(approver.page, 'duyet');
  await approver.look('life-approved');
  await approver.go(`/thiet-ke/thu-tuc/${code}`);
  await approver.look('life-versions');
}

async function fileIt(citizen: Visitor): Promise<string> {
  await citizen.go(`/thu-tuc/${code}`);
  await citizen.look('own-procedure');
  assert.match(await citizen.heading(), /đăng ký lại khai sinh/i);
  await begin(citizen, code, 'vneid');
  await fillForm(citizen, answers);
  await uploadPapers(citizen);
  await chooseCentre(citizen, far.name, 'electronic');
  const filed = await submitAndRead(citizen, /Vũ Văn Bảy/);
  return filed.code;
}

const desks = ['farDesk', 'specialist', 'head', 'leader'] as const;
type Staff = Readonly<Record<(typeof desks)[number], Visitor>>;

/** Received far away, appraised and checked in the commune. */
async function appraise({ farDesk, specialist, head }: Staff, dossier: string): Promise<void> {
  await act(farDesk, dossier, 'Tiếp nhận');
  await act(specialist, dossier, 'Nhận bàn giao');
  await act(specialist, dossier, 'Dự thảo kết quả', { 'quyet-dinh': 'granted' });
  await act(specialist, dossier, 'Chuyển bước tiếp');
  await act(head, dossier, 'Chuyển bước tiếp');
}

/** Show 1: from the national record to the result in the hands of who filed minutes later, with and without script. */
export const procedureLifeStories = (): void => {
  test(`procedure ${code} is made from its record by keyboard, tried out, approved, filed, processed to its result, which is signed with others by one consent, checked and revoked`, async (t) => {
    await make(t);
    const seated = await Promise.all(desks.map(async (desk) => [desk, await anOfficer(t, desk)] as const));
    const staff = Object.fromEntries(seated) as unknown as Staff;
    const filed: { readonly script: boolean; readonly citizen: Visitor; readonly dossier: string }[] = [];
    for (const script of [true, false])
      await t.test(`filed ${script ? 'with' : 'without'} script`, async () => {
        const citizen = await aVisitor(t, { script });
        const dossier = await fileIt(citizen);
        await appraise(staff, dossier);
        filed.push({ script, citizen, dossier });
      });
    await t.test(
      'signed by one consent, with a key that a provider keeps; numbered and sealed in one go, without script',
      async (own) => {
        const codes = filed.map(({ dossier }) => dossier);
        const deputy = await anOfficer(own, 'deputy');
        await keepsKeyElsewhere(deputy);
        await actOnTicked(deputy, codes, 'Ký duyệt', { agrees: true });
        await actOnTicked(await anOfficer(own, 'clerk', { script: false }), codes, 'Cấp số, đóng dấu');
      },
    );
    for (const { script, citizen, dossier } of filed)
      await t.test(
        `returned, taken into a wallet, checked and revoked ${script ? 'with' : 'without'} script`,
        async (own) => {
          await returnedByItself(citizen, dossier);
          await citizen.look('own-procedure-returned');
          assert.equal(await downloaded(citizen, dossier), '%PDF');
          const leader = script ? staff.leader : await anOfficer(own, 'leader', { script });
          await intoTheWallet(citizen, dossier);
          await checkedAndRevoked(own, { citizen, leader, code: dossier });
        },
      );
  });
};
