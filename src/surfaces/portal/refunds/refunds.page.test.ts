import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aHouse, type Visit } from '#test/pages';
import { portalRoutes } from '../index.ts';
import { anOwing, type Owing } from '../payment/testing/owing.ts';
import { refundsHome, refundsHref } from './paths.ts';

const account = { 'ngan-hang': '970405', 'so-tai-khoan': '6600205001234', 'chu-tai-khoan': 'Nguyễn Thị Lan' };
const primaries = ({ text }: Visit): number => text.match(/mc-button--primary/g)?.length ?? 0;

/** Every error leads to something that stands on the page. */
function assertLeads(page: Visit): void {
  const [, target] = /mc-summary-error[\s\S]*?href="#([^"]+)"/.exec(page.text) ?? [];
  assert.ok(target, 'the error is a link');
  assert.ok(page.text.includes(` id="${target}"`), `#${target} is on the page`);
}

test('the pages of refunds', async (t) => {
  const house = await aHouse({ routes: portalRoutes });
  const own = (path: string) => house.visit('GET', path, { as: 'citizen1' });
  const send = (path: string, form: Record<string, string>) =>
    house.visit('POST', path, { as: 'citizen1', form });
  const paid = async (): Promise<Owing & { readonly mine: string; readonly charges: readonly string[] }> => {
    const owing = await anOwing(house);
    await house.act(owing.filed, 'take-fee', { fees: ['phi-1', 'le-phi-1'] }, 'officer:fee-desk@centreA');
    const mine = refundsHref(owing.filed.code);
    const { text } = await own(mine);
    const charges = [...text.matchAll(/name="khoan" value="([^"]+)"/g)].map(([, id = '']) => id);
    return { ...owing, mine, charges };
  };

  await t.test('nothing paid is said so, and no form stands there', async () => {
    const owing = await anOwing(house);
    const page = await own(refundsHref(owing.filed.code));
    assert.match(page.text, /không có khoản đã nộp để hoàn/);
    assert.equal(primaries(page), 0);
    assert.match((await own(refundsHome)).text, /Bạn chưa có khoản hoàn nào/);
  });

  await t.test('each error has its sentence, leads to its place, and keeps what was typed', async () => {
    const { mine, charges } = await paid();
    assert.equal(charges.length, 2);
    const [charge = ''] = charges;
    for (const [form, words] of [
      [{}, /Hãy chọn khoản cần hoàn/],
      [{ khoan: charge }, /Hãy viết vì sao bạn muốn hoàn/],
      [{ khoan: charge, 'ly-do': 'Nộp nhầm' }, /Hãy chọn ngân hàng nhận tiền/],
      [{ khoan: charge, 'ly-do': 'Nộp nhầm', ...account, 'so-tai-khoan': '12' }, /4 đến 19 chữ số/],
      [
        { khoan: charge, 'ly-do': 'Nộp nhầm', ...account, 'chu-tai-khoan': ' ' },
        /tên chủ tài khoản như ở ngân hàng/,
      ],
    ] as const) {
      const page = await send(mine, form);
      assert.equal(page.status, 422);
      assert.match(page.text, words);
      assert.match(page.text, /<title>Lỗi: /);
      assertLeads(page);
      assert.ok(page.text.indexOf('mc-summary-error') < page.text.indexOf('<h1'), 'errors come first');
      if ('ly-do' in form) assert.match(page.text, />\s*Nộp nhầm<\/textarea>/);
    }
  });

  await t.test('asked twice it leads to the refund under way; taken back it can be asked again', async () => {
    const { mine, charges } = await paid();
    const form = { khoan: charges[0] ?? '', 'ly-do': 'Nộp nhầm', ...account };
    assert.equal((await send(mine, form)).location, `${mine}?xong=de-nghi`);
    const twice = await send(mine, form);
    assert.equal(twice.status, 422);
    assert.match(twice.text, /href="#HP[0-9A-Z]{12}">Khoản này đang được hoàn/);
    assertLeads(twice);
    const [, drop = ''] = /action="([^"]+\/thoi)"/.exec(twice.text) ?? [];
    assert.equal((await send(drop, {})).location, `${mine}?xong=thoi`);
    const late = await send(drop, {});
    assert.equal(late.status, 422);
    assertLeads(late);
    assert.equal((await send(mine, form)).location, `${mine}?xong=de-nghi`);
    const all = await own(refundsHome);
    assert.match(all.text, /đang xem xét/);
    assert.match(all.text, /đã thôi/);
  });

  await t.test('of others there is nothing to see and nothing to ask', async () => {
    const { mine, charges } = await paid();
    for (const method of ['GET', 'POST'] as const)
      assert.equal(
        (await house.visit(method, mine, { as: 'citizen2', ...(method === 'POST' ? { form: account } : {}) }))
          .status,
        404,
      );
    const other = await paid();
    const crossed = await send(mine, { khoan: other.charges[0] ?? '', 'ly-do': 'Nộp nhầm', ...account });
    assert.notEqual(crossed.status, 303, 'a charge of another dossier is not asked for here');
    assert.equal(charges.length, 2);
  });

  await t.test('in English too', async () => {
    const { mine } = await paid();
    const cookie = `__Host-mc=${await house.cookieOf('citizen1')}; mc-lang=en`;
    const page = await house.visit('GET', mine, { headers: { cookie } });
    assert.match(page.text, /Ask for a refund[\s\S]*Why do you want it back[\s\S]*Account number/);
    assert.doesNotMatch(page.text, /undefined|NaN/);
  });
});
