import assert from 'node:assert/strict';
import test from 'node:test';
import { aHouse, type Visitor } from '#test/pages';
import { aRegistered, end, groundOfTest, type Registered } from '#test/registered';
import { officeRoutes } from '../index.ts';

const house = await aHouse({ routes: officeRoutes });
const leader: Visitor = 'officer:unit-leader@committeeA';
const file = (n: number): Buffer => Buffer.from(`%PDF-1.7 office ${n}\n%%EOF\n`);
const dossierOf = ({ dossier }: Registered): string => `/mot-cua/ho-so/${dossier.code}`;
const pathOf = (one: Registered): string => `${dossierOf(one)}/ket-qua/${one.id}/thu-hoi`;
const english = async (as: Visitor) => ({ cookie: `__Host-mc=${await house.cookieOf(as)}; mc-lang=en` });
const filled = { cach: 'thu-hoi', 'ban-moi': '', 'can-cu': groundOfTest, chac: '1' };
const post = (one: Registered, form: Record<string, string>, as: Visitor = leader, headers = {}) =>
  house.visit('POST', pathOf(one), { as, form, headers });

test('a leader comes to it from the dossier, revokes the result, and the dossier says so', async () => {
  const one = await aRegistered(house, file(1));
  const before = await house.visit('GET', dossierOf(one), { as: leader });
  assert.ok(before.text.includes(`href="${pathOf(one)}"`));
  assert.ok(before.text.includes(`href="/kiem-tra/${one.token}"`));
  const page = await house.visit('GET', pathOf(one), { as: leader });
  assert.equal(page.status, 200);
  assert.ok(page.text.includes(one.number));
  assert.match(page.text, /Việc này không lấy lại được/);
  const sent = await post(one, filled);
  assert.equal(sent.status, 303, sent.text);
  const after = await house.visit('GET', sent.location, { as: leader });
  assert.match(after.text, /Ai kiểm tra cũng thấy ngay/);
  assert.ok(after.text.includes(groundOfTest));
  assert.ok(
    after.text.indexOf('đã thu hồi') < after.text.indexOf('Người nộp'),
    'before anything else of the dossier',
  );
  assert.ok(!after.text.includes(`href="${pathOf(one)}"`), 'what was revoked is not revoked again');
  const again = await house.visit('GET', pathOf(one), { as: leader });
  assert.match(again.text, /Kết quả này đã thu hồi/);
  assert.doesNotMatch(again.text, /name="can-cu"/);
});

test('a newer result stands in its place; after that it can only be revoked', async () => {
  const [old, newer] = [await aRegistered(house, file(2)), await aRegistered(house, file(3))];
  const sent = await post(old, { ...filled, cach: 'thay', 'ban-moi': ` ${newer.number.toLowerCase()} ` });
  assert.equal(sent.status, 303, sent.text);
  assert.match((await house.visit('GET', dossierOf(old), { as: leader })).text, /đã thay/);
  assert.doesNotMatch((await house.visit('GET', pathOf(old), { as: leader })).text, /value="thay"/);
  const twice = await post(old, { ...filled, cach: 'thay', 'ban-moi': newer.number });
  assert.equal(twice.status, 422);
  assert.match(twice.text, /đã thu hồi hoặc đã thay/);
  assert.equal((await post(old, filled)).status, 303);
});

const mistakes = [
  ['nothing chosen', { cach: '' }, 'cach', /Hãy chọn: thu hồi/, /Choose: revoked/],
  ['a word of no choice', { cach: 'xoa' }, 'cach', /Hãy chọn: thu hồi/, /Choose: revoked/],
  ['no number', { cach: 'thay' }, 'ban-moi', /xem lại số của bản mới/, /number of the newer one/],
  [
    'an unknown number',
    { cach: 'thay', 'ban-moi': '99/"><b>' },
    'ban-moi',
    /xem lại số của bản mới/,
    /number of the newer one/,
  ],
  ['no ground', { 'can-cu': '  ' }, 'can-cu', /Hãy ghi căn cứ/, /Write the ground/],
  ['a ground too short', { 'can-cu': 'Sai tên' }, 'can-cu', /Hãy ghi căn cứ/, /Write the ground/],
  ['a ground too long', { 'can-cu': 'a'.repeat(501) }, 'can-cu', /quá dài/, /too long/],
  ['not confirmed', { chac: '' }, 'chac', /Hãy đánh dấu xác nhận/, /Tick the confirmation/],
] as const;

for (const [index, [what, change, control, vietnamese, inEnglish]] of mistakes.entries())
  test(`${what}: said beside the field, with what was typed, and nothing is ended`, async () => {
    const one = await aRegistered(house, file(10 + index));
    const form: Record<string, string> = { ...filled, ...change };
    const page = await post(one, form);
    assert.equal(page.status, 422);
    assert.match(page.text, /<title>Lỗi: /);
    assert.match(page.text, vietnamese);
    assert.match(page.text, new RegExp(`href="#${control}[^"]*"`));
    const ground = (form['can-cu'] ?? '').trim();
    assert.ok(ground === '' || page.text.includes(ground));
    assert.doesNotMatch(page.text, /"><b>/);
    const translated = await post(one, form, leader, await english(leader));
    assert.equal(translated.status, 422);
    assert.match(translated.text, inEnglish);
    assert.match((await house.visit('GET', dossierOf(one), { as: leader })).text, /còn giá trị/);
  });

test('two leaders at once: the second is told that it is done', async () => {
  const one = await aRegistered(house, file(30));
  await end(house, one);
  const late = await post(one, filled);
  assert.equal(late.status, 422);
  assert.match(late.text, /Kết quả này đã thu hồi/);
  assert.ok(late.text.includes(groundOfTest));
});

test('nobody else ends it: no way on the dossier, no page, no deed', async () => {
  const one = await aRegistered(house, file(31));
  for (const as of [
    'officer:specialist@committeeA',
    'officer:clerk@committeeA',
    'officer:unit-leader@committeeB',
  ] as const) {
    const seen = await house.visit('GET', dossierOf(one), { as });
    assert.ok(!seen.text.includes('/thu-hoi"'), as);
    for (const page of [await house.visit('GET', pathOf(one), { as }), await post(one, filled, as)])
      assert.ok(page.status === 403 || page.status === 404, `${as}: ${page.status}`);
  }
  const other = await aRegistered(house, file(32));
  const astray = `${dossierOf(one)}/ket-qua/${other.id}/thu-hoi`;
  assert.equal((await house.visit('GET', astray, { as: leader })).status, 404);
  assert.equal((await house.visit('POST', astray, { as: leader, form: filled })).status, 404);
  assert.match((await house.visit('GET', dossierOf(one), { as: leader })).text, /còn giá trị/);
});
