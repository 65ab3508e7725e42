import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPaper } from '#builders/papers';
import { aHouse, citizensOfHouse, type Visit } from '#test/pages';
import { portalRoutes } from '../index.ts';
import { secretOf, walkTo } from '../testing/walk.ts';

/** Each test comes from an address of its own, for tries are counted by address. */
const from = (address: string) => ({ 'x-forwarded-for': address });
const sessionOf = (visit: Visit): string => {
  const token = /__Host-mc=([^;]+)/.exec(String(visit.headers['set-cookie']))?.[1];
  assert.ok(token, 'a session was begun');
  return `__Host-mc=${token}`;
};
/** Text of a page without what differs by what was typed or by token. */
const bare = (visit: Visit, code: string): string =>
  visit.text.replaceAll(code, 'CODE').replace(/name="_csrf" value="[^"]+"/g, '');

test('tracking by code and secret', async (t) => {
  const house = await aHouse({ routes: portalRoutes });
  const filed = await house.aDossier();
  const secret = await secretOf(house, filed);
  const lookUp = (ma: string, typed: string, address: string) =>
    house.visit('POST', '/tra-cuu', { form: { ma, 'bi-mat': typed }, headers: from(address) });

  await t.test('an unknown code and a wrong secret get the same answer', async () => {
    const wrongSecret = await lookUp(filed.code, 'WRNG2345', '203.0.113.1');
    const unknown = await lookUp('H01.101.1-261125-9999', 'WRNG2345', '203.0.113.1');
    assert.equal(wrongSecret.status, 422);
    assert.equal(unknown.status, 422);
    assert.equal(bare(wrongSecret, filed.code), bare(unknown, 'H01.101.1-261125-9999'));
    assert.match(wrongSecret.text, /<title>Lỗi: /);
    assert.match(wrongSecret.text, /Mã hồ sơ và mã tra cứu không khớp/);
    assert.doesNotMatch(wrongSecret.text, /WRNG2345/);
  });

  await t.test('what is missing is told beside its field', async () => {
    const answer = await lookUp('', '', '203.0.113.2');
    assert.equal(answer.status, 422);
    assert.match(answer.text, /href="#ma"/);
    assert.match(answer.text, /href="#bi-mat"/);
  });

  await t.test('the right pair opens a page that can be reloaded and holds no secret', async () => {
    const answer = await lookUp(` ${filed.code.toLowerCase()} `, secret.toLowerCase(), '203.0.113.3');
    assert.equal(answer.status, 303);
    assert.equal(answer.location, `/tra-cuu/${filed.code}`);
    const cookie = sessionOf(answer);
    for (let look = 0; look < 2; look++) {
      const page = await house.visit('GET', answer.location, { headers: { cookie } });
      assert.equal(page.status, 200);
      assert.match(page.text, /Hồ sơ đang ở đâu/);
      assert.match(page.text, /Đã nộp, chờ tiếp nhận/);
      assert.equal(page.headers['cache-control'], 'no-store');
      assert.ok(!page.text.includes(secret));
      assert.ok(!page.text.includes('089190000001'), 'personal numbers stay out');
    }
  });

  await t.test('the address of a QR asks for the secret, and tells nothing of the dossier', async () => {
    const known = await house.visit('GET', `/tra-cuu/${filed.code}`);
    const unknown = await house.visit('GET', '/tra-cuu/H01.101.1-261125-9999');
    assert.equal(known.status, 200);
    assert.equal(bare(known, filed.code), bare(unknown, 'H01.101.1-261125-9999'));
    const paper = await house.visit('GET', `/tra-cuu/${filed.code}/giay/phieu-bo-sung`);
    assert.equal(paper.location, `/tra-cuu/${filed.code}`);
  });

  await t.test('guessing is stopped where it comes from, and never locks the holder out', async () => {
    const thief = '198.51.100.66';
    for (let guess = 0; guess < 5; guess++)
      assert.equal((await lookUp(filed.code, `GUESS${guess}AA`, thief)).status, 422);
    const held = await lookUp(filed.code, secret, thief);
    assert.equal(held.status, 429);
    assert.equal(held.headers['retry-after'], '600');
    assert.equal(
      (await lookUp(filed.code, secret, '203.0.113.77')).status,
      303,
      'the holder at another address',
    );
    house.clock.set(house.clock.now() + 11 * 60_000);
    assert.equal((await lookUp(filed.code, secret, thief)).status, 303, 'after the rest');
  });

  await t.test(
    'the owner who is signed in is led to the own page, another citizen is asked for the secret',
    async () => {
      const owner = await house.visit('GET', `/tra-cuu/${filed.code}`, { as: 'citizen1' });
      assert.equal(owner.location, `/cua-toi/ho-so/${filed.code}`);
      const other = await house.visit('GET', `/tra-cuu/${filed.code}`, { as: 'citizen2' });
      assert.equal(other.status, 200);
      assert.match(other.text, /Nhập mã tra cứu/);
    },
  );

  await t.test('a citizen keeps the own session when tracking the dossier of a neighbour', async () => {
    const form = { ma: filed.code, 'bi-mat': secret };
    const answer = await house.visit('POST', '/tra-cuu', {
      as: 'citizen2',
      form,
      headers: from('203.0.113.9'),
    });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers['set-cookie'], undefined, 'no other session begins');
    const page = await house.visit('GET', `/tra-cuu/${filed.code}`, { as: 'citizen2' });
    assert.match(page.text, /Hồ sơ đang ở đâu/);
    assert.equal((await house.visit('GET', '/cua-toi', { as: 'citizen2' })).status, 200);
  });

  await t.test('who holds the secret gets the papers that the secret covers, and may rate', async () => {
    const filed = await house.aDossier();
    await walkTo(house, filed, 'issued');
    const secret = await secretOf(house, filed);
    const opened = await house.visit('POST', '/tra-cuu', {
      form: { ma: filed.code, 'bi-mat': secret },
      headers: from('203.0.113.20'),
    });
    const cookie = sessionOf(opened);
    const get = (path: string) =>
      house.visit('GET', `/tra-cuu/${filed.code}${path}`, { headers: { cookie } });
    assert.equal((await get('/giay/ket-qua')).status, 404, 'not before it was handed over');
    await house.act(filed, 'take-over', {}, 'officer:result-desk@centreA');
    await house.act(
      filed,
      'return-result',
      { way: 'counter', to: 'Nguyễn Thị Lan' },
      'officer:result-desk@centreA',
    );
    const page = await get('');
    assert.match(page.text, /Đã trả kết quả/);
    assert.match(page.text, /giay\/ket-qua/);
    assert.match(page.text, /giay\/giay-tiep-nhan/, 'the secret is printed on it');
    const receipt = await get('/giay/giay-tiep-nhan');
    assert.equal(receipt.headers['content-type'], 'application/pdf');
    const { text: printed } = await readPaper(receipt.bytes);
    const owner = citizensOfHouse.citizen1;
    const plain = printed.replace(/\s+/g, ' ');
    assert.match(plain, new RegExp(owner.name));
    assert.ok(plain.includes(secret), 'as on the paper');
    assert.ok(
      !plain.includes(owner.personalNumber),
      'a helper who was told the secret reads no personal number',
    );
    assert.ok(plain.includes(`*********${owner.personalNumber.slice(-3)}`));
    assert.ok(!owner.phone || !plain.includes(owner.phone));
    const stranger = await house.visit('GET', `/tra-cuu/${filed.code}/giay/giay-tiep-nhan`);
    assert.equal(stranger.location, `/tra-cuu/${filed.code}`);
    const result = await get('/giay/ket-qua');
    assert.equal(result.headers['content-type'], 'application/pdf');
    assert.match(String(result.headers['content-disposition']), /^attachment/);
    assert.equal(result.bytes.subarray(0, 5).toString(), '%PDF-');
    assert.match((await get('/danh-gia')).text, /Bạn cho mấy sao/);
  });
});
