import assert from 'node:assert/strict';
import { press } from './fill.ts';
import type { Visitor } from './visitor.ts';

/** On the page of the provider of remote signing: with a wrong PIN first where that is asked, and back with the right one. */
export async function agreeThere({ page, product }: Visitor, { wrongFirst = false } = {}): Promise<void> {
  await page.getByRole('heading', { name: 'Đồng ý ký số?' }).waitFor();
  assert.notEqual(new URL(page.url()).origin, product.origin);
  if (wrongFirst) {
    await page.locator('#pin').fill('000000');
    await page.getByRole('button', { name: 'Đồng ý ký' }).click();
    await page.locator('#pin-loi').waitFor();
  }
  await page.locator('#pin').fill('123456');
  await page.getByRole('button', { name: 'Đồng ý ký' }).click();
  await page.waitForURL((url) => url.origin === product.origin);
}

/** An officer says that the provider keeps their key: from now on they agree there to whatever they sign. */
export async function keepsKeyElsewhere(officer: Visitor): Promise<void> {
  const { page } = officer;
  await officer.go('/mot-cua/chu-ky');
  await officer.look('own-key');
  await press(page.getByRole('button', { name: 'Dùng khóa của tôi ở đây' }));
  await page.locator('main').getByText('Từ nay bạn ký bằng khóa này').waitFor();
  await officer.look('own-key-elsewhere');
}
