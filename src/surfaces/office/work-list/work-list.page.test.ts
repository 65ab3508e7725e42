import assert from 'node:assert/strict';
import test, { before } from 'node:test';
import { parseCsv } from '#platform/validation';
import { aHouse, citizensOfHouse, type Filed, type House, unitsOfHouse, type Visitor } from '#test/pages';
import { officeRoutes } from '../index.ts';

const house: House = await aHouse({ routes: officeRoutes });
const counter: Visitor = 'officer:one-stop-officer@centreA';
const head: Visitor = 'officer:head-of-office@committeeA';
const specialist: Visitor = 'officer:specialist@committeeA';
let near: Filed;
let far: Filed;

before(async () => {
  near = await house.aDossier({ by: 'citizen1' });
  far = await house.aDossier({ by: 'citizen2', receiver: 'centreB', code: '1.004873' });
  await house.act(far, 'accept', {}, 'officer:one-stop-officer@centreB');
  await house.act(far, 'take-over', {}, specialist);
});

test('a list shows what, whose, how long, and marks what came from elsewhere', async () => {
  const page = await house.visit('GET', '/mot-cua/viec/dang-xu-ly', { as: head });
  assert.equal(page.status, 200);
  assert.match(page.text, new RegExp(far.code));
  assert.match(page.text, /Lê Quốc Khánh/);
  assert.match(page.text, /còn\u00a0[\d\u00a0a-zàờ]+\u00a0làm\u00a0việc/);
  assert.match(page.text, /Phi địa giới/);
  assert.match(page.text, new RegExp(`/mot-cua/ho-so/${far.code}\\?tu=dang-xu-ly`));
  const toAccept = await house.visit('GET', '/mot-cua/viec/cho-tiep-nhan', { as: counter });
  assert.match(toAccept.text, new RegExp(near.code));
  assert.doesNotMatch(toAccept.text, /mc-tag[^>]*>[^<]*<span>Phi địa giới/);
});

test('filters narrow, stand in the address, are kept in two clicks and deleted', async () => {
  const list = '/mot-cua/viec/dang-xu-ly';
  const seen = async (query: string) =>
    (await house.visit('GET', `${list}?${query}`, { as: head })).text.includes(far.code);
  assert.equal(await seen('kenh=truc-tuyen'), true);
  assert.equal(await seen('kenh=buu-chinh'), false);
  assert.equal(await seen('thu-tuc=1.004873'), true);
  assert.equal(await seen('thu-tuc=1.001193'), false);
  assert.equal(await seen('luu-y=elsewhere'), true);
  assert.equal(await seen('nguoi=chua-giao'), true);
  assert.equal(await seen('nguoi=cua-toi'), false);
  assert.equal(await seen(`don-vi=${unitsOfHouse.committeeA}`), true);
  assert.equal(await seen(`don-vi=${unitsOfHouse.committeeB}`), false);

  const form = { viec: 'dang-xu-ly', ten: 'Phi địa giới, tuần này', 'luu-y': 'elsewhere' };
  const kept = await house.visit('POST', '/mot-cua/bo-loc', { as: head, form });
  assert.equal(kept.location, '/mot-cua/viec/dang-xu-ly?luu-y=elsewhere');
  const page = await house.visit('GET', kept.location, { as: head });
  assert.match(page.text, /Phi địa giới, tuần này/);
  const remove = /\/mot-cua\/bo-loc\/[0-9a-f-]+\/xoa/.exec(page.text)?.[0] ?? '';
  assert.equal((await house.visit('POST', remove, { as: specialist, form: {} })).status, 303, 'says nothing');
  assert.match((await house.visit('GET', list, { as: head })).text, /Phi địa giới, tuần này/);
  await house.visit('POST', remove, { as: head, form: {} });
  assert.doesNotMatch((await house.visit('GET', list, { as: head })).text, /Phi địa giới, tuần này/);
});

test('overdue and soon are reckoned in working time and counted in the rail', async () => {
  const start = house.clock.now();
  house.clock.set(start + 8 * 86_400_000);
  const page = await house.visit('GET', '/mot-cua/viec/qua-han', { as: head });
  house.clock.set(start);
  assert.match(page.text, new RegExp(far.code));
  assert.match(page.text, /quá\u00a0/);
  assert.match(page.text, /class="mc-rail--red"[^>]*><span>Quá hạn<\/span> <b>1<\/b>/);
});

test('nobody sees the list of another unit, and a stranger sees none', async () => {
  const other = await house.visit('GET', '/mot-cua/viec/dang-xu-ly', { as: 'officer:specialist@committeeB' });
  assert.doesNotMatch(other.text, new RegExp(far.code));
  assert.equal((await house.visit('GET', '/mot-cua/viec/dang-xu-ly', { as: 'citizen1' })).status, 403);
  const technical = 'officer:system-administrator@province';
  assert.equal((await house.visit('GET', '/mot-cua/viec/dang-xu-ly', { as: technical })).status, 403);
  assert.equal((await house.visit('GET', '/mot-cua', { as: technical })).status, 200);
  assert.equal((await house.visit('GET', '/mot-cua/viec/khong-co', { as: head })).status, 404);
});

test('the view goes out as CSV, and the export stands in the journal', async () => {
  const file = await house.visit('GET', '/mot-cua/viec/dang-xu-ly/xuat.csv?kenh=truc-tuyen', { as: head });
  assert.match(String(file.headers['content-disposition']), /attachment/);
  const read = parseCsv(file.bytes.toString('utf8'));
  assert.ok(read.ok);
  assert.deepEqual(
    read.value.map((row) => row[0]),
    ['Mã hồ sơ', far.code],
  );
  const journal = await house.db.sql("select details from audit.entry where action = 'dossiers.export'");
  assert.equal(journal.length, 1);
});

test('a dossier is found by its code at once, by others only within their scope', async () => {
  const mine = await house.visit('GET', `/mot-cua/tim?q=${far.code.toLowerCase()}`, { as: head });
  assert.match(mine.text, new RegExp(`/mot-cua/ho-so/${far.code}`));
  const stranger = await house.visit('GET', `/mot-cua/tim?q=${near.code}`, {
    as: 'officer:specialist@committeeB',
  });
  assert.doesNotMatch(stranger.text, new RegExp(`/mot-cua/ho-so/${near.code}`));
  assert.doesNotMatch(stranger.text, new RegExp(citizensOfHouse.citizen1.name));
});
