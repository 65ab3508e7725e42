import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { questionTypes } from '#capabilities/forms';
import { aHouse, type Visitor } from '#test/pages';
import { designerForTests } from '../testing/designer.ts';

const house = await aHouse({ routes: designerForTests });
const drafter: Visitor = 'officer:unit-administrator@committeeA';
let home = '';
const get = async (path: string) => {
  const page = await house.visit(
    'GET',
    path.startsWith('/') && path.startsWith('/thiet-ke') ? path : home + path,
    {
      as: drafter,
    },
  );
  return page;
};
type Fields = Record<string, string | readonly string[]>;
async function press(path: string, form: Fields) {
  const page = await get(path);
  const revision = /name="_phien-ban" value="(\d+)"/.exec(page.text)?.[1] ?? '';
  return house.visit('POST', (home + path).split('?')[0] ?? '', {
    as: drafter,
    form: { '_phien-ban': revision, ...form },
  });
}
const act = (form: Fields) => press('/to-khai', form);
const cau = (location: string): string => new URL(location, 'http://x').searchParams.get('cau') ?? '';

before(async () => {
  home = (await house.visit('POST', '/thiet-ke', { as: drafter, form: { _ma: '1.000656', _tu: 'empty' } }))
    .location;
  const page = await act({ _lam: 'them-trang', '_trang-moi': 'Người nộp' });
  assert.equal(page.status, 303, page.text);
});

test('every type of question is added, opens its own fields, and shows itself', async () => {
  await press('/giay-to', { _lam: 'them', _moi: 'Ảnh thẻ' });
  for (const type of [...questionTypes, 'person']) {
    const added = await act({
      _lam: 'them',
      _moi: `Câu ${type}`,
      '_moi-loai': type,
      '_moi-nua': 'bat-buoc',
      _trang: 'nguoiNop',
    });
    assert.equal(added.status, 303, `${type}: ${added.text}`);
    const opened = await get(added.location);
    assert.equal(opened.status, 200, type);
    assert.match(opened.text, /Đã thêm «Câu /, type);
    assert.match(opened.text, /data-focus-on="(hang-|_)/, type);
    assert.doesNotMatch(opened.text, /undefined|\[object/, type);
    assert.equal((await get(`/xem?_trang=nguoiNop`)).status, 200, type);
    const removed = await act({ _lam: 'bo', _cau: cau(added.location) });
    assert.equal(removed.status, 303, type);
  }
});

test('the last step is taken back and done again', async () => {
  const added = await act({ _lam: 'them', _moi: 'Họ tên', '_moi-loai': 'text', _trang: 'nguoiNop' });
  assert.equal(cau(added.location), 'hoTen');
  const step = async (slug = 'hoan-tac') => {
    const page = await get('/to-khai?cau=hoTen');
    const form = new RegExp(`<form[^>]*action="${home}/${slug}".*?</form>`, 's').exec(page.text)?.[0] ?? '';
    assert.match(form, slug === 'hoan-tac' ? /Hoàn tác bước vừa rồi/ : /Làm lại/);
    const revision = /name="_phien-ban" value="(\d+)"/.exec(form)?.[1] ?? '';
    return house.visit('POST', `${home}/${slug}`, {
      as: drafter,
      form: { '_phien-ban': revision, _ve: 'to-khai', _trang: 'cau=hoTen&da=them' },
    });
  };
  const undone = await step();
  assert.equal(undone.status, 303, undone.text);
  const without = await get(undone.location);
  assert.match(
    without.text,
    /Đã hoàn tác: thêm câu hỏi «Họ tên»\. Còn \d+ bước hoàn tác được, 1 bước làm lại/,
  );
  assert.doesNotMatch(without.location, /da=them/);
  assert.doesNotMatch(without.text, /value="hoTen"/);
  const again = await step('lam-lai');
  assert.equal(again.status, 303, again.text);
  const there = await get(again.location);
  assert.match(there.text, /Đã làm lại: thêm câu hỏi «Họ tên»\. Còn 0 bước/);
  assert.match(there.text, /value="hoTen"/);
  assert.doesNotMatch(there.text, /action="[^"]*lam-lai"/, 'nothing is left to do again');
  const stale = await house.visit('POST', `${home}/hoan-tac`, {
    as: drafter,
    form: { '_phien-ban': '1', _ve: 'to-khai' },
  });
  assert.equal(stale.status, 422);
  assert.match(stale.text, /Đồng nghiệp vừa lưu trước/);
});

test('what is dragged is the same post as the list of places, and says where it stands', async () => {
  await act({ _lam: 'them', _moi: 'Ngày sinh', '_moi-loai': 'date', _cau: 'hoTen' });
  await act({ _lam: 'them', _moi: 'Các con', '_moi-loai': 'group', _cau: 'ngaySinh' });
  const page = await get('/to-khai?cau=ngaySinh');
  assert.match(page.text, /id="keo-tha"/);
  assert.match(page.text, /data-cau="ngaySinh"/);
  assert.match(page.text, /data-nhom="cacCon"/);
  assert.match(page.text, /value="nhom:cacCon"/);
  const moved = await act({ _lam: 'chuyen', _cau: 'ngaySinh', _toi: 'nhom:cacCon' });
  assert.equal(cau(moved.location), 'cacCon.ngaySinh');
  assert.match((await get(moved.location)).text, /Đã chuyển: «Ngày sinh», thứ 1 trên 1 trong nhóm «Các con»/);
  const out = await act({ _lam: 'chuyen', _cau: 'cacCon.ngaySinh', _toi: 'truoc:hoTen' });
  assert.equal(cau(out.location), 'ngaySinh');
  const nowhere = await act({ _lam: 'chuyen', _cau: 'ngaySinh', _toi: '' });
  assert.equal(nowhere.status, 422);
  assert.match(nowhere.text, /Hãy chọn chỗ để chuyển tới/);
});

test('a condition is read in words, with and without script', async () => {
  const checked = async (chu: string, more = '') =>
    (
      await house.visit(
        'GET',
        `/thiet-ke/dieu-kien?ban=${home.split('/').at(-1)}${more}&chu=${encodeURIComponent(chu)}`,
        { as: drafter },
      )
    ).text;
  assert.equal(await checked('hoTen != null'), 'Đọc là: «Họ tên» đã được trả lời.');
  assert.match(await checked('hoTe = "x"'), /Có phải hoTen\?/);
  assert.match(await checked('hoTen != null', '&cau=ngaySinh'), /được hỏi sau/);
  assert.match(await checked('1 +', '&loai=feel'), /chưa đọc được/);
  const page = await get('/to-khai?cau=hoTen');
  assert.match(page.text, /data-offer="ngaySinh" data-words="Ngày sinh"/);
});

test('a block is written once, placed twice, edited once, and taken by another procedure', async () => {
  const made = await press('/khoi', { _lam: 'them', _moi: 'Giấy tờ tùy thân' });
  assert.equal(made.status, 303, made.text);
  assert.match(made.location, /khoi=giayToTuyThan/);
  const inBlock = (form: Fields) => press('/to-khai?khoi=giayToTuyThan', { _khoi: 'giayToTuyThan', ...form });
  const number = await inBlock({ _lam: 'them', _moi: 'Số giấy', '_moi-loai': 'text', _trang: 'khoi' });
  assert.equal(number.status, 303, number.text);
  for (const label of ['Của cha', 'Của mẹ']) {
    const placed = await act({
      _lam: 'them',
      _moi: label,
      '_moi-loai': 'block:giayToTuyThan',
      _trang: 'nguoiNop',
    });
    assert.equal(placed.status, 303, placed.text);
  }
  const seen = (await get('/xem?_trang=nguoiNop')).text;
  assert.match(seen, /<legend[^>]*>[\s\S]{0,80}Của cha[\s\S]*name="cuaChaSoGiay"/);
  assert.match(seen, /name="cuaMeSoGiay"/);
  await inBlock({ _lam: 'them', _moi: 'Nơi cấp', '_moi-loai': 'text', _cau: 'soGiay' });
  assert.match((await get('/xem?_trang=nguoiNop')).text, /name="cuaMeNoiCap"/);
  assert.match((await get('/khoi')).text, /Của cha; Của mẹ/);
  const other = (
    await house.visit('POST', '/thiet-ke', { as: drafter, form: { _ma: '1.004873', _tu: 'empty' } })
  ).location;
  const shelf = await house.visit('GET', `${other}/khoi`, { as: drafter });
  assert.match(shelf.text, /Giấy tờ tùy thân/);
  const revision = /name="_phien-ban" value="(\d+)"/.exec(shelf.text)?.[1] ?? '';
  const taken = await house.visit('POST', `${other}/khoi`, {
    as: drafter,
    form: { '_phien-ban': revision, _lam: 'lay', _tu: '1.000656.soan', _muc: 'giayToTuyThan' },
  });
  assert.equal(taken.status, 303, taken.text);
  assert.match((await get('/khoi')).text, /giống ở 1 nơi/);
  const placed = await press('/khoi', { _lam: 'bo', _muc: 'giayToTuyThan' });
  assert.equal(placed.status, 422);
  assert.match(placed.text, /còn được đặt ở/);
});

test('the form is seen by an officer and on paper, answered and empty', async () => {
  for (const path of ['/xem/can-bo', '/xem/can-bo?lan=2', '/xem/giay', '/xem/giay?trong=1']) {
    const page = await get(path);
    assert.equal(page.status, 200, path);
    assert.doesNotMatch(page.text, /undefined|\[object/, path);
    assert.match(page.text, /Họ tên/, path);
  }
  const pdf = await get('/xem/to-khai.pdf?trong=1');
  assert.equal(pdf.bytes.subarray(0, 4).toString(), '%PDF');
  for (const path of ['/xem/can-bo', '/xem/giay', '/xem/to-khai.pdf', '/khoi'])
    assert.equal((await house.visit('GET', home + path, { as: 'citizen1' })).status, 403, path);
});

test('a page is copied with its questions', async () => {
  const copied = await act({ _lam: 'nhan-ban-trang', _trang: 'nguoiNop' });
  assert.equal(copied.status, 303, copied.text);
  assert.match((await get(copied.location)).text, /Đã nhân bản: «Người nộp», trang 2 trên 2/);
  const copy = new URL(copied.location, 'http://x').searchParams.get('trang') ?? '';
  const dragged = await act({ _lam: 'chuyen-trang', _trang: copy, _toi: 'truoc:nguoiNop' });
  assert.match((await get(dragged.location)).text, /Đã chuyển: «Người nộp», trang 1 trên 2/);
  const nowhere = await act({ _lam: 'chuyen-trang', _trang: copy, _toi: 'nhom:cacCon' });
  assert.equal(nowhere.status, 422);
});

test('a choice of thousands is pasted as lines and found by typing', async () => {
  const added = await act({
    _lam: 'them',
    _moi: 'Ngành nghề',
    '_moi-loai': 'search-choice',
    _trang: 'nguoiNop',
  });
  const lines = Array.from({ length: 3000 }, (_, n) => `Ngành số ${n} | Trade ${n} | n${n}`).join('\n');
  const saved = await act({
    _lam: 'luu',
    _cau: cau(added.location),
    _nhan: 'Ngành nghề',
    _loai: 'search-choice',
    '_lua-chon': lines,
    _ma: 'nganhNghe',
  });
  assert.equal(saved.status, 303, saved.text.slice(0, 500));
  const found = await get('/xem?_trang=nguoiNop&nganhNghe-search=nganh+so+2987');
  assert.match(found.text, /value="n2987"/);
  assert.doesNotMatch(found.text, /value="n2986"/);
  const edited = await get('/to-khai?cau=nganhNghe');
  assert.match(edited.text, /Ngành số 2999 \| Trade 2999 \| n2999/);
});
