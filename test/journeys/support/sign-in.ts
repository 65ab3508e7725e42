import type { Visitor } from './visitor.ts';

/** Chooses the person on the page of the simulated VNeID, which stands open; ends where the sign-in was begun. */
export async function chooseAtVneid({ page, product }: Visitor, subject: string): Promise<void> {
  await page.locator(`button[name="subject"][value="${subject}"]`).click();
  await page.waitForURL((url) => url.origin === product.origin);
}

export async function signInAsCitizen(visitor: Visitor, subject: string, to = '/cua-toi'): Promise<void> {
  await visitor.go(`/dang-nhap?ve=${encodeURIComponent(to)}`);
  await visitor.page.getByRole('link', { name: 'Đăng nhập bằng VNeID' }).click();
  await chooseAtVneid(visitor, subject);
}

/** By name, then the six digits that the simulated telephone shows. */
export async function signInAsOfficer(visitor: Visitor, subject: string, to = '/mot-cua'): Promise<void> {
  const { page, product } = visitor;
  await visitor.go(`/mot-cua/dang-nhap/tinh?ve=${encodeURIComponent(to)}`);
  await page.locator(`button[name="subject"][value="${subject}"]`).click();
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await page.waitForURL((url) => url.origin === product.origin);
}
