import type { Page } from 'playwright-core';
import type { Visitor } from './visitor.ts';

/** Somebody of the sample, citizen or officer. */
export interface Person {
  readonly subject: string;
  readonly name: string;
}

/** Chooses the person on the page of the simulated VNeID, which stands open; ends where the sign-in was begun. */
export async function chooseAtVneid({ page, product }: Visitor, who: Person): Promise<void> {
  await choose(page, who);
  await page.waitForURL((url) => url.origin === product.origin);
}

/** The page shows the first few of the town: one looks for the name. */
async function choose(page: Page, { subject, name }: Person): Promise<void> {
  await page.locator('input[name="q"]').fill(name);
  await page.getByRole('button', { name: 'Tìm' }).click();
  await page.locator(`button[name="subject"][value="${subject}"]`).click();
}

export const signInAsCitizen = (visitor: Visitor, who: Person, to = '/cua-toi'): Promise<void> =>
  visitor.product.whileVneidIsUp(async () => {
    await visitor.go(`/dang-nhap?ve=${encodeURIComponent(to)}`);
    await visitor.look('sign-in');
    await visitor.page.getByRole('link', { name: 'Đăng nhập bằng VNeID' }).click();
    await chooseAtVneid(visitor, who);
  });

/** By name, then the six digits that the simulated telephone shows. */
export async function signInAsOfficer(visitor: Visitor, who: Person, to = '/mot-cua'): Promise<void> {
  const { page, product } = visitor;
  await visitor.go(`/mot-cua/dang-nhap/tinh?ve=${encodeURIComponent(to)}`);
  await choose(page, who);
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await page.waitForURL((url) => url.origin === product.origin);
}
