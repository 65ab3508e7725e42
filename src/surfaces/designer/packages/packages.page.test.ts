import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aContent, aPackageKey } from '#builders/catalogue';
import { packProcedure, unpackProcedure } from '#capabilities/catalogue';
import { aHouse, type Visitor } from '#test/pages';
import { designerForTests } from '../testing/designer.ts';

const house = await aHouse({ routes: designerForTests });
const drafter: Visitor = 'officer:unit-administrator@committeeA';
const approver: Visitor = 'officer:system-administrator@province';
const code = '1.004873';
const origin = await house.listen();

/** Posts a file as a browser does. */
async function upload(bytes: Uint8Array, as: Visitor = drafter) {
  const page = await house.visit('GET', '/thiet-ke', { as });
  const action =
    /action="(\/thiet-ke\/goi\?_csrf=[^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  assert.notEqual(action, '', 'the list offers to bring a package');
  const body = new FormData();
  body.append('goi', new Blob([Buffer.from(bytes)]), 'goi.zip');
  const answer = await fetch(origin + action, {
    method: 'POST',
    body,
    headers: { cookie: `__Host-mc=${await house.cookieOf(as)}` },
    redirect: 'manual',
  });
  return {
    status: answer.status,
    location: answer.headers.get('location') ?? '',
    text: await answer.text(),
  };
}
const post = (path: string, form: Record<string, string> = {}, as: Visitor = drafter) =>
  house.visit('POST', path, { as, form });

test('a published version goes out as a signed package, and comes in as a draft that says who signed it', async () => {
  const out = await post(`/thiet-ke/thu-tuc/${code}/goi`, { _ban: '1' });
  assert.equal(out.status, 200, out.text);
  assert.match(String(out.headers['content-disposition']), /attachment.*1\.004873-v1\.zip/);
  const unpacked = unpackProcedure(out.bytes);
  assert.ok(unpacked.ok && unpacked.value.content.definition.code === code);
  const brought = await upload(out.bytes);
  assert.equal(brought.status, 303, brought.text);
  const overview = await house.visit('GET', brought.location, { as: drafter });
  assert.match(overview.text, /Bản soạn này đến từ một gói[\s\S]*ký tại đây/);
  const again = await upload(out.bytes);
  assert.equal(again.status, 422, 'one open draft at a time');
  assert.match(again.text, /đang có bản soạn/);

  // The draft itself goes out too, and is told from what two people approved.
  const draft = await post(`${brought.location}/goi`);
  assert.equal(draft.status, 200, draft.text);
  assert.match(String(draft.headers['content-disposition']), /1\.004873-nhap-1\.zip/);
  await post(`${brought.location}/trinh-duyet`, { _lam: 'bo', '_phien-ban': '1' });
  const back = await upload(draft.bytes);
  assert.equal(back.status, 303, back.text);
  assert.match((await house.visit('GET', back.location, { as: drafter })).text, /một bản soạn chưa ai duyệt/);
  await post(`${back.location}/trinh-duyet`, { _lam: 'bo', '_phien-ban': '1' });
});

test('a stranger’s package becomes a draft with a warning; a spoilt one is refused with a sentence', async () => {
  const strange = packProcedure(aContent(code), aPackageKey(1));
  const brought = await upload(strange);
  assert.equal(brought.status, 303, brought.text);
  assert.match((await house.visit('GET', brought.location, { as: drafter })).text, /khóa lạ/);
  await post(`${brought.location}/trinh-duyet`, { _lam: 'bo', '_phien-ban': '1' });
  const spoilt = Buffer.from(strange);
  spoilt[60] = (spoilt[60] ?? 0) ^ 1;
  for (const bytes of [spoilt, Buffer.from('no zip at all'), Buffer.alloc(3_000_000, 1)]) {
    const refused = await upload(bytes);
    assert.equal(refused.status, 422);
    assert.match(refused.text, /mc-summary-error[\s\S]*href="#goi"/);
  }
  assert.match((await upload(Buffer.alloc(0))).text, /Hãy chọn một tệp gói/);
});

test('packages are for those who design', async () => {
  for (const as of ['citizen1', 'officer:specialist@committeeA'] as const) {
    assert.equal((await post(`/thiet-ke/thu-tuc/${code}/goi`, { _ban: '1' }, as)).status, 403);
    assert.equal((await post('/thiet-ke/goi', {}, as)).status, 403);
  }
  assert.equal((await post(`/thiet-ke/thu-tuc/${code}/goi`, { _ban: '99' })).status, 404);
});

test('a procedure is closed by two: one asks with its reason and successor, another agrees', async () => {
  const path = `/thiet-ke/thu-tuc/${code}`;
  const ask = { _lam: 'de-nghi', '_tu-ngay-day': '1', '_tu-ngay-month': '3', '_tu-ngay-year': '2027' };
  const mute = await post(`${path}/dong`, ask);
  assert.equal(mute.status, 422);
  assert.match(mute.text, /href="#_ly-do"/);
  const undated = await post(`${path}/dong`, { ...ask, '_tu-ngay-day': '', '_ly-do': 'Bãi bỏ' });
  assert.match(undated.text, /href="#_tu-ngay"/);
  const asked = await post(`${path}/dong`, { ...ask, '_ly-do': 'Bãi bỏ', '_thay-bang': '1.001193' });
  assert.equal(asked.status, 303, asked.text);
  assert.match((await house.visit('GET', path, { as: drafter })).text, /Có đề nghị đóng[\s\S]*disabled/);
  assert.match(
    (await house.visit('GET', '/thiet-ke', { as: approver })).text,
    /Có đề nghị đóng thủ tục[\s\S]*1\.004873/,
  );
  assert.equal((await post(`${path}/dong`, { _lam: 'dong-y' })).status, 422, 'not alone');
  assert.equal((await house.catalogue.current(code))?.closed_from, null);
  const seen = await house.visit('GET', path, { as: approver });
  assert.match(seen.text, /01\/03\/2027[\s\S]*1\.001193[\s\S]*Bãi bỏ/);
  assert.equal((await post(`${path}/dong`, { _lam: 'dong-y' }, approver)).status, 303);
  const { closed_from, replaced_by } = (await house.catalogue.current(code)) ?? {};
  assert.deepEqual([closed_from, replaced_by], ['2027-03-01', '1.001193']);
  assert.match(
    (await house.visit('GET', path, { as: drafter })).text,
    /Không nhận hồ sơ mới từ 01\/03\/2027[\s\S]*thu-tuc\/1\.001193/,
  );
});

test('what the national record left open is a list to tick off', async () => {
  const path = (await post('/thiet-ke', { _ma: '1.001193', _tu: 'current' })).location;
  const id = path.split('/').at(-1) ?? '';
  await house.db.sql(
    `update catalogue.draft set todo = '[{"at":"fees","text":"Theo nghị quyết của HĐND","done":false}]' where id = $1`,
    [id],
  );
  const before = await house.visit('GET', path, { as: drafter });
  assert.match(before.text, /để ngỏ: 1 trên 1 việc[\s\S]*Theo nghị quyết của HĐND/);
  assert.equal((await post(`${path}/viec`, { _so: '0', _xong: 'co' })).status, 303);
  assert.match((await house.visit('GET', path, { as: drafter })).text, /để ngỏ: 0 trên 1 việc/);
  assert.equal((await post(`${path}/viec`, { _so: '7', _xong: 'co' })).status, 303, 'nothing to tick');
});
