import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { personId, resident } from '#builders/identity';
import { formsOn } from '../testing/forms-on.ts';
import { aHouse } from '../testing/house.ts';
import type { Page, Visitor } from '../testing/visitor.ts';
import { answerPage, begin, draftIn, errorsIn } from '../testing/walk.ts';

const house = await aHouse();
const hoa = await house.person(resident, 'Nguyễn Thị Hoa');
after(() => house.close());

const given = { 'bat-dau': { nycQuanHe: 'me', nksLoaiKhaiSinh: 'thong-thuong' } };
const birth = { house, visitor: hoa, code: '1.001193', given };
const valuesOn = (page: Page) => formsOn(page.html)[0]?.values ?? {};
const stored = async (id: string) =>
  (
    await house.db.sql<{ answers: Record<string, unknown>; typed: Record<string, object>; revision: number }>(
      'select answers, typed, revision from dossiers.draft where id = $1',
      [id],
    )
  )[0];
const open = async (visitor: Visitor = hoa): Promise<Page> => begin({ ...birth, visitor });

test('what we hold is filled in with its source, and can be denied', async () => {
  const page = await answerPage(birth, await open());
  assert.match(page.url, /trang\/nguoi-yeu-cau/);
  assert.deepEqual(valuesOn(page)['nycHoTen'], ['Nguyễn Thị Hoa']);
  assert.deepEqual(valuesOn(page)['nycSoGiayToTuyThan'], ['089190000001']);
  assert.match(page.html, /Lấy từ VNeID/);
  const denied = await hoa.get(`${page.url}?tu-dien=1`);
  assert.deepEqual(valuesOn(denied)['nycHoTen'], ['']);
  assert.doesNotMatch(denied.html, /Lấy từ VNeID/);
  // Nothing is kept before the person has sent the page.
  assert.equal((await stored(draftIn(page.url)))?.answers['nycHoTen'], undefined);
});

test('what is usual about somebody else is not said to come from us', async () => {
  let page = await open();
  for (let pages = 0; pages < 20 && !page.url.endsWith('/trang/cha'); pages++)
    page = await answerPage(birth, page);
  assert.match(page.url, /trang\/cha$/);
  assert.deepEqual(valuesOn(page)['chaQuocTich'], ['VN'], 'most fathers are Vietnamese');
  assert.doesNotMatch(page.html, /Lấy từ VNeID/, 'she filed, and we hold nothing about him');
});

test('errors come back with what was typed, and the rest is kept', async () => {
  const page = await answerPage(birth, await open());
  const sent = await hoa.send(page, { nycSoGiayToTuyThan: '08919000', nycSoDienThoai: '0912345678' });
  assert.equal(sent.status, 422);
  assert.match(
    errorsIn(sent.html),
    /href="#nycSoGiayToTuyThan">Số định danh cần đủ 12 chữ số; bạn đã nhập 8\./,
  );
  assert.match(sent.html, /<title>Lỗi: /);
  assert.deepEqual(valuesOn(sent)['nycSoGiayToTuyThan'], ['08919000']);
  // Leaving and coming back, on another device too, shows the same text.
  const elsewhere = await house.person(resident, 'Nguyễn Thị Hoa');
  const back = await elsewhere.get(page.url);
  assert.deepEqual(valuesOn(back)['nycSoGiayToTuyThan'], ['08919000']);
  assert.deepEqual(valuesOn(back)['nycSoDienThoai'], ['0912345678']);
  assert.equal((await stored(draftIn(page.url)))?.answers['nycSoDienThoai'], '0912345678');
});

test('the browser saves by itself: half a page is no error, and is there again', async () => {
  const page = await answerPage(birth, await open());
  const form = formsOn(page.html)[0];
  assert.ok(form);
  assert.match(page.html, new RegExp(`data-autosave="${form.action}\\?tu-luu=1"`));
  const auto = { ...form, action: `${form.action}?tu-luu=1` };
  const saved = await hoa.sendForm(page, auto, {
    nycHoTen: 'Nguyễn Thị',
    nycSoGiayToTuyThan: '0891',
    nycEmail: '',
  });
  assert.equal(saved.status, 204);
  const back = await hoa.get(page.url);
  assert.equal(back.status, 200);
  assert.deepEqual(valuesOn(back)['nycSoGiayToTuyThan'], ['0891']);
  assert.deepEqual(valuesOn(back)['nycHoTen'], ['Nguyễn Thị']);
  // The page counts as begun, not as done.
  const tasks = await hoa.get(`/nop-ho-so/${draftIn(page.url)}`);
  assert.match(tasks.html, /Thông tin của bạn<\/a>[\s\S]{0,300}Đang làm/);
});

test('when saving fails the answer is no success, so that the alarm shows', async () => {
  const page = await answerPage(birth, await open());
  const id = draftIn(page.url);
  await house.db.sql(
    'update dossiers.draft set dossier_id = id, home_unit = id, dossier_code = $2 where id = $1',
    [id, 'x'],
  );
  const form = formsOn(page.html)[0];
  assert.ok(form);
  const saved = await hoa.sendForm(
    page,
    { ...form, action: `${form.action}?tu-luu=1` },
    { nycHoTen: 'Muộn' },
  );
  assert.equal(saved.status, 409);
});

test('save and leave keeps what stands on the page, whatever it is', async () => {
  const page = await answerPage(birth, await open());
  const left = await hoa.send(page, { nycSoDienThoai: '12' }, { _viec: 'thoat' });
  assert.equal(left.url, '/cua-toi');
  assert.deepEqual(valuesOn(await hoa.get(page.url))['nycSoDienThoai'], ['12']);
});

test('a page further on waits for the one before it', async () => {
  const page = await open();
  const id = draftIn(page.url);
  assert.match((await hoa.get(`/nop-ho-so/${id}/trang/noi-sinh`)).url, /trang\/bat-dau$/);
  assert.match((await hoa.get(`/nop-ho-so/${id}/kiem-tra`)).url, /trang\/bat-dau$/);
  assert.match((await hoa.get(`/nop-ho-so/${id}/giay-to`)).url, /trang\/bat-dau$/);
  assert.equal((await hoa.get(`/nop-ho-so/${id}/trang/khong-co`)).status, 404);
});

test('choosing another province shows its communes without script', async () => {
  let page = await open();
  while (!/noi-sinh/.test(page.url)) page = await answerPage(birth, page);
  assert.match(page.html, /Xã An Phú/);
  const reloaded = await hoa.send(
    page,
    { nksNoiSinh: 'Bệnh viện', 'nksNoiSinhDVHC-province': '01' },
    { _tai: 'nksNoiSinhDVHC' },
  );
  assert.match(reloaded.url, /noi-sinh#nksNoiSinhDVHC-commune$/);
  assert.match(reloaded.html, /Phường Ba Đình/);
  assert.doesNotMatch(reloaded.html, /Xã An Phú/);
  assert.deepEqual(valuesOn(reloaded)['nksNoiSinh'], ['Bệnh viện']);
});

test('an answer that opens a question shows it before going on', async () => {
  let page = await open();
  while (!/giay-chung-sinh/.test(page.url)) page = await answerPage(birth, page);
  assert.doesNotMatch(page.html, /name="maGCS"/);
  const opened = await hoa.send(page, { loaiGiayChungSinh: 'giay' });
  assert.match(opened.url, /giay-chung-sinh#maGCS$/);
  assert.match(opened.html, /name="maGCS"/);
  assert.equal(opened.status, 200);
  assert.doesNotMatch(opened.html, /mc-summary-error/);
  const next = await hoa.send(opened, { maGCS: 'GCS-1' });
  assert.match(next.url, /dan-toc-que-quan/);
});

test('rows are added and taken away without script, and nothing typed is lost', async () => {
  const walk = { house, visitor: hoa, code: '1.001612' };
  let page = await begin(walk);
  while (!formsOn(page.html)[0]?.names.has('nganhNghe.0.tenNganh')) page = await answerPage(walk, page);
  const two = await hoa.send(page, { 'nganhNghe.0.tenNganh': 'Bán gạo' }, { _them: 'nganhNghe' });
  assert.match(two.url, /#nganhNghe\.1\.tenNganh$/);
  assert.deepEqual(valuesOn(two)['nganhNghe.0.tenNganh'], ['Bán gạo']);
  const three = await hoa.send(two, { 'nganhNghe.1.tenNganh': 'Bán cá' }, { _them: 'nganhNghe' });
  const less = await hoa.send(three, {}, { _bo: 'nganhNghe.0' });
  assert.deepEqual(valuesOn(less)['nganhNghe.0.tenNganh'], ['Bán cá']);
  assert.ok(!formsOn(less.html)[0]?.names.has('nganhNghe.2.tenNganh'));
});

test('the draft of somebody else does not exist', async () => {
  const page = await open();
  const id = draftIn(page.url);
  const stranger = await house.person(personId(77), 'Người lạ');
  for (const path of [
    '',
    '/trang/bat-dau',
    '/giay-to',
    '/noi-nhan',
    '/nhan-ket-qua',
    '/kiem-tra',
    '/xong',
    '/xoa',
    '/tam-dung',
    '/lich.ics',
  ])
    assert.equal((await stranger.get(`/nop-ho-so/${id}${path}`)).status, 404, path);
  // The page of the owner, sent with the cookies of the stranger: the token is not theirs.
  assert.equal((await stranger.send(page, { nycQuanHe: 'me' })).status, 403);
  const own = await begin({ ...birth, visitor: stranger });
  const form = formsOn(own.html)[0];
  assert.ok(form);
  const forged = { ...form, action: form.action.replace(draftIn(own.url), id) };
  assert.equal((await stranger.sendForm(own, forged, { nycQuanHe: 'cha' })).status, 404);
  assert.equal((await house.visitor().get(`/nop-ho-so/${id}`)).status, 401);
});

test('a draft is deleted after one question, and only then', async () => {
  const page = await open();
  const id = draftIn(page.url);
  const asked = await hoa.get(`/nop-ho-so/${id}/xoa`);
  assert.ok(await stored(id));
  assert.equal((await hoa.send(asked)).url, '/cua-toi');
  assert.equal(await stored(id), undefined);
});

test('signs that a database cannot keep do not break a page', async () => {
  const page = await answerPage(birth, await open());
  const sent = await hoa.send(page, { nycHoTen: 'Hoa\u0000\ud800', nycSoDienThoai: '1\u0000' });
  assert.equal(sent.status, 422);
});
