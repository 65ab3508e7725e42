import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { agreeThere } from './agree.ts';
import { fillIn, press, type Typed } from './fill.ts';
import type { SampleOfProduct } from './product.ts';
import { type Person, signInAsOfficer } from './sign-in.ts';
import { aVisitor, type Visitor } from './visitor.ts';

/** Seats of the sample; found on the simulator's page by their unit. */
interface Seat extends Person {
  readonly sample: SampleOfProduct;
}
const seat = (unit: string, name: string, number: number, sample: SampleOfProduct = 'province'): Seat => ({
  subject: `cb-${unit}-${number}`,
  name,
  sample,
});
const departmentSeat = (number: number) =>
  seat('cuc-chan-nuoi-thu-y', 'Cục Chăn nuôi và Thú y', number, 'ministry');
export const officers = {
  farDesk: seat('tthcc-phuong-long-xuyen', 'TTHCC phường Long Xuyên', 2),
  farFees: seat('tthcc-phuong-long-xuyen', 'TTHCC phường Long Xuyên', 4),
  farResults: seat('tthcc-phuong-long-xuyen', 'TTHCC phường Long Xuyên', 5),
  homeDesk: seat('tthcc-xa-nui-cam', 'TTHCC xã Núi Cấm', 2),
  homeDesk2: seat('tthcc-xa-nui-cam', 'TTHCC xã Núi Cấm', 3),
  specialist: seat('ubnd-xa-nui-cam', 'UBND xã Núi Cấm', 4),
  leader: seat('ubnd-xa-nui-cam', 'UBND xã Núi Cấm', 1),
  deputy: seat('ubnd-xa-nui-cam', 'UBND xã Núi Cấm', 2),
  clerk: seat('ubnd-xa-nui-cam', 'UBND xã Núi Cấm', 6),
  accountant: seat('ubnd-xa-nui-cam', 'UBND xã Núi Cấm', 7),
  head: seat('ubnd-xa-nui-cam', 'UBND xã Núi Cấm', 3),
  drafter: seat('ubnd-tinh', 'UBND tỉnh An Giang', 9),
  approver: seat('ubnd-tinh', 'UBND tỉnh An Giang', 8),
  ministryDesk: seat('mot-cua-bo', 'Bộ phận Một cửa', 2, 'ministry'),
  departmentSpecialist: departmentSeat(4),
  departmentHead: departmentSeat(3),
  departmentLeader: departmentSeat(1),
  departmentClerk: departmentSeat(6),
} as const;

export async function anOfficer(
  t: TestContext,
  who: keyof typeof officers,
  { to, ...options }: { readonly script?: boolean; readonly to?: string } = {},
): Promise<Visitor> {
  const { sample, ...seat }: Seat = officers[who];
  const officer = await aVisitor(t, { desk: true, sample, ...options });
  await signInAsOfficer(officer, seat, to);
  return officer;
}

export const openDossier = (officer: Visitor, code: string): Promise<void> =>
  officer.go(`/mot-cua/ho-so/${code}`);

interface How {
  /** Their key is kept by a provider: they agree on its page. */
  readonly agrees?: boolean;
}

/** Opens the dossier, presses the act's button, fills its form and does it. */
export async function act(
  officer: Visitor,
  code: string,
  name: string,
  typed: Typed = {},
  { agrees = false }: How = {},
): Promise<void> {
  const { page } = officer;
  await openDossier(officer, code);
  await officer.look(`office-dossier-before-${name}`);
  await pressAct(officer, name);
  if (!new URL(page.url()).searchParams.has('xong')) {
    await officer.look(`office-${name}`);
    await fillIn(page, typed);
    await press(page.locator('#lam'));
  }
  if (agrees) await agreeThere(officer);
  assert.match(page.url(), /xong=/, await problemsOn(officer));
}

/** Its button or link on the dossier's page. */
export const pressAct = ({ page }: Visitor, name: string): Promise<void> =>
  press(
    page
      .locator('main')
      .locator('a.mc-button, button.mc-button')
      .filter({ hasText: new RegExp(`^\\s*${name}`) })
      .first(),
  );

export const problemsOn = async ({ page }: Visitor): Promise<string> =>
  `${page.url()}: ${(await page.locator('main').innerText()).slice(0, 1500)}`;

/** Ticks these among the work of the officer, and does one act on all of them. */
export async function actOnTicked(
  officer: Visitor,
  codes: readonly string[],
  name: string,
  { agrees = false }: How = {},
): Promise<void> {
  const { page } = officer;
  await officer.go('/mot-cua/viec/dang-xu-ly');
  for (const code of codes) await page.locator(`input[name="ma"][value="${code}"]`).check({ force: true });
  await officer.look('office-ticked');
  await press(page.locator('#hang-loat button').filter({ hasText: name }));
  if (agrees) await agreeThere(officer);
  await officer.look('office-ticked-done');
  assert.match(
    await page.locator('h1').innerText(),
    new RegExp(`${codes.length} trên ${codes.length} hồ sơ`),
  );
  for (const code of codes)
    assert.match(
      await page.locator('#ket-qua tbody tr').filter({ hasText: code }).innerText(),
      /Xong/,
      await problemsOn(officer),
    );
}
