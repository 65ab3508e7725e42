import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeDossierContact, recordReading, viewDossier } from '#capabilities/dossiers';
import { changeOwnContact, ownPerson } from '#capabilities/identity';
import { aHouse, unitsOfHouse } from '#test/pages';
import { portalRoutes } from '../index.ts';

const house = await aHouse({ routes: portalRoutes });
const post = (
  path: string,
  form: Record<string, string>,
  as: 'citizen1' | 'citizen2' | 'guest' = 'citizen1',
) => house.visit('POST', path, { as, form });
const get = (path: string, as: 'citizen1' | 'citizen2' = 'citizen1') => house.visit('GET', path, { as });
const entries = async (action: string) =>
  (await house.db.sql<{ subject: string; details: object }>(
    'select subject, details from audit.entry where action = $1',
    [action],
  )) ?? [];

test('a person changes where they are reached; new forms start with it, the journal holds no number', async () => {
  const form = await get('/cua-toi/lien-lac');
  assert.equal(form.status, 200);
  const wrong = await post('/cua-toi/lien-lac', { 'dien-thoai': '12', email: 'a@' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /<title>Lỗi: /);
  assert.match(wrong.text, /href="#dien-thoai"[\s\S]*href="#email"/);
  assert.match(wrong.text, /value="12"/);
  const saved = await post('/cua-toi/lien-lac', { 'dien-thoai': '+84 912 345 678', email: 'Hoa@Example.vn' });
  assert.equal(saved.location, '/cua-toi/du-lieu?xong=lien-lac');
  const page = await get(saved.location);
  assert.match(page.text, /Đã lưu cách liên lạc/);
  assert.match(page.text, /0912345678[\s\S]*Hoa@example\.vn/);
  const person = await ownPerson(await house.ctx('citizen1'));
  assert.deepEqual([person?.phone, person?.email], ['0912345678', 'Hoa@example.vn']);
  assert.equal(
    (await post('/cua-toi/lien-lac', { 'dien-thoai': '', email: '' })).status,
    303,
    'both may be emptied',
  );
  assert.equal((await ownPerson(await house.ctx('citizen1')))?.phone, null);
  const journal = await entries('citizen.contact-changed');
  assert.equal(journal.length, 2);
  assert.doesNotMatch(JSON.stringify(journal), /0912345678|example/);
});

test('the contact of one dossier: its owner changes it, the answers stay, officers see the new one', async () => {
  const mine = await house.aDossier();
  const path = `/cua-toi/ho-so/${mine.code}/lien-lac`;
  assert.match((await get(`/cua-toi/ho-so/${mine.code}`)).text, new RegExp(`href="${path}"`));
  assert.equal((await get(path, 'citizen2')).status, 404);
  assert.equal((await post(path, { 'dien-thoai': '0987654321' }, 'citizen2')).status, 404);
  const empty = await post(path, { 'dien-thoai': '', email: 'hoa@example.vn' });
  assert.equal(empty.status, 422, 'the office must be able to call');
  assert.match(empty.text, /value="hoa@example\.vn"/);

  const officer = 'officer:one-stop-officer@centreA';
  const before = await house.view(mine, officer);
  const saved = await post(path, { 'dien-thoai': '0987 654 321', email: 'hoa@example.vn' });
  assert.equal(saved.location, `/cua-toi/ho-so/${mine.code}?xong=lien-lac`);
  assert.match((await get(saved.location)).text, /Đã lưu cách liên lạc/);
  const after = await house.view(mine, officer);
  assert.deepEqual(after.dossier.applicant, {
    ...before.dossier.applicant,
    phone: '0987654321',
    email: 'hoa@example.vn',
  });
  assert.deepEqual(after.forms, before.forms);
  assert.equal(after.state.seq, before.state.seq);
  const journal = await entries('dossier.contact-changed');
  assert.equal(journal.length, 1);
  assert.equal(journal[0]?.subject, mine.code);

  await post(path, { 'dien-thoai': '0987654321', email: '' });
  assert.equal('email' in (await house.view(mine, officer)).dossier.applicant, false);
});

test('nobody else changes a contact, and an ended dossier keeps its own', async () => {
  const mine = await house.aDossier({ seed: 9 });
  const ref = { homeUnit: mine.homeUnit, id: mine.id };
  const contact = { phone: '0912000000', email: null };
  for (const who of ['citizen2', 'officer:one-stop-officer@centreA'] as const)
    assert.equal((await changeDossierContact(await house.ctx(who), ref, contact)).ok, false, who);
  assert.equal(
    (await changeOwnContact(await house.ctx('officer:one-stop-officer@centreA'), contact)).ok,
    false,
  );
  const owner = await house.ctx('citizen1');
  for (const phone of ['912000000', "0'; drop", '']) {
    const bad = await changeDossierContact(owner, ref, { phone, email: null });
    assert.equal(!bad.ok && bad.refusal.code, 'phone-shape');
  }
  await house.act(mine, 'decline', { reason: 'Không đúng nơi' }, 'officer:one-stop-officer@centreA');
  const late = await changeDossierContact(owner, ref, contact);
  assert.equal(!late.ok && late.refusal.code, 'other-stage');
  const page = await get(`/cua-toi/ho-so/${mine.code}/lien-lac`);
  assert.match(page.text, /đã sang bước khác/);
  assert.doesNotMatch((await get(`/cua-toi/ho-so/${mine.code}`)).text, /lien-lac"/);
  const view = await viewDossier(owner, house.services, ref);
  assert.notEqual(view?.dossier.applicant['phone'], contact.phone);
});

test('every look at any dossier of mine stands on one page, and nobody else’s', async () => {
  const [one, two] = [await house.aDossier({ seed: 21 }), await house.aDossier({ seed: 22 })];
  const officer = await house.ctx('officer:one-stop-officer@centreA');
  for (const [dossier, purpose] of [
    [one, 'Kiểm tra lần một'],
    [two, 'Kiểm tra lần hai'],
  ] as const)
    await recordReading(officer, dossier, { id: unitsOfHouse.centreA, name: 'TTHCC A' }, purpose);
  assert.match((await get('/cua-toi')).text, /href="\/cua-toi\/ai-da-xem"/);
  const page = await get('/cua-toi/ai-da-xem');
  assert.equal(page.status, 200);
  for (const part of [one.code, two.code, 'Kiểm tra lần một', 'Kiểm tra lần hai', 'TTHCC A'])
    assert.match(page.text, new RegExp(part.replaceAll('.', '\\.')));
  const other = await get('/cua-toi/ai-da-xem', 'citizen2');
  assert.match(other.text, /Chưa có cán bộ nào/);
  assert.doesNotMatch(other.text, new RegExp(one.code));
});

test('whoever is signed in reads when the session ends; the public page has nothing of it', async () => {
  const own = await get('/cua-toi/lien-lac');
  assert.match(own.text, /<dialog class="mc-session"[^>]* data-left="\d+"/);
  assert.match(own.text, /<noscript>[^]*phiên đăng nhập kết thúc lúc \d\d:\d\d/);
  assert.match(own.text, /data-session-keep="\/phien\/con-lai"/);
  const open = await house.visit('GET', '/thu-tuc');
  assert.doesNotMatch(open.text, /mc-session|<noscript>/);
  const guest = await house.visit('GET', '/cua-toi', { as: 'guest' });
  assert.match(guest.text, /bản nháp không mở lại được/);
});
