import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aHouse, unitsOfHouse, type Visitor } from '#test/pages';
import { administrationRoutes } from './index.ts';

const house = await aHouse({
  routes: (doors, people) =>
    administrationRoutes(doors, { actors: people.actors, sessions: people.sessions }),
});
const technical = 'officer:system-administrator@province';
const second = 'officer:system-administrator@province#2';
const ofA = 'officer:unit-administrator@committeeA';
const code = '1.004873';
const get = (path: string, as?: Visitor) => house.visit('GET', path, { as });
const post = (path: string, as: Visitor, form: Record<string, string>) =>
  house.visit('POST', path, { as, form });
const date = (name: string, day: string, month: string, year = '2026') => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});

function wellMade(text: string, path: string): void {
  assert.equal((text.match(/<h1/g) ?? []).length, 1, `${path}: one h1`);
  assert.ok((text.match(/mc-button--primary/g) ?? []).length <= 1, `${path}: one primary button`);
  assert.doesNotMatch(text, / style="|<script>|undefined|\[object|NaN/, path);
  const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  assert.deepEqual(ids, [...new Set(ids)], `${path}: ids are unique`);
}

test('each page opens for its role and for nobody else', async () => {
  const forTechnical = [
    '/quan-tri/cong-bo',
    '/quan-tri/cong-bo?nam=2025&quy=4',
    '/quan-tri/cong-bo/them',
    '/quan-tri/muc-truc-tuyen',
    `/quan-tri/muc-truc-tuyen/${code}`,
    '/quan-tri/danh-muc',
    '/quan-tri/danh-muc/nop-moi-noi',
    '/quan-tri/danh-muc/thiet-yeu-25',
  ];
  const forBoth = ['/quan-tri/phan-cap', '/quan-tri/phan-cap/them'];
  for (const path of [...forTechnical, ...forBoth]) {
    const page = await get(path, technical);
    assert.equal(page.status, 200, path);
    wellMade(page.text, path);
    assert.equal((await get(path)).status, 401, path);
    for (const as of ['citizen1', 'officer:specialist@committeeA', 'officer:inspector@province'] as const)
      assert.equal((await get(path, as)).status, 403, `${path} as ${as}`);
    assert.equal((await get(path, ofA)).status, forBoth.includes(path) ? 200 : 403, `${path} as A`);
  }
});

const decision = {
  so: '1284/QĐ-UBND',
  'co-quan': 'Chủ tịch UBND tỉnh',
  'trich-yeu': 'Công bố thủ tục hộ tịch',
  ...date('ngay-ky', '2', '11'),
  ...date('hieu-luc', '16', '11'),
  ...date('cong-khai', '4', '11'),
  'van-ban': 'Nghị định thử',
  ...date('van-ban-hieu-luc', '16', '11'),
  moi: '',
  'sua-doi': `${code}\n1.001193`,
  'bai-bo': '9.999999',
};

test('an announcement is entered, counted by the index, mended, and shown with its procedures', async () => {
  const wrong = await post('/quan-tri/cong-bo/them', technical, { ...decision, 'sua-doi': 'khai sinh' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /“khai” không phải mã thủ tục/);
  assert.match(wrong.text, /value="1284\/QĐ-UBND"/);
  assert.match(wrong.text, /href="#sua-doi"/);
  wellMade(wrong.text, 'them');
  const early = await post('/quan-tri/cong-bo/them', technical, {
    ...decision,
    ...date('hieu-luc', '1', '10'),
  });
  assert.match(early.text, /không được trước ngày ký/);
  const made = await post('/quan-tri/cong-bo/them', technical, decision);
  assert.equal(made.status, 303, made.text);
  const href = made.location.split('?')[0] ?? '';
  const one = await get(href, technical);
  wellMade(one.text, href);
  assert.equal(one.text.match(/Đúng hạn/g)?.length, 2);
  assert.match(one.text, /không còn trong danh mục/);
  // Three procedures, both days kept: 6 of 6 and 4 of 4; 9.999999 is not judged for its parts.
  const list = await get('/quan-tri/cong-bo?nam=2026&quy=4', technical);
  assert.match(list.text, /6,00/);
  assert.match(list.text, /4,00/);
  assert.match(list.text, /766\/QĐ-TTg/);
  assert.doesNotMatch((await get('/quan-tri/cong-bo?nam=2026&quy=1', technical)).text, /1284/);
  const edit = await get(`${href}/sua`, technical);
  wellMade(edit.text, 'sua');
  assert.match(edit.text, /name="phien-ban" value="1"/);
  const late = { ...decision, 'phien-ban': '1', ...date('cong-khai', '16', '11') };
  assert.equal((await post(`${href}/sua`, technical, late)).status, 303);
  assert.match((await get(href, technical)).text, /Quá hạn/);
  assert.match((await post(`${href}/sua`, technical, late)).text, /Người khác vừa sửa/);
  assert.equal((await post(`${href}/sua`, ofA, late)).status, 403);
  assert.match((await get('/quan-tri/nhat-ky', technical)).text, /Ghi quyết định công bố/);
});

test('an online level is set at one authority, and what was decided stays readable', async () => {
  const path = `/quan-tri/muc-truc-tuyen/${code}`;
  const form = {
    noi: unitsOfHouse.committeeB,
    muc: 'none',
    'quyet-dinh': '77/QĐ-UBND',
    ...date('tu-ngay', '25', '11'),
  };
  const wrong = await post(path, technical, { ...form, 'quyet-dinh': '' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /href="#quyet-dinh"/);
  wellMade(wrong.text, path);
  assert.equal((await post(path, technical, form)).status, 303);
  const page = await get(path, technical);
  assert.match(page.text, /77\/QĐ-UBND/);
  assert.match(page.text, /UBND phường Bình Đức/);
  const offer = await house.catalogue.offer();
  assert.equal(offer.serviceLevel(code, 'full', unitsOfHouse.committeeB), 'none');
  assert.equal(offer.serviceLevel(code, 'full', unitsOfHouse.committeeA), 'full');
  assert.equal((await post(path, ofA, form)).status, 403);
});

test('procedures enter and leave a list by decision', async () => {
  const path = '/quan-tri/danh-muc/nop-moi-noi';
  const form = { viec: 'ra', ma: code, 'quyet-dinh': '78/QĐ-UBND', ...date('tu-ngay', '25', '11') };
  assert.match(
    (await post(path, technical, { ...form, ma: '9.999999' })).text,
    /Không có thủ tục đang áp dụng mang mã 9\.999999/,
  );
  assert.equal((await post(path, technical, form)).status, 303);
  assert.match((await get(path, technical)).text, /đưa ra/);
  assert.equal((await house.catalogue.offer()).anywhere(code, true), false);
  assert.equal((await post(path, technical, { ...form, viec: 'vao' })).status, 303);
  assert.equal((await house.catalogue.offer()).anywhere(code, false), true);
  const tiles = await get('/quan-tri/danh-muc', technical);
  assert.match(tiles.text, /Dịch vụ thiết yếu \(25\)/);
});

test('decentralisation shows before and after, and needs a second person', async () => {
  const form = {
    so: '45/QĐ-UBND',
    'co-quan': 'Ủy ban nhân dân tỉnh',
    ...date('ngay-ky', '20', '11'),
    loai: 'decentralise',
    ma: code,
    cap: 'province',
    'don-vi': '',
    ...date('tu-ngay', '1', '12'),
    'ho-so-mo': 'stay',
  };
  const wrong = await post('/quan-tri/phan-cap/them', technical, { ...form, loai: 'delegate' });
  assert.match(wrong.text, /Ủy quyền phải có ngày kết thúc/);
  assert.match(wrong.text, /href="#den-ngay"/);
  wellMade(wrong.text, 'phan-cap/them');
  const made = await post('/quan-tri/phan-cap/them', technical, form);
  assert.equal(made.status, 303, made.text);
  const href = made.location.split('?')[0] ?? '';
  const own = await get(href, technical);
  wellMade(own.text, href);
  assert.match(own.text, /Ủy ban nhân dân cấp xã[\s\S]*Ủy ban nhân dân, sở cấp tỉnh/);
  assert.match(own.text, /hãy nhờ người khác duyệt/);
  const tried = await post(href, technical, { _lam: 'duyet' });
  assert.equal(tried.status, 422);
  const refused = await post(href, ofA, { _lam: 'duyet' });
  assert.equal(refused.status, 403);
  assert.equal((await post(href, second, { _lam: 'duyet' })).status, 303);
  const page = await get(href, technical);
  assert.match(page.text, /Sắp áp dụng/);
  wellMade(page.text, href);
  const end = { _lam: 'ket-thuc', ...date('ket-thuc', '1', '11') };
  assert.match((await post(href, second, end)).text, /Ngày kết thúc phải sau/);
  assert.equal(
    (await post(href, second, { _lam: 'ket-thuc', ...date('ket-thuc', '1', '2', '2027') })).status,
    303,
  );
  assert.match((await get('/quan-tri/phan-cap', ofA)).text, /01\/02\/2027/);
  assert.match((await get('/quan-tri/nhat-ky', technical)).text, /Duyệt phân cấp, ủy quyền/);
});
