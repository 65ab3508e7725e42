import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Page } from 'playwright-core';
import { localDate, systemClock } from '#kernel/time';
import { home, mother } from './support/answers.ts';
import { fileCopy } from './support/filing.ts';
import { fillIn, press } from './support/fill.ts';
import { act, anOfficer } from './support/office.ts';
import { signInAsCitizen } from './support/sign-in.ts';
import { aVisitor, type Visitor } from './support/visitor.ts';

const main = (page: Page): Promise<string> => page.locator('main').innerText();

/** Out to the platform: our page goes on by itself, also without script. */
async function toPlatform({ page, product }: Visitor, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.waitForURL((url) => url.origin !== product.origin);
}

/** A button of the platform that leads back, up to our page with that sentence on it: at once, or after it looked again. */
async function backBy({ page, product }: Visitor, name: string, says: RegExp): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.waitForURL((url) => url.origin === product.origin);
  await page.locator('main').getByText(says).first().waitFor();
}

/** A dossier that waits for money, at the side of its owner. */
async function owing(t: TestContext, citizen: Visitor, script: boolean): Promise<string> {
  await signInAsCitizen(citizen, mother);
  const { code } = await fileCopy(citizen, 'signed-in', home.name);
  const desk = await anOfficer(t, 'homeDesk', { script });
  await act(desk, code, 'Tiếp nhận');
  const specialist = await anOfficer(t, 'specialist', { script });
  await act(specialist, code, 'Nhận bàn giao');
  await act(specialist, code, 'Yêu cầu nộp phí', {
    loai: 'phi',
    ten: 'Phí khai thác hồ sơ lưu trữ',
    'so-tien': '30.000',
    'ly-do': 'Cần tra cứu ở kho lưu trữ tỉnh.',
  });
  return code;
}

/** The money is there when the books know; the dossier hears of it a moment later. */
async function readsSoon({ page, go }: Visitor, path: string, says: RegExp): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    await go(path);
    if (says.test(await main(page))) return;
    await page.waitForTimeout(500);
  }
  assert.match(await main(page), says);
}

interface Stage {
  readonly t: TestContext;
  readonly citizen: Visitor;
  readonly code: string;
  readonly script: boolean;
}

/** Begun, cancelled, begun again, and paid by somebody else who has nothing but the code. @returns the payment code. */
async function paidByAFriend({ t, citizen, code, script }: Stage): Promise<string> {
  const { page } = citizen;
  const mine = `/cua-toi/ho-so/${code}`;
  await citizen.go(mine);
  await citizen.look('my-dossier-fee');
  await press(page.getByRole('link', { name: 'Trả phí, lệ phí' }));
  const path = new URL(page.url()).pathname;
  assert.match(path, /^\/thanh-toan\/[0-9A-Z]{12}$/);
  for (const fold of await page.locator('main summary').all()) await fold.click();
  await citizen.look('payment');
  assert.match(await main(page), /30\.000/);

  // Begun, and looked at again from our side while the platform waits.
  await toPlatform(citizen, /^Trả .* trực tuyến/);
  await citizen.look('platform');
  await citizen.go(path);
  await citizen.look('payment-checking');
  assert.doesNotMatch(await main(page), /trực tuyến\n.*Qua /, 'nothing can be begun twice');
  await page.getByRole('button', { name: 'Hủy lần trả này' }).click();
  await page.getByText('Trang của cổng vẫn còn mở').waitFor();
  await citizen.look('payment-not-cancelled');
  await page.getByRole('link', { name: 'Mở trang của cổng để hủy' }).click();
  await page.getByRole('button', { name: 'Hủy giao dịch' }).waitFor();
  await backBy(citizen, 'Hủy giao dịch', /Bạn trả lại được ngay/);
  await citizen.look('payment-cancelled');

  // Another person, by nothing but the code.
  const friend = await aVisitor(t, { script });
  await friend.go('/thanh-toan');
  await friend.look('payment-code');
  await friend.page.locator('input[name="ma"]').fill('7K3Q-9ZPM-2C4F');
  await press(friend.page.getByRole('button', { name: 'Xem khoản phải nộp' }));
  await friend.look('payment-code-error');
  await friend.page.locator('input[name="ma"]').fill(path.split('/').at(-1)?.toLowerCase() ?? '');
  await press(friend.page.getByRole('button', { name: 'Xem khoản phải nộp' }));
  assert.equal(new URL(friend.page.url()).pathname, path);
  assert.doesNotMatch(await main(friend.page), new RegExp(mother.name), 'the name is shortened');
  await toPlatform(friend, /^Trả .* trực tuyến/);
  await backBy(friend, 'Thanh toán', /Đã nộp đủ/);
  await friend.look('payment-settled');
  assert.match(await main(friend.page), /AA-\d\dE \d{7}/);

  await readsSoon(citizen, mine, /đã nộp \d\d\/\d\d\/\d{4}/);
  await citizen.look('my-dossier-paid');
  assert.doesNotMatch(await main(page), /Trả phí, lệ phí/);
  await citizen.go('/cua-toi/giay-to');
  await citizen.look('my-receipts');
  assert.match(await main(page), new RegExp(code));
  return path.split('/').at(-1) ?? '';
}

/** Another fee comes up, and is paid in cash at a counter that has nothing to do with the dossier, by the code alone. */
async function paidFarAway({ t, citizen, code, script }: Stage, payment: string): Promise<void> {
  const specialist = await anOfficer(t, 'specialist', { script });
  await act(specialist, code, 'Yêu cầu nộp phí', {
    loai: 'le-phi',
    ten: 'Lệ phí cấp thêm bản sao',
    'so-tien': '16.000',
    'ly-do': 'Người nộp xin thêm hai bản.',
  });
  const desk = await anOfficer(t, 'farFees', { script, to: '/mot-cua/thu-phi' });
  await desk.look('till');
  await desk.page.locator('input[name="ma"]').fill(`mc${payment.toLowerCase()}`);
  await press(desk.page.getByRole('button', { name: 'Tìm khoản phải nộp' }));
  await desk.look('till-bill');
  assert.match(await main(desk.page), /16\.000/);
  await press(desk.page.getByRole('button', { name: 'Thu tiền, cấp biên lai' }));
  await desk.look('till-receipt');
  assert.match(await main(desk.page), /AB-\d\dE \d{7}/);
  await desk.go(`/mot-cua/thu-phi/${payment}`);
  assert.match(await main(desk.page), /Không còn khoản nào để thu/);
  await desk.go('/mot-cua/thu-phi?ma=ABC');
  await desk.look('till-error');
  await desk.go('/mot-cua/thu-phi/ca');
  await desk.look('till-shifts');
  await press(desk.page.locator('#ca-thu a').first());
  await desk.look('till-shift');
  await press(desk.page.getByRole('button', { name: 'Đóng ca' }));
  await desk.look('till-shift-error');
  await citizen.go('/cua-toi/giay-to');
  assert.match(await main(citizen.page), /phường Long Xuyên/);
  await readsSoon(citizen, `/cua-toi/ho-so/${code}`, /AB-\d\dE/);
}

/** What an accountant reads, once with something wrong in it. */
const booksOfAccountant = [
  ['books-day', '/mot-cua/so-sach'],
  ['books-day-error', '/mot-cua/so-sach?ngay-day=31&ngay-month=02&ngay-year=2026'],
  ['books-collections', '/mot-cua/so-sach/thu'],
  ['books-entries', '/mot-cua/so-sach/thu/but-toan'],
  ['books-remittance', '/mot-cua/so-sach/chuyen-nop'],
  ['books-accounts', '/mot-cua/so-sach/tai-khoan'],
  ['matching', '/mot-cua/doi-soat'],
  ['matching-work', '/mot-cua/doi-soat/viec'],
] as const;

/** Withdrawn after it was paid: the money is proposed back, named an account, approved by one and paid out by another. */
async function givenBack({ t, citizen, code, script }: Stage): Promise<void> {
  const { page } = citizen;
  const mine = `/cua-toi/ho-so/${code}`;
  await citizen.go(`${mine}/rut`);
  await fillIn(page, { 'ly-do': 'Tôi không cần nữa.' });
  await press(page.getByRole('button', { name: 'Rút hồ sơ' }));
  const specialist = await anOfficer(t, 'specialist', { script });
  await act(specialist, code, 'Đồng ý cho rút');

  const refunds = `/cua-toi/hoan-phi/${code}`;
  await readsSoon(citizen, refunds, /Nhận lại 46\.000/);
  await citizen.look('refund-proposed');
  await page.locator('select[name="ngan-hang"]').selectOption({ index: 1 });
  await page.locator('input[name="so-tai-khoan"]').fill('6600205001234');
  await press(page.getByRole('button', { name: 'Lưu tài khoản' }));
  assert.match(await main(page), /Đã lưu tài khoản/);

  const leader = await anOfficer(t, 'leader', { script, to: '/mot-cua/so-sach/hoan-phi' });
  await leader.look('refunds');
  await press(
    leader.page.locator('tr', { hasText: code }).filter({ hasText: '30.000' }).getByRole('link').first(),
  );
  await leader.page.getByLabel('Chuyển khoản').check();
  await leader.look('refund');
  await press(leader.page.getByRole('button', { name: 'Duyệt hoàn' }));
  const path = new URL(leader.page.url()).pathname;

  const accountant = await anOfficer(t, 'accountant', { script, to: path });
  const [year = '', month = '', day = ''] = localDate(systemClock.now()).split('-');
  const order = { so: `UNC ${code}`, 'ngay-day': day, 'ngay-month': month, 'ngay-year': year };
  await fillIn(accountant.page, order);
  await press(accountant.page.getByRole('button', { name: 'Ghi đã chi' }));
  await accountant.look('refund-paid');
  assert.match(await main(accountant.page), /Đã ghi chi/);
  for (const [name, path] of booksOfAccountant) {
    await accountant.go(path);
    await accountant.look(name);
  }
  await readsSoon(citizen, mine, /đã hoàn lại/);
}

/** The money of one dossier: asked, paid online by somebody else, paid in cash far away, and given back after a withdrawal. */
export const payStories = (): void => {
  for (const script of [true, false])
    test(`fees are begun, cancelled, paid by others and far away, and given back, ${script ? 'with' : 'without'} script`, async (t) => {
      const citizen = await aVisitor(t, { script });
      const code = await owing(t, citizen, script);
      const stage = { t, citizen, code, script };
      const payment = await paidByAFriend(stage);
      await paidFarAway(stage, payment);
      await givenBack(stage);
    });
};
