import assert from 'node:assert/strict';
import type { Visitor } from './visitor.ts';

/** An electronic result with nothing owed needs no desk: the worker hands it over. */
export async function returnedByItself(citizen: Visitor, code: string): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    await citizen.go(`/cua-toi/ho-so/${code}`);
    if (await citizen.page.locator('main a[href*="/giay/ket-qua"]').count()) return;
    await citizen.page.waitForTimeout(500);
  }
  assert.fail(`${code} is not returned`);
}

/** The first bytes of the result as the person downloads it. */
export async function downloaded(citizen: Visitor, code: string): Promise<string> {
  const address = `${citizen.product.origin}/cua-toi/ho-so/${code}/giay/ket-qua`;
  const pdf = await citizen.context.request.get(address);
  return (await pdf.body()).subarray(0, 4).toString();
}
