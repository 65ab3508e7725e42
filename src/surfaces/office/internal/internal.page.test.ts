import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadProcedures, type NationalProcedure } from '#capabilities/catalogue';
import { parseDefinition } from '#capabilities/forms';
import { systemScope } from '#platform/db';
import { aHouse, genericCode, officersOfHouse, unitsOfHouse } from '#test/pages';
import { officeRoutes } from '../index.ts';

const house = await aHouse({
  routes: (doors, people) => officeRoutes(doors, people),
});
const code = '6.006593';
const sample = new URL(`../../../../samples/internal/${code}/definition.json`, import.meta.url);
const parsed = parseDefinition(JSON.parse(readFileSync(sample, 'utf8')));
assert.ok(parsed.ok);
// The small province has one department.
const definition = { ...parsed.value, competence: { level: 'province', department: 'justice' } } as const;
const generic = await house.catalogue.current(genericCode);
assert.ok(generic);
const national: NationalProcedure = {
  ...generic.national,
  code,
  name: definition.name.vi,
  internal: true,
  isPublic: false,
};
await house.db.worker.transact(systemScope, (t) =>
  loadProcedures(t, house.clock.now(), [{ national, definition }]),
);
house.catalogue.forget();

const filer = 'officer:specialist@committeeA';
const path = `/mot-cua/noi-bo/${code}`;

test('it is listed for officers who file for their unit, and for nobody else', async () => {
  const list = await house.visit('GET', '/mot-cua/noi-bo', { as: filer });
  assert.equal(list.status, 200);
  assert.match(list.text, new RegExp(`href="${path}"`));
  for (const as of ['citizen1', 'officer:one-stop-officer@centreA'] as const)
    assert.equal((await house.visit('GET', '/mot-cua/noi-bo', { as })).status, 403, as);
  assert.equal((await house.visit('GET', '/mot-cua/noi-bo')).status, 401);
});

test('the public does not find it, and a counter does not receive it', async () => {
  assert.equal(
    (await house.catalogue.search(definition.name.vi)).hits.some(({ entry }) => entry.code === code),
    false,
  );
  const counter = await house.visit('GET', `/mot-cua/quay/${code}`, {
    as: 'officer:one-stop-officer@centreA',
  });
  assert.equal(counter.location, path);
  const walkIn = await house.visit('POST', `/mot-cua/quay/${code}`, {
    as: 'officer:one-stop-officer@centreA',
    form: { _lam: 'nhan', _ten: 'Ai đó' },
  });
  assert.equal(walkIn.location, path);
  assert.equal((await house.visit('GET', `/mot-cua/noi-bo/1.001193`, { as: filer })).status, 404);
});

const paperFieldsOf = (html: string): readonly string[] =>
  [...html.matchAll(/name="([^"]*)" type="text" inputmode="numeric" maxlength="3"/g)].map(
    ([, name = '']) => name,
  );

test('an officer files it for the unit, and it walks its steps to the unit’s own clerk', async () => {
  const sheet = await house.visit('GET', path, { as: filer });
  assert.equal(sheet.status, 200);
  assert.match(sheet.text, /Đơn vị nộp/);
  assert.equal((sheet.text.match(/<h1/g) ?? []).length, 1);
  const empty = await house.visit('POST', path, { as: filer, form: { _lam: 'nop' } });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /mc-error-summary|Lỗi/);

  const answers = {
    soVanBan: '12/TTr-UBND',
    'ngayVanBan-day': '20',
    'ngayVanBan-month': '11',
    'ngayVanBan-year': '2026',
    nguoiTheoDoi: 'Trần Văn Theo',
    soLienHe: '102',
    'diaChi-province': '91',
    'diaChi-commune': '30337',
    'diaChi-detail': 'Số 1',
    soLuong: '4',
    trongDuAn: 'no',
    loaiHienNay: 'cu',
    loaiSau: 'cong-vu',
    lyDo: 'Nhà ở cũ bỏ trống, cần làm nhà công vụ.',
    '_phi-da-xem': '0',
  };
  const drawn = await house.visit('POST', path, { as: filer, form: { ...answers, _lam: 'xem' } });
  const counts = Object.fromEntries(paperFieldsOf(drawn.text).map((name) => [name, '1']));
  assert.ok(Object.keys(counts).length >= 4, 'papers are asked for');
  const filed = await house.visit('POST', path, { as: filer, form: { ...answers, ...counts, _lam: 'nop' } });
  assert.match(filed.location, /^\/mot-cua\/ho-so\//);
  const dossierCode = decodeURIComponent(filed.location.split('/').at(-1) ?? '');
  const [row] = await house.db.sql<{
    home_unit: string;
    id: string;
    competent_unit: string;
    owner_name: string;
    person_id: string | null;
  }>('select home_unit, id, competent_unit, owner_name, person_id from dossiers.dossier where code = $1', [
    dossierCode,
  ]);
  assert.ok(row);
  assert.deepEqual(
    [row.home_unit, row.competent_unit, row.person_id],
    [unitsOfHouse.committeeA, unitsOfHouse.department, null],
  );
  assert.match(row.owner_name, /Ủy ban nhân dân|UBND|Xã|Phường/);
  assert.equal((await house.visit('GET', filed.location, { as: filer })).status, 200);

  const ref = { homeUnit: row.home_unit, id: row.id } as never;
  const at = (role: string) => `officer:${role}@department` as const;
  await house.act(ref, 'take-over', {}, at('specialist'));
  await house.act(
    ref,
    'draft-result',
    { outcome: 'granted', title: 'Văn bản chấp thuận', kind: 'local', content: {} },
    at('specialist'),
  );
  await house.act(ref, 'finish-step', {}, at('specialist'));
  await house.act(ref, 'finish-step', {}, at('head-of-office'));
  await house.act(ref, 'approve-result', {}, at('unit-leader'));
  await house.act(ref, 'issue', { number: '12/STP-NB' }, at('clerk'));
  const clerk = 'officer:clerk@committeeA';
  const view = await house.view(ref, clerk);
  assert.deepEqual([view.state.stage, view.state.holder], ['finished', unitsOfHouse.committeeA]);
  await house.act(ref, 'take-over', {}, clerk);
  await house.act(
    ref,
    'return-result',
    { way: 'electronic', to: officersOfHouse.get(clerk)?.name ?? '' },
    clerk,
  );
  assert.equal((await house.view(ref, clerk)).state.stage, 'returned');
});
