import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPaper } from '#builders/papers';
import { formatPaymentCode } from '#capabilities/payments';
import { aHouse, type Visit } from '#test/pages';
import { portalRoutes } from '../index.ts';
import { secretOf } from '../testing/walk.ts';
import { anOwing, orderOf, pays } from './testing/owing.ts';

const primaries = ({ text }: Visit): number => text.match(/mc-button--primary/g)?.length ?? 0;

const textOf = async ({ bytes }: Visit): Promise<string> => (await readPaper(bytes)).text;

test('the way to pay stands where people look', async (t) => {
  const house = await aHouse({ routes: portalRoutes });
  const owing = await anOwing(house);
  const mine = `/cua-toi/ho-so/${owing.filed.code}`;
  const link = new RegExp(`href="${owing.path}"[^>]*><span>`, 'g');

  await t.test('on the page of its owner, as the one thing to do', async () => {
    const page = await house.visit('GET', mine, { as: 'citizen1' });
    assert.equal(page.text.match(link)?.length, 2, 'at the head and beside the sums');
    assert.match(page.text, /mc-button--primary"><span>Trả phí, lệ phí/);
    assert.match(page.text, new RegExp(formatPaymentCode(owing.bill)));
    assert.equal(primaries(page), 1);
  });

  await t.test('for whoever holds the secret, without signing in', async () => {
    const secret = await secretOf(house, owing.filed);
    const told = await house.visit('POST', '/tra-cuu', {
      form: { ma: owing.filed.code, 'bi-mat': secret },
      headers: { 'x-forwarded-for': '203.0.113.20' },
    });
    const token = /__Host-mc=([^;]+)/.exec(String(told.headers['set-cookie']))?.[1];
    const page = await house.visit('GET', told.location, { headers: { cookie: `__Host-mc=${token}` } });
    assert.equal(page.text.match(link)?.length, 2);
    assert.doesNotMatch(page.text, /Cần đăng nhập để làm việc này/);
  });

  await t.test(
    'while it is checked the dossier says so, and paid it says so before it has heard',
    async () => {
      await pays(house, owing.path);
      assert.match((await house.visit('GET', mine, { as: 'citizen1' })).text, /đang kiểm tra/);
      house.gateway.move(orderOf(house, owing), 'captured');
      house.clock.set(house.clock.now() + 60_000);
      await house.settles();
      const paid = await house.visit('GET', mine, { as: 'citizen1' });
      assert.match(paid.text, /biên lai AA-26E 0000001/);
      assert.doesNotMatch(paid.text, link);
      assert.doesNotMatch(paid.text, /Chờ bạn nộp phí/);
    },
  );

  await t.test('receipts lie under my papers, nobody else’s', async () => {
    const papers = await house.visit('GET', '/cua-toi/giay-to', { as: 'citizen1' });
    assert.match(papers.text, /AA-26E 0000001/);
    assert.match(papers.text, /AB-26E 0000001/);
    assert.doesNotMatch(papers.text, /Chưa có giấy tờ nào/);
    const other = await house.visit('GET', '/cua-toi/giay-to', { as: 'citizen2' });
    assert.doesNotMatch(other.text, /AA-26E/);
    const [, mineAt = ''] = /href="(\/cua-toi\/giay-to\/bien-lai\/[^"]+)"/.exec(papers.text) ?? [];
    const whole = await house.visit('GET', mineAt, { as: 'citizen1' });
    assert.equal(whole.headers['content-type'], 'application/pdf');
    assert.match(await textOf(whole), /Nguyễn Thị Lan/);
    assert.equal((await house.visit('GET', mineAt, { as: 'citizen2' })).status, 404);
    assert.equal((await house.visit('GET', mineAt)).status, 401);
  });

  await t.test('whoever has the link gets the proof too, with the name as short as on the page', async () => {
    const page = await house.visit('GET', owing.path);
    const [, at = ''] = new RegExp(`href="(${owing.path}/bien-lai/[^"]+)"`).exec(page.text) ?? [];
    const proof = await house.visit('GET', at);
    assert.equal(proof.headers['content-type'], 'application/pdf');
    assert.match(String(proof.headers['cache-control']), /no-store/);
    const text = await textOf(proof);
    assert.match(text, /20\.000|10\.000/);
    assert.match(text, /Nguyễn T\. L\./);
    assert.doesNotMatch(text, /Nguyễn Thị Lan/);
    const others = await anOwing(house);
    assert.equal((await house.visit('GET', at.replace(owing.bill, others.bill))).status, 404);
  });
});
