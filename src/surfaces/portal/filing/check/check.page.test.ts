import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { resident } from '#builders/identity';
import { formsOn } from '../testing/forms-on.ts';
import { aHouse } from '../testing/house.ts';
import { draftIn, errorsIn, toCheck } from '../testing/walk.ts';

const house = await aHouse();
const hoa = await house.person(resident, 'Nguyễn Thị Hoa');
after(() => house.close());

const given = {
  'bat-dau': { nycQuanHe: 'me', nksLoaiKhaiSinh: 'thong-thuong' },
  tre: { nksHoTen: 'Trần Gia Bảo' },
  'noi-dang-ky': { noiDangKy: '30292', capBanSao: 'yes', soLuongBanSao: '2' },
};
const ready = () => toCheck({ house, visitor: hoa, code: '1.001193', given });
const countOf = async (draft: string) =>
  (
    await house.db.sql<{ n: number }>('select count(*)::int as n from dossiers.dossier where draft_id = $1', [
      draft,
    ])
  )[0]?.n;

test('every answer has its own way to change it, which comes back', async () => {
  const page = await ready();
  assert.match(page.html, /Trần Gia Bảo/);
  const [, href = ''] = /<a href="([^"]*trang\/tre\?ve=kiem-tra#nksHoTen)">/.exec(page.html) ?? [];
  const edit = await hoa.get(href.split('#')[0] ?? '');
  assert.deepEqual(formsOn(edit.html)[0]?.values['nksHoTen'], ['Trần Gia Bảo']);
  assert.match(edit.html, /Lưu và về trang kiểm tra/);
  const back = await hoa.send(edit, { nksHoTen: 'Trần Gia Minh' });
  assert.match(back.url, /kiem-tra$/);
  assert.match(back.html, /Trần Gia Minh/);
});

test('a change that opens new questions goes through them and then back', async () => {
  const page = await ready();
  const draft = draftIn(page.url);
  const edit = await hoa.get(`/nop-ho-so/${draft}/trang/giay-chung-sinh?ve=kiem-tra`);
  const sent = await hoa.send(edit, { loaiGiayChungSinh: 'lam-chung' });
  // The witness statement is a paper that nobody has added yet.
  assert.match(sent.url, /giay-to\?ve=kiem-tra$|kiem-tra$/);
  if (/giay-to/.test(sent.url)) assert.match(sent.html, /người làm chứng/);
});

test('fees stand with their ground, and the promise with its day', async () => {
  const page = await ready();
  assert.match(page.html, /16\.000\u00a0đồng/);
  assert.match(page.html, /Thông tư 281\/2016\/TT-BTC/);
  assert.match(page.html, /Trả sau khi nộp, không mất lượt/);
  assert.match(page.html, /<strong>thứ Tư 25\/11\/2026<\/strong>/);
  assert.match(page.html, /UBND phường Bình Đức giải quyết/);
});

test('a hundred presses of the button make one dossier and show one code', async () => {
  const page = await ready();
  const draft = draftIn(page.url);
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? hoa : hoa.twin()).send(page)),
  );
  const codes = new Set(answers.map(({ html }) => /H01[\d.]*-261125-\d{4,}/.exec(html)?.[0]));
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
  assert.equal(codes.size, 1);
  assert.equal(await countOf(draft), 1);
  // Back and resubmit, a day later: the same again.
  house.clock.set(house.clock.now() + 50 * 60_000);
  const later = await hoa.send(page);
  house.clock.set(house.clock.now() - 50 * 60_000);
  assert.ok(later.html.includes([...codes][0] ?? 'none'));
  assert.equal(await countOf(draft), 1);
});

test('an old check page shows what changed meanwhile instead of submitting it', async () => {
  const page = await ready();
  const draft = draftIn(page.url);
  const edit = await hoa.get(`/nop-ho-so/${draft}/trang/tre?ve=kiem-tra`);
  await hoa.send(edit, { nksHoTen: 'Trần Tên Mới' });
  const refused = await hoa.send(page);
  assert.equal(refused.status, 409);
  assert.match(refused.html, /vừa thay đổi/);
  assert.match(refused.html, /Trần Tên Mới/);
  assert.equal(await countOf(draft), 0);
  assert.match((await hoa.send(refused)).url, /xong$/);
});

test('another body under the same key is refused, and both texts are shown and kept', async () => {
  const page = await ready();
  const draft = draftIn(page.url);
  const editInOtherWindow = await hoa.get(`/nop-ho-so/${draft}/trang/tre?ve=kiem-tra`);
  const done = await hoa.send(page);
  const code = /H01[\d.]*-261125-\d{4,}/.exec(done.html)?.[0] ?? 'none';
  const altered = await hoa.send(editInOtherWindow, { nksHoTen: 'Trần Đổi Ý' });
  assert.equal(altered.status, 409);
  assert.ok(altered.html.includes(code));
  assert.match(altered.html, /Trần Đổi Ý/);
  assert.match(altered.html, /Trần Gia Bảo/);
  const forged = await hoa.sendForm(page, {
    ...(formsOn(page.html)[0] as NonNullable<ReturnType<typeof formsOn>[0]>),
    values: { ...formsOn(page.html)[0]?.values, 'noi-dung': 'f'.repeat(64) },
  });
  assert.equal(forged.status, 409);
  assert.match(forged.html, /Trần Đổi Ý/);
  assert.equal(await countOf(draft), 1);
  const [row] = await house.db.sql<{ n: number }>(
    'select jsonb_array_length(altered)::int as n from dossiers.draft where id = $1',
    [draft],
  );
  assert.equal(row?.n, 2);
});

test('the confirmation has code, secret, QR, date and calendar file, and opens again', async () => {
  const done = await hoa.send(await ready());
  assert.match(done.html, /<svg width="(\d+)" height="\1" viewBox="0 0 (\d+) \2" aria-hidden="true"/);
  assert.match(done.html, /[2-9A-Z]{4} [2-9A-Z]{4}/);
  assert.match(done.html, /09:00 thứ Năm 26\/11\/2026/);
  assert.match(done.html, /Phí, lệ phí: 16\.000 đồng/);
  const file = await hoa.get(`/nop-ho-so/${draftIn(done.url)}/lich.ics`);
  assert.match(String(file.headers['content-type']), /text\/calendar/);
  assert.match(file.html, /BEGIN:VEVENT/);
  for (const path of ['', '/kiem-tra', '/trang/tre', '/giay-to', '/noi-nhan', '/nhan-ket-qua'])
    assert.match((await hoa.get(`/nop-ho-so/${draftIn(done.url)}${path}`)).url, /xong$/, path);
});

test('answers that a rule refuses by now are named where they can be mended', async () => {
  const page = await ready();
  const draft = draftIn(page.url);
  await house.db.sql(
    `update dossiers.draft set answers = answers || '{"nksNgaySinh": "2030-01-01"}', revision = revision + 1 where id = $1`,
    [draft],
  );
  const now = await hoa.get(`/nop-ho-so/${draft}/kiem-tra`);
  assert.equal(now.status, 422);
  assert.match(errorsIn(now.html), /href="#trang-tre">Ngày này không được ở sau hôm nay\./);
  assert.equal(formsOn(now.html).length, 0);
  assert.equal((await hoa.send(page)).status, 422);
  assert.equal(await countOf(draft), 0);
});

test('pages stay light: under 60 kB on the wire with style and script, in at most three requests', async () => {
  const { gzipSync } = await import('node:zlib');
  const page = await ready();
  const tags = [...page.html.matchAll(/<(?:link rel="stylesheet" href|script src)="([^"]+)"/g)];
  assert.ok(tags.length <= 3);
  assert.ok(gzipSync(page.html).length < 12_000, `${gzipSync(page.html).length} bytes`);
});

test('the whole way is there in English', async () => {
  const reader = hoa.twin();
  reader.cookies.set('mc-lang', 'en');
  const page = await toCheck({
    house,
    visitor: reader,
    code: '1.001193',
    given,
    see: (each) => {
      if (each.status === 200)
        assert.doesNotMatch(
          each.html.replace(/<option[\s\S]*?<\/option>|<footer[\s\S]*/g, ''),
          />(Tiếp tục|Lưu và thoát|Bắt đầu)<\/span>/,
        );
    },
  });
  assert.match(page.html, /Check before you submit/);
  assert.match((await reader.send(page)).html, /Your dossier is submitted/);
});
