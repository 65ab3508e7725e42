import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { lookInto } from '#platform/credentials';
import { fillIn, press } from './fill.ts';
import type { Visitor } from './visitor.ts';

/** From "My papers" into the trial wallet, and out of it to a bank that is shown the name and the number, no more. */
export async function intoTheWallet(citizen: Visitor, code: string): Promise<void> {
  const { page } = citizen;
  await citizen.go('/cua-toi/giay-to');
  const card = page.locator('main section').filter({ has: page.locator(`a[href*="${code}"]`) });
  await press(card.getByRole('link', { name: /Đưa vào ví/ }));
  await citizen.look('wallet-ask');
  await press(page.getByRole('button', { name: 'Tạo lời mời cho ví' }));
  await citizen.look('wallet-offer');
  const offer = page.url();
  const number = await page.locator('figcaption .mc-code').innerText();
  await press(page.getByRole('link', { name: 'Mở ví dùng thử' }));
  await fillIn(page, { ma: number });
  await press(page.getByRole('button', { name: 'Nhận vào ví' }));
  assert.match(page.url(), /\/giay\//, await page.locator('main').innerText());
  for (const name of ['owner_name', 'document_number']) await page.locator(`input[value="${name}"]`).check();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải tệp xuất trình' }).click(),
  ]);
  const shown = await lookInto(await readFile(await file.path(), 'utf8'));
  assert.ok(shown.ok);
  assert.deepEqual(Object.keys(shown.value.claims).toSorted(), [
    'document_kind',
    'document_number',
    'issuing_authority',
    'owner_name',
  ]);
  await page.goto(offer);
  await citizen.look('wallet-taken');
  assert.match(await page.locator('main').innerText(), /Ví đã nhận giấy này/);
}
