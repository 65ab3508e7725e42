import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPackageKey } from '#builders/catalogue';
import { readNationalLists } from '#capabilities/catalogue';
import { systemActor } from '#kernel/actor';
import { aCtx } from '#test/database';
import { aHouse, type Visitor } from '#test/pages';
import { reviewRoutes } from '../review.ts';
import { nationalHome } from './addresses.ts';

const house = await aHouse({
  routes: (doors) => reviewRoutes(doors, { design: { lint: () => [], key: aPackageKey() } }),
});
const first: Visitor = 'officer:system-administrator@province';
const second: Visitor = 'officer:system-administrator@province#2';
const origin = await house.listen();
const get = (path: string, as: Visitor = first) => house.visit('GET', path, { as });
const post = (path: string, form: Record<string, string>, as: Visitor) =>
  house.visit('POST', path, { as, form });
const worker = aCtx(house.db.worker, systemActor('test'), house.clock);

/** Posts files as a browser does that runs no script. */
async function handIn(files: Readonly<Record<string, readonly [name: string, content: BlobPart]>>) {
  const page = await get(nationalHome);
  const action = /action="(\/quan-tri\/danh-muc-quoc-gia\/tep\?_csrf=[^"]+)"/.exec(page.text)?.[1];
  assert.ok(action, 'the page has the form');
  const body = new FormData();
  for (const [field, [name, content]] of Object.entries(files)) body.append(field, new Blob([content]), name);
  const answer = await fetch(origin + action.replaceAll('&amp;', '&'), {
    method: 'POST',
    body,
    headers: { cookie: `__Host-mc=${await house.cookieOf(first)}` },
    redirect: 'manual',
  });
  return {
    status: answer.status,
    location: answer.headers.get('location') ?? '',
    text: await answer.text(),
  };
}

test('a list is handed in without script, read, told and compared; another person takes it over', async () => {
  const before = await get(nationalHome);
  assert.match(before.text, /Tối đa 8 MB/);
  assert.match(before.text, /Tối đa 16 MB/);
  const csv = 'code,name\n1.999991,Cấp  giấy thử\n<b>,Sai mã\n';
  const handed = await handIn({
    'danh-muc': ['<img>.csv', csv],
    'chi-tiet': ['ct.jsonl', '{"code":"1.999991","steps":"Nộp hồ sơ"}\n'],
  });
  assert.equal(handed.status, 303, handed.text);
  const waiting = await get(handed.location);
  assert.match(waiting.text, /Đã nhận tệp[\s\S]*Chờ đọc[\s\S]*Xem lại/);
  assert.equal(await readNationalLists().run(worker), 1);
  const read = await get(handed.location);
  assert.match(read.text, /Đã đọc xong/);
  assert.doesNotMatch(read.text, /<img>|Xem lại</);
  const path = /href="(\/quan-tri\/danh-muc-quoc-gia\/[0-9a-f-]{36})"/.exec(read.text)?.[1] ?? '';

  const report = await get(`${path}/bao-cao`);
  assert.equal((report.text.match(/<h1/g) ?? []).length, 1);
  assert.match(report.text, /Đọc được bao nhiêu[\s\S]*Không phải mã thủ tục quốc gia[\s\S]*&lt;b&gt;/);
  const cleaned = await get(`${path}/bao-cao?loai=text-cleaned`);
  assert.match(cleaned.text, /Chỉ loại/);
  assert.doesNotMatch(cleaned.text, /&lt;b&gt;/);
  assert.equal((await get(`${path}/bao-cao`, 'officer:unit-administrator@committeeA')).status, 403);

  const own = await get(`${path}?loai=new`);
  assert.match(own.text, /Bạn đã đưa danh mục này vào/);
  assert.doesNotMatch(own.text, /value="lay"/);
  const refused = await post(path, { lam: 'lay', ma: '1.999991' }, first);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /người khác lấy bản mới/);
  assert.match((await get(`${path}?loai=new`, second)).text, /value="lay"/);
  assert.equal((await post(path, { lam: 'lay', ma: '1.999991' }, second)).status, 303);
  assert.equal((await house.catalogue.current('1.999991'))?.name, 'Cấp giấy thử');
});

test('what cannot be read is refused in a sentence beside its field, and nothing is kept', async () => {
  const cases: readonly (readonly [Parameters<typeof handIn>[0], RegExp, string])[] = [
    [{}, /Hãy chọn tệp danh mục/, 'danh-muc'],
    [{ 'danh-muc': ['a.csv', '%PDF-1.7\n\u0001'] }, /không phải CSV hay JSON từng dòng/, 'danh-muc'],
    [{ 'danh-muc': ['a.csv', 'ma,ten\n1,2\n'] }, /phải có cột code và name/, 'danh-muc'],
    [{ 'danh-muc': ['a.csv', 'a'.repeat(8_000_001)] }, /lớn hơn 8 MB/, 'danh-muc'],
    [
      { 'danh-muc': ['a.csv', 'code,name\n'], 'chi-tiet': ['b.jsonl', 'code'] },
      /không phải CSV hay JSON từng dòng/,
      'chi-tiet',
    ],
  ];
  const count = async () => (await house.db.sql('select 1 from catalogue.national_upload')).length;
  const before = await count();
  for (const [files, sentence, field] of cases) {
    const answer = await handIn(files);
    assert.equal(answer.status, 422, String(sentence));
    assert.match(answer.text, sentence);
    assert.match(answer.text, new RegExp(`href="#${field}"`));
  }
  assert.equal(await count(), before);
  // What breaks further in is told once the worker has looked.
  const handed = await handIn({ 'danh-muc': ['vỡ.csv', 'code,name\n1.999991,"\n'] });
  await readNationalLists().run(worker);
  assert.match((await get(handed.location)).text, /Không đọc được[\s\S]*Dòng 2 không đúng dạng CSV/);
});
