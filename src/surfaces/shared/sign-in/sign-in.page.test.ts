import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as p from '#builders/identity';
import { aDatabase } from '#test/database';
import { aServer } from './testing/aServer.ts';

const db = await aDatabase();
await p.withPeople(db.worker);
const server = await aServer(db.web);
after(() => server.close());

test('a citizen comes in, the id of the session changes, and the target is reached', async () => {
  const browser = server.aBrowser();
  const page = await browser.get('/dang-nhap?ve=%2Fthu-tuc');
  assert.equal(page.status, 200);
  assert.match(page.body, /href="\/dang-nhap\/vneid\?ve=%2Fthu-tuc"/);
  assert.doesNotMatch(page.body, /Tiếp tục khi chưa đăng nhập/);
  const out = await browser.get('/dang-nhap/vneid?ve=%2Fthu-tuc');
  assert.equal(out.location, 'https://vneid.example.vn/auth');
  const before = browser.jar['__Host-mc'] ?? '';
  assert.ok(before);
  const back = await browser.get('/dang-nhap/ve?code=c&state=s');
  assert.equal(back.status, 303);
  assert.equal(back.location, '/thu-tuc');
  assert.notEqual(browser.jar['__Host-mc'], before);
  assert.equal(await server.sessions.find(before), undefined, 'the id from before is worth nothing');
  const session = await server.sessions.find(browser.jar['__Host-mc'] ?? '');
  assert.equal(session?.kind, 'citizen');
  assert.equal(session?.subject, p.resident);
  assert.deepEqual(session?.data, { name: 'Người 1', loa: 2, provider: 'vneid' });
  assert.equal((await browser.get('/dang-nhap')).location, '/cua-toi', 'already in');
});

test('an answer counts once, only in the browser that began, and only on its own side', async () => {
  const browser = server.aBrowser();
  assert.equal((await browser.get('/dang-nhap/ve?code=c&state=s')).status, 400, 'nothing was begun');
  await browser.get('/dang-nhap/vneid');
  const stranger = server.aBrowser();
  assert.equal((await stranger.get('/dang-nhap/ve?code=c&state=s')).status, 400);
  assert.equal((await browser.get('/mot-cua/dang-nhap/ve?code=c&state=s')).status, 400, 'begun for citizens');
  server.said.refusal = 'sign-in-refused';
  assert.equal((await browser.get('/dang-nhap/ve?code=c&state=s')).status, 400);
  server.said.refusal = undefined;
  const again = await browser.get('/dang-nhap/ve?code=c&state=s');
  assert.equal(again.status, 400, 'it was taken');
  assert.match(again.body, /đã hết hạn/);
});

test('no return address leads out of the house', async () => {
  for (const bad of ['https://evil.example', '//evil.example', '/\\evil.example', '/%09/evil.example']) {
    const browser = server.aBrowser();
    await browser.get(`/dang-nhap/vneid?ve=${encodeURIComponent(decodeURIComponent(bad))}`);
    assert.equal((await browser.get('/dang-nhap/ve?code=c&state=s')).location, '/cua-toi', bad);
  }
});

test('VNeID slow or absent: the draft is safe, one may try again or go on and prove it later', async () => {
  server.said.refusal = 'identity-provider-unavailable';
  const browser = server.aBrowser();
  const page = await browser.get('/dang-nhap/vneid?ve=%2Fnop%2F1.001193');
  server.said.refusal = undefined;
  assert.equal(page.status, 503);
  assert.match(page.body, /bản nháp của bạn vẫn còn nguyên/);
  assert.match(page.body, /href="\/dang-nhap\/vneid\?ve=%2Fnop%2F1\.001193"/);
  const later = await browser.post('/dang-nhap/chua-xac-minh', page, { ve: '/nop/1.001193' });
  assert.equal(later.location, '/nop/1.001193');
  const guest = await server.sessions.find(browser.jar['__Host-mc'] ?? '');
  assert.deepEqual(guest?.data, { guest: true });

  // The guest signs in when VNeID is back: the draft follows the person.
  await browser.get('/dang-nhap/vneid?ve=%2Fnop%2F1.001193');
  assert.equal(
    (await server.sessions.find(browser.jar['__Host-mc'] ?? ''))?.subject,
    guest?.subject,
    'still the guest meanwhile',
  );
  assert.equal((await browser.get('/dang-nhap/ve?code=c&state=s')).location, '/nop/1.001193');
  assert.deepEqual(server.bound, [`${guest?.subject} → ${p.resident}`]);
});

test('going on without signing in is only for pages that allow it', async () => {
  const browser = server.aBrowser();
  const page = await browser.get('/dang-nhap?ve=%2Fnop%2Fx');
  assert.match(page.body, /Tiếp tục khi chưa đăng nhập/);
  const elsewhere = await browser.post('/dang-nhap/chua-xac-minh', page, { ve: '/cua-toi/ho-so' });
  assert.equal(elsewhere.location, '/dang-nhap?ve=%2Fcua-toi%2Fho-so');
  assert.equal(browser.jar['__Host-mc'], undefined);
  const forged = await browser.post('/dang-nhap/chua-xac-minh', { ...page, body: '' }, { ve: '/nop/x' });
  assert.equal(forged.status, 403);
});

test('another person who signs in on the same computer gets nothing of the first', async () => {
  const browser = server.aBrowser();
  await browser.get('/dang-nhap/vneid');
  await browser.get('/dang-nhap/ve?code=c&state=s');
  const first = browser.jar['__Host-mc'] ?? '';
  const page = await browser.get('/phien');
  assert.match(page.body, /Chrome, Android \(máy này\)/);
  await browser.post('/dang-xuat', page);
  assert.equal(await server.sessions.find(first), undefined);
  server.said.subject = '2';
  await browser.get('/dang-nhap/vneid');
  await browser.get('/dang-nhap/ve?code=c&state=s');
  server.said.subject = '1';
  const second = await server.sessions.find(browser.jar['__Host-mc'] ?? '');
  assert.ok(second?.subject && second.subject !== p.resident);
  assert.equal(server.bound.length, 1, 'only guests are bound');
});

test('officers come in with what an administrator gave them, others are told whom to ask', async () => {
  const browser = server.aBrowser();
  server.said.subject = 'officer-6';
  await browser.get('/mot-cua/dang-nhap/tinh?ve=%2Fmot-cua%2Fdanh-sach');
  assert.equal((await browser.get('/mot-cua/dang-nhap/ve?code=c&state=s')).location, '/mot-cua/danh-sach');
  const session = await server.sessions.find(browser.jar['__Host-mc'] ?? '');
  assert.equal(session?.kind, 'officer');
  assert.equal((await server.actors.actorOf(session)).kind, 'officer');

  const stranger = server.aBrowser();
  server.said.subject = 'officer-999';
  await stranger.get('/mot-cua/dang-nhap/tinh');
  const unknown = await stranger.get('/mot-cua/dang-nhap/ve?code=c&state=s');
  server.said.subject = '1';
  assert.equal(unknown.status, 403);
  assert.match(unknown.body, /quản trị của đơn vị/);
});

test('an officer without a second factor stays outside', async () => {
  const browser = server.aBrowser();
  await browser.get('/mot-cua/dang-nhap/tinh');
  server.said.refusal = 'second-factor-missing';
  const page = await browser.get('/mot-cua/dang-nhap/ve?code=c&state=s');
  server.said.refusal = undefined;
  assert.equal(page.status, 403);
  assert.match(page.body, /hai bước/);
  assert.doesNotMatch(page.body, /xác minh sau/);
});

test('signing out everywhere ends the other device too', async () => {
  const [phone, library] = [server.aBrowser(), server.aBrowser()];
  for (const browser of [phone, library]) {
    await browser.get('/dang-nhap/vneid');
    await browser.get('/dang-nhap/ve?code=c&state=s');
  }
  const page = await phone.get('/phien');
  assert.equal((await phone.post('/phien', page)).location, '/dang-nhap?ra=1');
  assert.equal((await library.get('/phien')).status, 401);
  assert.match((await phone.get('/dang-nhap?ra=1')).body, /Đăng xuất cả VNeID/);
});

test('asking how long the session lasts keeps it; who is not signed in has none', async () => {
  const browser = server.aBrowser();
  assert.equal((await browser.get('/phien/con-lai')).status, 401);
  await browser.get('/dang-nhap/vneid');
  await browser.get('/dang-nhap/ve?code=c&state=s');
  const hour = 60 * 60_000;
  const left = async () => (JSON.parse((await browser.get('/phien/con-lai')).body) as { left: number }).left;
  assert.equal(await left(), hour);
  const start = server.clock.now();
  server.clock.set(start + 57 * 60_000);
  assert.equal(await left(), hour, 'kept for another hour');
  for (let minutes = 100; minutes < 12 * 60 - 15; minutes += 50) {
    server.clock.set(start + minutes * 60_000);
    assert.ok((await left()) <= hour);
  }
  server.clock.set(start + 11.75 * hour);
  assert.equal(await left(), hour / 4, 'never beyond the longest a session lasts');
  server.clock.set(start + 12 * hour);
  assert.equal((await browser.get('/phien/con-lai')).status, 401);
  server.clock.set(start);
});

test('the emergency account says the same whatever was wrong, keeps the address, and takes five tries a minute', async () => {
  const browser = server.aBrowser();
  const page = await browser.get('/mot-cua/dang-nhap/khan-cap');
  const bodies = new Set<string>();
  for (const email of ['khong-co@example.vn', 'o6@example.vn']) {
    const refused = await browser.post('/mot-cua/dang-nhap/khan-cap', page, {
      email,
      'mat-khau': 'x"<b>',
      ma: '000000',
    });
    assert.equal(refused.status, 422);
    assert.ok(refused.body.includes(`value="${email}"`));
    assert.ok(!refused.body.includes('x&quot;'), 'the password is not sent back');
    bodies.add(refused.body.replaceAll(email, ''));
  }
  assert.equal(bodies.size, 1);
  const tries: number[] = [];
  for (let i = 0; i < 4; i++)
    tries.push((await browser.post('/mot-cua/dang-nhap/khan-cap', page, { email: 'a@b.vn' })).status);
  assert.deepEqual(tries, [422, 422, 422, 429]);
});
