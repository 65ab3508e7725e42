import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { fillIn, type Typed } from './fill.ts';
import { signInAsOfficer } from './sign-in.ts';
import { aVisitor, type Visitor } from './visitor.ts';

/** Seats of the sample; found on the simulator's page by their unit. */
const seat = (unit: string, name: string, number: number) => ({ subject: `cb-${unit}-${number}`, name });
export const officers = {
  farDesk: seat('tthcc-phuong-long-xuyen', 'TTHCC phường Long Xuyên', 2),
  farFees: seat('tthcc-phuong-long-xuyen', 'TTHCC phường Long Xuyên', 4),
  farResults: seat('tthcc-phuong-long-xuyen', 'TTHCC phường Long Xuyên', 5),
  homeDesk: seat('tthcc-xa-nui-cam', 'TTHCC xã Núi Cấm', 2),
  homeDesk2: seat('tthcc-xa-nui-cam', 'TTHCC xã Núi Cấm', 3),
  specialist: seat('ubnd-xa-nui-cam', 'UBND xã Núi Cấm', 4),
  leader: seat('ubnd-xa-nui-cam', 'UBND xã Núi Cấm', 1),
  clerk: seat('ubnd-xa-nui-cam', 'UBND xã Núi Cấm', 6),
  head: seat('ubnd-xa-nui-cam', 'UBND xã Núi Cấm', 3),
  drafter: seat('ubnd-tinh', 'UBND tỉnh An Giang', 9),
  approver: seat('ubnd-tinh', 'UBND tỉnh An Giang', 8),
} as const;

export async function anOfficer(
  t: TestContext,
  who: keyof typeof officers,
  { to, ...options }: { readonly script?: boolean; readonly to?: string } = {},
): Promise<Visitor> {
  const officer = await aVisitor(t, { desk: true, ...options });
  await signInAsOfficer(officer, officers[who], to);
  return officer;
}

export const openDossier = (officer: Visitor, code: string): Promise<void> =>
  officer.go(`/mot-cua/ho-so/${code}`);

/** Opens the dossier, presses the act's button, fills its form and does it. */
export async function act(officer: Visitor, code: string, name: string, typed: Typed = {}): Promise<void> {
  const { page } = officer;
  await openDossier(officer, code);
  await officer.look(`office-dossier-before-${name}`);
  await pressAct(officer, name);
  if (!new URL(page.url()).searchParams.has('xong')) {
    await officer.look(`office-${name}`);
    await fillIn(page, typed);
    await page.locator('#lam').click();
  }
  assert.match(page.url(), /xong=/, await problemsOn(officer));
}

/** Its button or link on the dossier's page. */
export const pressAct = ({ page }: Visitor, name: string): Promise<void> =>
  page
    .locator('main')
    .locator('a.mc-button, button.mc-button')
    .filter({ hasText: new RegExp(`^\\s*${name}`) })
    .first()
    .click();

export const problemsOn = async ({ page }: Visitor): Promise<string> =>
  `${page.url()}: ${(await page.locator('main').innerText()).slice(0, 1500)}`;
