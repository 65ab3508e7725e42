import assert from 'node:assert/strict';
import { type Answers, copyOfBook, mother } from './answers.ts';
import { fillIn, goOn, press } from './fill.ts';
import { aPhoto } from './photo.ts';
import { chooseAtVneid, type Person } from './sign-in.ts';
import type { Visitor } from './visitor.ts';

const at = (visitor: Visitor): string => new URL(visitor.page.url()).pathname;
const part = (visitor: Visitor): string => at(visitor).split('/').at(-1) ?? '';

export const birthCode = '1.001193';
export const copyCode = '2.000908';
type How = 'vneid' | 'vneid-away' | 'guest' | 'signed-in';

/** From the page of the procedure to the first page of the form. */
export async function begin(visitor: Visitor, code: string, how: How, who = mother): Promise<void> {
  const { page } = visitor;
  await visitor.go(`/nop-ho-so/bat-dau/${code}`);
  await visitor.look('start');
  await goOn(page);
  if (part(visitor) === 'dieu-kien') {
    await visitor.look('eligibility');
    await fillIn(page, { 'nguoi-di-dang-ky': 'yes', 'trong-60-ngay': 'yes', 'da-khai-sinh': 'no' });
    await goOn(page);
  }
  if (how !== 'signed-in') {
    await visitor.look('identity');
    await identify(visitor, how, who);
  }
  assert.match(at(visitor), /cho-ai/);
  await visitor.look(how === 'guest' || how === 'vneid-away' ? 'for-whom-guest' : 'for-whom');
  await fillIn(page, { ai: 'self' });
  await goOn(page);
}

async function identify(visitor: Visitor, how: Exclude<How, 'signed-in'>, who: Person): Promise<void> {
  const { page } = visitor;
  if (how === 'vneid-away') return tryVneidThenGoOn(visitor);
  if (how === 'vneid') {
    await visitor.product.whileVneidIsUp(async () => {
      await page.locator('main a[href*="/dang-nhap"]').first().click();
      await chooseAtVneid(visitor, who);
    });
  } else await press(page.getByRole('button', { name: 'Xác minh danh tính sau' }));
}

/** The sign-in is tried, the page stays ours, and offers to go on with the identity pending. */
async function tryVneidThenGoOn(visitor: Visitor): Promise<void> {
  const { page, product } = visitor;
  await page.locator('main a[href*="/dang-nhap"]').first().click();
  assert.equal(new URL(page.url()).origin, product.origin, 'nobody is led to a provider that is away');
  await visitor.look('sign-in-away');
  assert.equal(await visitor.heading(), 'VNeID đang chậm hoặc tạm ngừng');
  assert.match(await page.locator('main').innerText(), /bản nháp của bạn vẫn còn nguyên/);
  await press(page.getByRole('button', { name: 'Tiếp tục, xác minh sau' }));
}

/** A page that is sent empty first, to see what it says. */
const emptySent = 'tre';

/** Page by page until the papers are asked for. */
export async function fillForm(visitor: Visitor, answers: Answers, extra: Answers = {}): Promise<void> {
  const { page } = visitor;
  for (let count = 0; /\/trang\//.test(at(visitor)); count++) {
    assert.ok(count < 30, `${page.url()} is never left`);
    const name = part(visitor);
    await visitor.look(`page-${name}`);
    if (name === emptySent) {
      await goOn(page);
      // Told by the page itself, or by the one that comes back.
      await page.locator('main .mc-summary-error').waitFor();
      await visitor.look(`page-${name}-error`);
      assert.match(await page.title(), /^Lỗi: /);
    }
    await fillIn(page, { ...answers[name], ...extra[name] });
    await goOn(page);
  }
  assert.equal(part(visitor), 'giay-to', await errorsOn(visitor));
}

export const errorsOn = async ({ page }: Visitor): Promise<string> =>
  `${page.url()} ${(await page.locator('.mc-summary-error, [role=alert]').allInnerTexts()).join(' ')}`;

/** One photo for each paper that is asked for. */
export async function uploadPapers(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.look('documents');
  const wanted = await page
    .locator('main a[href*="/giay-to/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  for (const href of new Set(wanted)) {
    await visitor.go(href);
    await visitor.look('document');
    await page.setInputFiles('input[name="tep"]', aPhoto());
    await page.getByRole('button', { name: 'Tải lên' }).click();
    await page.getByText('Đã nhận 1 tệp.').waitFor();
    await visitor.look('document-received');
    await page.getByRole('link', { name: 'Xong giấy này' }).click();
    // Else the way back may overtake the way to the next paper.
    await page.waitForURL(/\/giay-to(\?.*)?$/);
  }
  await goOn(page);
}

/** A centre far from home, and the result on the telephone. */
export async function chooseCentre(visitor: Visitor, name: string, way = 'electronic'): Promise<void> {
  const { page } = visitor;
  assert.equal(part(visitor), 'noi-nhan', await errorsOn(visitor));
  await visitor.look('centre');
  await page.locator('input[name="tim"]').fill(name);
  await page.getByRole('button', { name: 'Tìm', exact: true }).first().click();
  await page
    .locator('label')
    .filter({ hasText: new RegExp(`Trung tâm.*${name}`) })
    .first()
    .click();
  await visitor.look('centre-found');
  await goOn(page);
  await chooseDelivery(visitor, way);
}

/** How the result comes, and the telephone. */
export async function chooseDelivery(visitor: Visitor, way: string): Promise<void> {
  const { page } = visitor;
  await visitor.look('delivery');
  for (let count = 0; part(visitor) === 'nhan-ket-qua'; count++) {
    assert.ok(count < 4, await errorsOn(visitor));
    await fillIn(page, { cach: way, dienThoai: '0912345678' });
    await goOn(page);
  }
}

export interface Filed {
  readonly code: string;
  readonly secret: string;
}

/** @param agency the identifier with which the codes of the place begin. */
export async function submitAndRead(visitor: Visitor, says: RegExp, agency = 'H01'): Promise<Filed> {
  const { page } = visitor;
  assert.equal(part(visitor), 'kiem-tra', await errorsOn(visitor));
  await visitor.look('check');
  assert.match(await page.locator('main').innerText(), says);
  await goOn(page);
  await page.getByRole('heading', { level: 1, name: 'Đã nộp hồ sơ' }).waitFor();
  await visitor.look('done');
  const codes = await page.locator('main .mc-code').allInnerTexts();
  const [code = '', secret = ''] = codes;
  assert.match(code, new RegExp(`^${agency}\\.[\\d.]+-\\d{6}-\\d{4}$`));
  assert.ok(await page.locator('main svg').count(), 'a QR code is drawn');
  return { code, secret: secret.replace(/\s/g, '') };
}

/** The short form from end to end, for journeys that begin where this one ends. */
export async function fileCopy(visitor: Visitor, how: How, centre: string): Promise<Filed> {
  await begin(visitor, copyCode, how);
  await fillForm(visitor, copyOfBook);
  await goOn(visitor.page);
  await chooseCentre(visitor, centre, 'counter');
  return submitAndRead(visitor, /Bằng tốt nghiệp/);
}
