import assert from 'node:assert/strict';
import { test } from 'node:test';
import { officersInUnit } from '#capabilities/identity';
import { aHouse, officersOfHouse, unitsOfHouse, type Visitor } from '#test/pages';
import { administrationRoutes } from './index.ts';
import { givenByRole, hasName } from './rights/rights.view.ts';

const house = await aHouse({
  routes: (doors, people) =>
    administrationRoutes(doors, { actors: people.actors, sessions: people.sessions }),
});
const technical = 'officer:system-administrator@province';
const ofA = 'officer:unit-administrator@committeeA';
const specialistA = officersOfHouse.get('officer:specialist@committeeA')?.id ?? '';
const specialistB = officersOfHouse.get('officer:specialist@committeeB')?.id ?? '';
const { committeeA, committeeB } = unitsOfHouse;
const get = (path: string, as?: Visitor) => house.visit('GET', path, { as });
const post = (path: string, as: Visitor, form: Record<string, string>) =>
  house.visit('POST', path, { as, form });

function wellMade(text: string, path: string): void {
  assert.equal((text.match(/<h1/g) ?? []).length, 1, `${path}: one h1`);
  assert.ok((text.match(/mc-button--primary/g) ?? []).length <= 1, `${path}: one primary button`);
  assert.doesNotMatch(text, / style="|<script>|undefined|\[object/, path);
  const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  assert.deepEqual(ids, [...new Set(ids)], `${path}: ids are unique`);
}

const forBoth = [
  '/quan-tri',
  '/quan-tri/don-vi',
  '/quan-tri/don-vi?q=an',
  `/quan-tri/don-vi/${committeeA}`,
  `/quan-tri/don-vi/${committeeA}/them`,
  `/quan-tri/don-vi/${committeeA}/doi-ten`,
  `/quan-tri/don-vi/${committeeA}/sua`,
  `/quan-tri/don-vi/${committeeA}/ket-thuc`,
  `/quan-tri/don-vi/${committeeA}/nguoi`,
  `/quan-tri/nguoi/${specialistA}`,
  '/quan-tri/quyen',
  '/quan-tri/quyen?vai-tro=specialist',
  '/quan-tri/lich',
  '/quan-tri/lich?nam=2025',
];
const forTechnical = [
  '/quan-tri/thu-tuc',
  '/quan-tri/thu-tuc?q=khai+sinh',
  '/quan-tri/thu-tuc/1.001193',
  '/quan-tri/can-xu-ly',
  '/quan-tri/nhat-ky',
  '/quan-tri/nhat-ky?loai=officer.break-glass',
  '/quan-tri/thiet-lap',
];

test('each page opens for its role and for nobody else', async () => {
  for (const path of [...forBoth, ...forTechnical]) {
    const page = await get(path, technical);
    assert.equal(page.status, 200, path);
    wellMade(page.text, path);
    assert.equal((await get(path)).status, 401, path);
    for (const as of ['citizen1', 'officer:specialist@committeeA', 'officer:inspector@province'] as const)
      assert.equal((await get(path, as)).status, 403, `${path} as ${as}`);
    assert.equal((await get(path, ofA)).status, forTechnical.includes(path) ? 403 : 200, `${path} as A`);
  }
});

test('who administers A sees nothing of B', async () => {
  for (const path of [`don-vi/${committeeB}`, `don-vi/${committeeB}/nguoi`, `nguoi/${specialistB}`])
    assert.equal((await get(`/quan-tri/${path}`, ofA)).status, 403, path);
  const list = await get('/quan-tri/don-vi', ofA);
  assert.ok(list.text.includes(committeeA) && !list.text.includes(committeeB));
});

const journal = async (action: string): Promise<number> => {
  const [row] = await house.db.sql<{ n: number }>(
    'select count(*)::int as n from audit.entry where action = $1',
    [action],
  );
  return row?.n ?? 0;
};

test('S3: rights taken, given beyond one’s own, or given next door are refused in words and recorded', async () => {
  const self = officersOfHouse.get(ofA)?.id ?? '';
  const tries = [
    [`nguoi/${self}/giao`, { 'vai-tro': 'unit-leader', 'don-vi': committeeA }, /không tự đổi quyền/],
    [`nguoi/${specialistA}/giao`, { 'vai-tro': 'system-administrator', 'don-vi': committeeA }, /rộng hơn/],
    [`nguoi/${specialistB}/giao`, { 'vai-tro': 'clerk', 'don-vi': committeeB }, /ngoài phạm vi/],
    [`nguoi/${specialistA}/giao`, { 'vai-tro': 'clerk', 'don-vi': committeeB }, /ngoài phạm vi/],
  ] as const;
  for (const [path, form, sentence] of tries) {
    const before = await journal('officer.give-post.refused');
    const page = await post(`/quan-tri/${path}`, ofA, form);
    assert.equal(page.status, 403, path);
    assert.match(page.text, sentence);
    assert.equal(await journal('officer.give-post.refused'), before + 1);
  }
  const addB = await post(`/quan-tri/don-vi/${committeeB}/nguoi`, ofA, {
    ten: 'Lê Văn X',
    thu: 'x@example.vn',
    'tai-khoan': 'x-1',
    'vai-tro': 'clerk',
  });
  assert.equal(addB.status, 403);
  assert.equal(await journal('officer.add.refused'), 1);
  const day = { 'ngay-day': '20', 'ngay-month': '11', 'ngay-year': '2026' };
  const renamed = await post(`/quan-tri/don-vi/${committeeB}/doi-ten`, ofA, {
    ...day,
    ten: 'Xã khác',
    'phien-ban': '1',
  });
  assert.equal(renamed.status, 403);
  assert.equal(await journal('unit.rename.refused'), 1);
});

test('an officer is added, changed, given a role, relieved of it, and leaves', async () => {
  const people = `/quan-tri/don-vi/${committeeA}/nguoi`;
  const wrong = await post(people, ofA, { ten: 'Lê Văn Mới', thu: 'khong-phai-thu', 'vai-tro': 'clerk' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /value="Lê Văn Mới"/);
  assert.match(wrong.text, /href="#thu"/);
  const form = { ten: 'Lê Văn Mới', thu: 'moi@example.vn', 'tai-khoan': 'moi-1', 'vai-tro': 'clerk' };
  const added = await post(people, ofA, form);
  assert.equal(added.status, 303);
  const href = added.location.split('?')[0] ?? '';
  const officer = href.split('/').at(-1) ?? '';
  assert.match((await get(href, ofA)).text, /Lê Văn Mới/);
  const given = await post(`${href}/giao`, ofA, { 'vai-tro': 'specialist', 'don-vi': committeeA });
  assert.equal(given.status, 303);
  const card = async () =>
    (await officersInUnit(await house.ctx(ofA), committeeA)).find((each) => each.officer === officer);
  const post1 = (await card())?.posts.find(({ role }) => role === 'clerk')?.post ?? '';
  assert.equal((await post(`${href}/thoi`, ofA, { ma: post1 })).status, 303);
  assert.deepEqual(
    (await card())?.posts.map(({ role }) => role),
    ['specialist'],
  );
  const stale = await post(`${href}/sua`, ofA, { ten: 'Lê Văn Mới', thu: 'a@b.vn', 'phien-ban': '99' });
  assert.equal(stale.status, 422);
  const version = String((await card())?.version);
  assert.equal((await post(`${href}/ngung`, ofA, { 'phien-ban': version })).status, 303);
  assert.equal(await card(), undefined);
});

test('a unit is added, renamed and closed with a successor; typed words stay after an error', async () => {
  const add = `/quan-tri/don-vi/${committeeA}/them`;
  const day = { 'ngay-day': '1', 'ngay-month': '11', 'ngay-year': '2026' };
  const form = { ten: 'Trạm thử', ma: 'sai', loai: 'commune-centre', ...day };
  const wrong = await post(add, ofA, form);
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /value="Trạm thử"/);
  assert.match(wrong.text, /<title>Lỗi: /);
  const made = await post(add, ofA, { ...form, ma: 'H01.999' });
  assert.equal(made.status, 303);
  const href = made.location.split('?')[0] ?? '';
  const version = async () =>
    /name="phien-ban" value="(\d+)"/.exec((await get(`${href}/doi-ten`, ofA)).text)?.[1] ?? '';
  const renamed = await post(`${href}/doi-ten`, ofA, {
    ten: 'Trạm đã đổi tên',
    'ngay-day': '20',
    'ngay-month': '11',
    'ngay-year': '2026',
    'phien-ban': await version(),
  });
  assert.equal(renamed.status, 303);
  const page = await get(href, ofA);
  assert.match(page.text, /Trạm đã đổi tên/);
  assert.match(page.text, /Trạm thử/);
  const closed = await post(`${href}/ket-thuc`, ofA, {
    'ngay-day': '1',
    'ngay-month': '12',
    'ngay-year': '2026',
    'tiep-nhan': committeeA,
    'ly-do': 'QĐ 12',
    'phien-ban': await version(),
  });
  assert.equal(closed.status, 303);
  assert.match((await get(href, ofA)).text, /01\/12\/2026/);
});

test('a day becomes a new edition of the calendar; a commune administrator may not publish', async () => {
  const day = { 'ngay-day': '24', 'ngay-month': '12', 'ngay-year': '2026', loai: 'holiday', ten: 'Ngày thử' };
  const base = String((await house.calendars.currentEdition()).id);
  const form = { ...day, 'ghi-chu': 'TB 99', 'an-ban': base };
  assert.equal((await post('/quan-tri/lich/them-ngay', ofA, form)).status, 403);
  const without = await post('/quan-tri/lich/them-ngay', technical, { ...form, 'ghi-chu': '' });
  assert.equal(without.status, 422);
  assert.match(without.text, /href="#ghi-chu-them-ngay"/);
  wellMade(without.text, 'lich');
  assert.equal((await post('/quan-tri/lich/them-ngay', technical, form)).status, 303);
  assert.match((await get('/quan-tri/lich?nam=2026', technical)).text, /Ngày thử/);
  const slower = await post('/quan-tri/lich/bo-ngay', technical, {
    ngay: '2026-12-24',
    'ghi-chu': 'bỏ',
    'an-ban': base,
  });
  assert.equal(slower.status, 422, 'an older edition does not hold that day');
  const hours = { 'bo-gio': 'buoi-sang', 'thu-1': '07:00-11:30', 'ghi-chu': 'Thử', 'an-ban': '2' };
  assert.equal((await post('/quan-tri/lich/gio', technical, hours)).status, 303);
  const own = { 'don-vi': 'x', 'gio-mo': '7-8', 'ghi-chu': 'x', 'an-ban': '3' };
  const unit = { ...own, 'ngay-don-vi-day': '1', 'ngay-don-vi-month': '12', 'ngay-don-vi-year': '2026' };
  assert.equal((await post('/quan-tri/lich/ngay-rieng', technical, unit)).status, 422);
});

test('a day of one unit alone is published and taken out again, each time as a new edition', async () => {
  const edition = () => house.calendars.currentEdition();
  const key = (await house.doors.units.directory()).get(committeeA).key;
  const day = { 'ngay-don-vi-day': '2', 'ngay-don-vi-month': '12', 'ngay-don-vi-year': '2026' };
  const published = await post('/quan-tri/lich/ngay-rieng', technical, {
    ...day,
    'don-vi': key,
    'gio-mo': '07:00-11:00',
    'ghi-chu': 'Mất điện',
    'an-ban': String((await edition()).id),
  });
  assert.equal(published.status, 303);
  const page = await get('/quan-tri/lich?nam=2026', technical);
  assert.match(page.text, /07:00-11:00/);
  wellMade(page.text, 'lich');
  const row = /action="\/quan-tri\/lich\/bo-ngay-rieng"[\s\S]*?<\/form>/.exec(page.text)?.[0] ?? '';
  const form = Object.fromEntries(
    [...row.matchAll(/name="(an-ban|don-vi|ngay|ghi-chu)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  ) as Record<string, string>;
  assert.equal((await post('/quan-tri/lich/bo-ngay-rieng', ofA, form)).status, 403);
  const before = await journal('calendar.publish');
  assert.equal((await post('/quan-tri/lich/bo-ngay-rieng', technical, form)).status, 303);
  assert.equal(await journal('calendar.publish'), before + 1);
  const { content, id } = await edition();
  assert.equal(content.units[key], undefined);
  assert.match((await house.calendars.history()).find((each) => each.id === id)?.note ?? '', /Bỏ ngày riêng/);
  const again = await post('/quan-tri/lich/bo-ngay-rieng', technical, { ...form, 'an-ban': String(id) });
  assert.equal(again.status, 422, 'it is no longer there');
});

test('address and hours of a unit are changed by whoever administers it, and recorded', async () => {
  const path = `/quan-tri/don-vi/${committeeA}/sua`;
  const unit = async () => (await house.doors.units.directory()).get(committeeA);
  const page = await get(path, ofA);
  wellMade(page.text, path);
  const form = {
    'phien-ban': String((await unit()).version),
    'dia-chi': ' Số 1 đường Trần Hưng Đạo ',
    gio: 'buoi-sang',
  };
  assert.match((await post(path, ofA, { ...form, gio: 'khong-co' })).text, /href="#gio"/);
  assert.equal((await post(path, ofA, form)).status, 303);
  const { address, hours } = await unit();
  assert.deepEqual({ address, hours }, { address: 'Số 1 đường Trần Hưng Đạo', hours: 'buoi-sang' });
  assert.equal(await journal('unit.change'), 1);
  assert.match((await post(path, ofA, form)).text, /Người khác vừa sửa/);
  const same = { ...form, 'phien-ban': String((await unit()).version) };
  assert.match((await post(path, ofA, same)).text, /Chưa có gì khác trước/);
  assert.equal((await post(`/quan-tri/don-vi/${committeeB}/sua`, ofA, form)).status, 403);
  assert.equal(await journal('unit.change.refused'), 1);
  assert.match((await get('/quan-tri/nhat-ky', technical)).text, /Đổi địa chỉ, giờ làm việc/);
});

test('versions are looked at here and made in the designer, under four eyes', async () => {
  const path = '/quan-tri/thu-tuc/1.004873';
  const page = await get(path, technical);
  assert.match(page.text, /href="\/thiet-ke\/thu-tuc\/1\.004873"/);
  assert.match(page.text, /đang dùng/);
  assert.equal((await post(`${path}/phien-ban`, technical, { 'dinh-nghia': '{}' })).status, 404);
  assert.equal((await house.catalogue.versions('1.004873')).length, 1);
});

test('the journal names who did what, refused attempts too, and no dossier', async () => {
  await house.aWalkIn();
  const page = await get('/quan-tri/nhat-ky', technical);
  assert.match(page.text, /Giao vai trò/);
  assert.match(page.text, /bị từ chối/);
  assert.match(page.text, new RegExp(officersOfHouse.get(ofA)?.name ?? 'none'));
  assert.doesNotMatch(page.text, /dossier\.|Võ Hoàng Nam/);
});

test('every permission that a role gives has a name', () => {
  assert.deepEqual(
    givenByRole.filter((permission) => !hasName(permission)).map(({ name }) => name),
    [],
  );
});
