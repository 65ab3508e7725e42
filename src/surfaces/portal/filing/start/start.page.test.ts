import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { resident } from '#builders/identity';
import { formsOn } from '../testing/forms-on.ts';
import { aHouse } from '../testing/house.ts';
import { begin, draftIn, errorsIn, toCheck } from '../testing/walk.ts';

const house = await aHouse();
const hoa = await house.person(resident, 'Nguyễn Thị Hoa');
after(() => house.close());
const start = '/nop-ho-so/bat-dau';

test('before anything is filled in: papers, time, fee, and whether a sign-in is needed', async () => {
  const somebody = house.visitor();
  const birth = await somebody.get(`${start}/1.001193`);
  assert.match(birth.html, /Trong ngày; nhận sau 15 giờ/);
  assert.match(birth.html, /8\.000 đồng mỗi bản/);
  assert.match(birth.html, /Giấy chứng sinh/);
  assert.match(birth.html, /xác minh danh tính sau/);
  const wedding = await somebody.get(`${start}/1.000894`);
  assert.match(wedding.html, /cần đăng nhập VNeID trước khi điền/);
});

test('what is not filed online says where to go; what does not exist is not found', async () => {
  const closed = await hoa.get(`${start}/generic`);
  assert.match(closed.html, /chưa nộp được trên mạng/);
  assert.equal((await hoa.get(`${start}/9.999999`)).status, 404);
  assert.equal((await hoa.get(`${start}/generic/cho-ai`)).status, 404);
});

test('a hopeless filing is stopped kindly before it is filled in', async () => {
  const page = await hoa.get(`${start}/1.001193/dieu-kien`);
  const unanswered = await hoa.send(page, { 'nguoi-di-dang-ky': 'yes' });
  assert.equal(unanswered.status, 422);
  assert.equal((errorsIn(unanswered.html).match(/<li>/g) ?? []).length, 2);
  assert.deepEqual(formsOn(unanswered.html)[0]?.values['nguoi-di-dang-ky'], ['yes']);
  const stopped = await hoa.send(page, {
    'nguoi-di-dang-ky': 'yes',
    'trong-60-ngay': 'no',
    'da-khai-sinh': 'yes',
  });
  assert.match(stopped.url, /ket-luan/);
  assert.match(stopped.html, /đăng ký lại khai sinh/);
  assert.doesNotMatch(stopped.html, /cho-ai|danh-tinh/);
  // Advice alone lets go on.
  const advised = await hoa.send(page, {
    'nguoi-di-dang-ky': 'yes',
    'trong-60-ngay': 'no',
    'da-khai-sinh': 'no',
  });
  assert.match(advised.html, /Đăng ký muộn vẫn được nhận/);
  assert.match(advised.html, /danh-tinh/);
});

test('somebody unknown goes on as a guest where that is allowed, and files with the identity pending', async () => {
  const guest = house.visitor();
  const given = { 'bat-dau': { nycQuanHe: 'me', nksLoaiKhaiSinh: 'thong-thuong' } };
  const page = await toCheck({ house, visitor: guest, code: '1.001193', given });
  assert.match(page.html, /chưa được xác minh/);
  const done = await guest.send(page);
  assert.match(done.url, /xong$/);
  assert.match(done.html, /Hãy xác minh danh tính/);
  const [row] = await house.db.sql<{
    identity_pending: boolean;
    applicant: { name: string; phone?: string };
  }>('select identity_pending, applicant from dossiers.dossier where draft_id = $1', [draftIn(done.url)]);
  assert.equal(row?.identity_pending, true);
  assert.ok((row?.applicant.name.length ?? 0) > 5, 'the name comes from the form');
  assert.match(row?.applicant.phone ?? '', /^0\d{9}$/);
});

test('a guest who leaves is told where the draft is', async () => {
  const guest = house.visitor();
  const page = await begin({ house, visitor: guest, code: '2.000908' });
  const left = await guest.send(page, {}, { _viec: 'thoat' });
  assert.match(left.url, /tam-dung$/);
  assert.match(left.html, /chỉ mở được trên máy này tới 10:00/);
  assert.match(left.html, /\/dang-nhap\/vneid\?ve=/);
});

test('a procedure that needs a proven identity takes no guest', async () => {
  const somebody = house.visitor();
  const page = await somebody.get(`${start}/1.000894/danh-tinh`);
  assert.equal(formsOn(page.html).length, 0);
  assert.match(page.html, /\/dang-nhap\/vneid\?ve=/);
  assert.equal((await somebody.get(`${start}/1.000894/cho-ai`)).status, 401);
  // A guest of another procedure cannot slip in either.
  const guest = house.visitor();
  await begin({ house, visitor: guest, code: '2.000908' });
  assert.match((await guest.get(`${start}/1.000894/cho-ai`)).url, /danh-tinh/);
});

test('filing for another person asks who, and tells the officers', async () => {
  const page = await toCheck({
    house,
    visitor: hoa,
    code: '2.000908',
    representing: 'other',
    given: { '@dai-dien': { ten: 'Trần Văn Đức', so: '', quanHe: 'cha' } },
  });
  assert.match(page.html, /Trần Văn Đức/);
  const done = await hoa.send(page);
  const [row] = await house.db.sql<{ owner_name: string; applicant: { represented?: object } }>(
    'select owner_name, applicant from dossiers.dossier where draft_id = $1',
    [draftIn(done.url)],
  );
  assert.equal(row?.owner_name, 'Trần Văn Đức');
  assert.deepEqual(row?.applicant.represented, {
    name: 'Trần Văn Đức',
    relation: 'cha',
  });
});

test('filing for a household business asks its name', async () => {
  const page = await begin({ house, visitor: hoa, code: '1.001612', representing: 'business' });
  assert.match(page.url, /nguoi-duoc-dai-dien/);
  const sent = await hoa.send(page, { ten: '', so: '123' });
  assert.equal(sent.status, 422);
  assert.deepEqual(formsOn(sent.html)[0]?.values['so'], ['123']);
});

test('a draft that was begun is offered again', async () => {
  const page = await begin({ house, visitor: hoa, code: '1.004873' });
  const again = await hoa.get(`${start}/1.004873`);
  assert.match(again.html, new RegExp(`href="/nop-ho-so/${draftIn(page.url)}"`));
});
