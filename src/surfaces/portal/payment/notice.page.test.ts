import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PaymentServices } from '#capabilities/payments';
import { aHouse } from '#test/pages';
import { portalRoutes } from '../index.ts';
import { anOwing, orderOf, pays } from './testing/owing.ts';

type RawNotice = Parameters<PaymentServices['gateways'][number]['readNotice']>[0];

test('messages of gateways', async (t) => {
  const house = await aHouse({ routes: portalRoutes });
  const origin = await house.listen();
  const heard: RawNotice[] = [];
  const { readNotice } = house.gateway;
  Object.assign(house.gateway, {
    readNotice: (raw: RawNotice) => {
      heard.push(raw);
      return raw.contentType === 'text/plain' ? readNotice(raw) : { kind: 'forged', why: 'content-type' };
    },
  });
  const send = async (body: string | Uint8Array<ArrayBuffer>, { to = 'npp', headers = {} } = {}) => {
    const answer = await fetch(`${origin}/thanh-toan/thong-bao/${to}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/plain', ...headers },
    });
    return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') };
  };
  const owing = await anOwing(house);
  await pays(house, owing.path);
  const reference = orderOf(house, owing);
  house.gateway.move(reference, 'captured');

  await t.test('a forged one is refused in the words of the gateway, kept, and changes nothing', async () => {
    const answer = await send(`forged ${reference}`);
    assert.deepEqual(answer, { status: 400, text: 'refused', type: 'text/plain' });
    const [kept] = await house.db.sql<{ n: number }>(
      `select count(*)::int as n from payments.evidence where kind = 'notice' and verdict = 'seal'`,
    );
    assert.equal(kept?.n, 1);
    await house.settles();
    assert.match((await house.visit('GET', owing.path)).text, /Đang kiểm tra/);
  });

  await t.test('it comes to its reader as it came over the line', async () => {
    const body = new Uint8Array([0, 255, 10, 13, 200]);
    const answer = await send(body, {
      headers: { 'content-type': 'application/json; charset=utf-16' },
    });
    assert.equal(answer.status, 400);
    assert.equal((await send(body, { headers: { 'content-encoding': 'gzip' } })).status, 400);
    const [raw, zipped] = heard.slice(-2);
    assert.deepEqual([...(raw?.body ?? [])], [...body]);
    assert.deepEqual([...(zipped?.body ?? [])], [...body], 'nothing unpacks it on the way');
    assert.equal(zipped?.contentEncoding, 'gzip');
    assert.equal(raw?.contentType, 'application/json; charset=utf-16');
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      assert.equal(
        (await send(`genuine ${reference}`, { headers: { 'content-type': type } })).status,
        400,
        type,
      );
  });

  await t.test('too big, or for a gateway that is not here, it is not heard', async () => {
    const before = heard.length;
    assert.equal((await send('x'.repeat(16 * 1024 + 1))).status, 400);
    assert.equal((await send(`genuine ${reference}`, { to: 'cong-la' })).status, 404);
    assert.equal(heard.length, before);
    assert.equal((await fetch(`${origin}/thanh-toan/thong-bao/npp`)).status, 404, 'there is nothing to read');
  });

  await t.test('of a payment that nobody knows it is not taken', async () => {
    assert.equal((await send('genuine KHONGCOTHAMCHIEU')).status, 400);
  });

  await t.test('a genuine one, a hundred times: one question, one payment', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => send(`genuine ${reference}`)));
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
    await house.settles();
    await send(`genuine ${reference}`);
    await house.settles();
    assert.match((await house.visit('GET', owing.path)).text, /Đã nộp đủ/);
    const [paid] = await house.db.sql<{ n: number }>(
      `select count(*)::int as n from payments.transfer where kind = 'paid' and session_id is not null`,
    );
    assert.equal(paid?.n, 2, 'one entry for each of the two charges');
  });
});
