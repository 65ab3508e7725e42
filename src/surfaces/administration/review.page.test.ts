import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPackageKey } from '#builders/catalogue';
import {
  compareNationalList,
  costSheetOf,
  keepNationalList,
  massChanges,
  type NationalProcedure,
  nationalItems,
} from '#capabilities/catalogue';
import { systemActor } from '#kernel/actor';
import { aCtx } from '#test/database';
import { aHouse, genericCode, liveCodes, type Visitor } from '#test/pages';
import { administrationRoutes } from './index.ts';
import { reviewRoutes } from './review.ts';

const house = await aHouse({
  routes: (doors, people) => [
    ...administrationRoutes(doors, { actors: people.actors, sessions: people.sessions }),
    ...reviewRoutes(doors, { design: { lint: () => [], key: aPackageKey() } }),
  ],
});
const technical = 'officer:system-administrator@province';
const second = 'officer:system-administrator@province#2';
const ofA = 'officer:unit-administrator@committeeA';
const get = (path: string, as: Visitor = ofA) => house.visit('GET', path, { as });
const post = (path: string, as: Visitor, form: Record<string, string>) =>
  house.visit('POST', path, { as, form });
const code = liveCodes[1];

function wellMade(text: string, path: string): void {
  assert.equal((text.match(/<h1/g) ?? []).length, 1, `${path}: one h1`);
  assert.ok((text.match(/mc-button--primary/g) ?? []).length <= 1, `${path}: one primary button`);
  assert.doesNotMatch(text, / style="|<script>|undefined|\[object|NaN/, path);
  const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  assert.deepEqual(ids, [...new Set(ids)], `${path}: ids are unique`);
}
const hiddenOf = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

const forDesigners = [
  '/quan-tri/sua-hang-loat',
  '/quan-tri/sua-hang-loat/moi',
  '/quan-tri/sua-hang-loat/moi?viec=fee-amount',
  '/quan-tri/sua-hang-loat/moi?viec=deadline',
  '/quan-tri/sua-hang-loat/moi?viec=template&xem=1&mau=receipt&tu=01&den=07',
  '/quan-tri/dieu-kien-bao-cao',
  '/quan-tri/dieu-kien-bao-cao/them?loai=condition',
  '/quan-tri/dieu-kien-bao-cao/them?loai=report',
  '/quan-tri/don-gian-hoa',
  `/quan-tri/don-gian-hoa/thu-tuc/${code}`,
  `/quan-tri/don-gian-hoa/thu-tuc/${genericCode}`,
];
const forTechnical = ['/quan-tri/danh-muc-quoc-gia', '/quan-tri/don-gian-hoa/chuong-trinh'];

test('each page opens for its role and for nobody else', async () => {
  for (const path of [...forDesigners, ...forTechnical]) {
    const page = await get(path, technical);
    assert.equal(page.status, 200, path);
    wellMade(page.text, path);
    assert.equal((await house.visit('GET', path)).status, 401, path);
    for (const as of ['citizen1', 'officer:specialist@committeeA'] as const)
      assert.equal((await get(path, as)).status, 403, `${path} as ${as}`);
    assert.equal((await get(path)).status, forTechnical.includes(path) ? 403 : 200, `${path} as A`);
  }
});

test('one thing is changed in many procedures: preview, drafts, sent, approved by another with one date', async () => {
  const query = 'viec=template&mau=receipt&tu=01&den=07';
  const preview = await get(`/quan-tri/sua-hang-loat/moi?${query}&xem=1`);
  wellMade(preview.text, 'preview');
  const of = /id="xem-truoc">(\d+) thủ tục sẽ đổi/.exec(preview.text)?.[1];
  assert.ok(Number(of) >= 3);
  assert.equal((await house.db.sql('select 1 from catalogue.draft')).length, 0, 'looking writes nothing');
  const unclear = await get('/quan-tri/sua-hang-loat/moi?viec=fee-amount&xem=1&tu=mười&den=5');
  assert.equal(unclear.status, 422);
  assert.match(unclear.text, /href="#tu"/);

  const fields = Object.fromEntries(new URLSearchParams(query));
  const noReason = await post('/quan-tri/sua-hang-loat', ofA, { ...fields, 'ly-do': '' });
  assert.equal(noReason.status, 422);
  assert.match(noReason.text, /href="#ly-do"/);
  const made = await post('/quan-tri/sua-hang-loat', ofA, { ...fields, 'ly-do': 'QĐ 12/QĐ-UBND' });
  assert.match(made.location, /^\/quan-tri\/sua-hang-loat\/[0-9a-f-]{36}$/);
  const path = made.location;
  wellMade((await get(path)).text, path);
  const sent = await post(`${path}/trinh`, ofA, {});
  assert.equal(sent.location, `${path}?xong=1`);
  assert.match((await get(path)).text, /chờ người khác duyệt/);
  assert.equal((await post(`${path}/duyet`, ofA, {})).status, 403);

  const page = await get(path, technical);
  wellMade(page.text, path);
  const seen = Object.fromEntries(
    [...page.text.matchAll(/name="(ban-[^"]*)" value="(\d+)"/g)].map(([, name, value]) => [
      name,
      value ?? '',
    ]),
  );
  assert.equal(Object.keys(seen).length, Number(of));
  const day = { 'hieu-luc-day': '1', 'hieu-luc-month': '12', 'hieu-luc-year': '2026' };
  const wrong = await post(`${path}/duyet`, technical, { ...seen, ...day, 'hieu-luc-month': '13' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /href="#hieu-luc"/);
  const approved = await post(`${path}/duyet`, technical, { ...seen, ...day });
  assert.equal(approved.location, `${path}?xong=1`);
  const [change] = await massChanges(await house.ctx(technical));
  assert.deepEqual([change?.published, change?.effective_from], [Number(of), '2026-12-01']);
  const done = await get(path, technical);
  wellMade(done.text, path);
  assert.match(done.text, /chờ ngày hiệu lực/);
});

test('a newer national list is decided item by item or all at once', async () => {
  const generic = await house.catalogue.current(genericCode);
  const live = await house.catalogue.current(code);
  assert.ok(generic && live);
  const renamed = (record: NationalProcedure): NationalProcedure => ({
    ...record,
    name: `${record.name} (sửa)`,
  });
  const newer = [
    renamed(generic.national),
    renamed(live.national),
    { ...generic.national, code: '1.999998', name: 'Mới' },
  ];
  const machine = aCtx(house.db.worker, systemActor('test'), house.clock);
  const found = await compareNationalList(machine, newer);
  const id = await keepNationalList(
    machine,
    { name: 'quoc-gia.csv', procedures: newer, report: '# Báo cáo' },
    found,
    new Set(),
  );
  const path = `/quan-tri/danh-muc-quoc-gia/${id}`;
  for (const at of ['/quan-tri/danh-muc-quoc-gia', path, `${path}?loai=gone`, `${path}?loai=changed&tat=1`]) {
    const page = await get(at, technical);
    assert.equal(page.status, 200, at);
    wellMade(page.text, at);
  }
  assert.match((await get(path, technical)).text, /có tờ khai riêng/);
  assert.match((await get(`${path}/bao-cao.md`, technical)).text, /# Báo cáo/);
  const taken = await post(path, technical, { lam: 'lay', ma: genericCode });
  assert.equal(taken.status, 303);
  assert.match((await house.catalogue.current(genericCode))?.name ?? '', /\(sửa\)$/);
  const again = await post(path, technical, { lam: 'giu', ma: genericCode });
  assert.equal(again.status, 422);
  await post(path, technical, { lam: 'giu', loai: 'gone' });
  const items = await nationalItems(await house.ctx(technical), id, { open: true, skip: 0, size: 50 });
  assert.deepEqual(items.map(({ change }) => change).sort(), ['changed', 'new']);
  assert.equal((await post(path, ofA, { lam: 'lay', ma: code })).status, 403);
});

test('a condition is written, proposed to be cut, and cut by somebody else', async () => {
  const fields = {
    loai: 'condition',
    name: 'Có kho bảo quản riêng',
    ground: 'Luật 105/2016/QH13, Điều 33',
    field: 'Dược phẩm',
    who: 'Cơ sở bán lẻ thuốc',
    procedures: code,
    note: '',
    lam: 'luu',
  };
  const missing = await post('/quan-tri/dieu-kien-bao-cao/them', ofA, { ...fields, ground: '' });
  assert.equal(missing.status, 422);
  assert.match(missing.text, /href="#ground"/);
  assert.match(missing.text, /value="Cơ sở bán lẻ thuốc"/);
  const put = await post('/quan-tri/dieu-kien-bao-cao/them', ofA, fields);
  const path = put.location.replace('?xong=1', '');
  wellMade((await get(path)).text, path);
  assert.match((await get(`/quan-tri/dieu-kien-bao-cao?thu-tuc=${code}`)).text, /Có kho bảo quản riêng/);
  assert.equal((await post(path, ofA, { lam: 'de-xuat', ban: '1' })).status, 303);
  assert.match((await get(path)).text, /Người khác, có quyền công bố/);
  const cut = {
    lam: 'cat',
    ban: '2',
    'quyet-dinh': 'QĐ 5',
    'tu-ngay-day': '1',
    'tu-ngay-month': '1',
    'tu-ngay-year': '2027',
  };
  assert.equal((await post(path, ofA, cut)).status, 422);
  assert.equal((await post(path, technical, { ...cut, 'quyet-dinh': '' })).status, 422);
  assert.equal((await post(path, technical, cut)).status, 303);
  const page = await get(path);
  wellMade(page.text, path);
  assert.match(page.text, /01\/01\/2027|1\/1\/2027/);
});

test('a sheet is saved, measured, changed by a proposal, and counts towards a programme', async () => {
  const path = `/quan-tri/don-gian-hoa/thu-tuc/${code}`;
  const first = await get(path);
  assert.match(first.text, /giá trị khởi đầu/);
  const fields: Record<string, string> = {
    ban: hiddenOf(first.text, 'ban'),
    'so-nguoi': '1.000',
    'so-lan': '1',
    luong: '60.000',
    gio: '40',
    'viec-0': 'prepare',
    'ten-0': 'Điền tờ khai',
    'phut-0': '60',
    'thue-0': '',
    'phi-0': '8.000',
    'ty-le-0': '100',
    'ten-1': '',
  };
  const bad = await post(path, ofA, { ...fields, 'phut-0': 'một giờ' });
  assert.equal(bad.status, 422);
  assert.match(bad.text, /value="một giờ"/);
  assert.equal((await post(`${path}/do`, ofA, {})).status, 422, 'nothing to measure beside yet');
  assert.equal((await post(path, ofA, fields)).location, `${path}?xong=1`);
  assert.equal((await costSheetOf(await house.ctx(ofA), code))?.sheet.rows.length, 1);
  assert.equal((await post(`${path}/do`, ofA, {})).status, 303);
  const saved = await get(path);
  wellMade(saved.text, path);
  assert.match(saved.text, /68\.000 đồng/);
  assert.match(saved.text, /68\.000\.000 đồng/);

  const started = await post('/quan-tri/don-gian-hoa/chuong-trinh', technical, {
    ten: 'Cắt giảm 30 %',
    'can-cu': 'NQ 66/NQ-CP ngày 26/3/2025',
    'chi-phi': '30',
    'thoi-gian': '30',
    'dieu-kien': '30',
    'linh-vuc': '',
    ma: `${code} ${liveCodes[2]}`,
  });
  const programme = started.location.replace('?xong=1', '');
  const before = await get(programme);
  wellMade(before.text, programme);
  assert.match(before.text, /chưa tính được vì chưa có bảng chi phí/);

  assert.equal((await post(`${programme}/bang`, ofA, {})).location, `${programme}?xong=1`);
  assert.equal((await post(`${programme}/bang`, ofA, {})).status, 422);
  const all = await get(programme);
  wellMade(all.text, programme);
  assert.match(all.text, /1 bảng còn là giá trị khởi đầu/);

  const proposing = `${path}/de-xuat`;
  wellMade((await get(proposing)).text, proposing);
  const proposal = {
    ...fields,
    'phut-0': '20',
    gio: '24',
    loai: 'simplify',
    'ten-de-xuat': 'Bớt câu hỏi',
    'noi-dung': 'Bỏ phần đã có trong cơ sở dữ liệu.',
    'chuong-trinh': programme.split('/').at(-1) ?? '',
  };
  const seen = await post(proposing, ofA, { ...proposal, lam: 'xem' });
  wellMade(seen.text, 'before and after');
  assert.match(seen.text, /28\.000 đồng/);
  assert.match(seen.text, /58,8 %/);
  assert.equal((await post(proposing, ofA, { ...proposal, 'ten-de-xuat': '', lam: 'gui' })).status, 422);
  const sent = await post(proposing, ofA, { ...proposal, lam: 'gui' });
  const one = sent.location.replace('?xong=1', '');
  assert.match((await get(one)).text, /chờ người khác quyết định/);
  const day = { 'tu-ngay-day': '25', 'tu-ngay-month': '11', 'tu-ngay-year': '2026' };
  const decided = { lam: 'quyet', ban: '1', 'quyet-dinh': 'QĐ 9/QĐ-UBND', ...day };
  assert.equal((await post(one, ofA, decided)).status, 403);
  assert.equal((await post(one, second, { ...decided, 'quyet-dinh': '' })).status, 422);
  assert.equal((await post(one, second, decided)).status, 303);
  wellMade((await get(one, second)).text, one);
  assert.equal((await post(one, second, { lam: 'hieu-luc', ban: '2', 'quyet-dinh': '' })).status, 303);
  const reached = await get(programme);
  wellMade(reached.text, programme);
  assert.match(reached.text, /58,8 %/, 'the proposal’s own share');
  assert.match(reached.text, /đã có hiệu lực|in force/);
  const home = await get('/quan-tri/don-gian-hoa');
  wellMade(home.text, 'home');
  assert.match(home.text, /Bớt câu hỏi/);
  assert.equal((await get(`/quan-tri/don-gian-hoa?ma=${code}`)).location, path);
  assert.equal((await get('/quan-tri/don-gian-hoa?ma=abc')).status, 422);
});
