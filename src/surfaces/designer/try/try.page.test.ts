import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { aHouse, type Visitor } from '#test/pages';
import { designerForTests } from '../testing/designer.ts';
import { personas } from './personas.ts';

const house = await aHouse({ routes: designerForTests });
const drafter: Visitor = 'officer:unit-administrator@committeeA';
let home = '';

before(async () => {
  const form = { _ma: '1.004873', _tu: 'current' };
  home = (await house.visit('POST', '/thiet-ke', { as: drafter, form })).location;
});
const tried = async (query: string) =>
  (await house.visit('GET', `${home}/chay-thu?${query}`, { as: drafter })).text;

test('each persona reaches the end of every road, and nothing is stored', async () => {
  const count = async () =>
    (await house.db.sql<{ n: number }>('select count(*)::int as n from dossiers.dossier'))[0]?.n;
  const stored = await count();
  for (const { id } of personas)
    for (const [road, end] of [
      ['granted', /Trạng thái 10/],
      ['refused', /Trạng thái 10/],
      ['supplement', /Yêu cầu bổ sung[\s\S]*Trạng thái 10/],
      ['declined', /Từ chối tiếp nhận[\s\S]*Trạng thái 3/],
    ] as const)
      assert.match(await tried(`nguoi=${id}&duong=${road}`), end, `${id} ${road}`);
  assert.equal(await count(), stored);
});

test('the clock is moved by who tries, and whoever is slow is late', async () => {
  const fast = await tried('nhip=nhanh&tu-day=26&tu-month=10&tu-year=2026');
  assert.match(fast, /26\/10\/2026 09:00[\s\S]*Nộp hồ sơ/);
  assert.match(fast, /đúng hẹn/);
  assert.match(await tried('nhip=tre'), /trễ hẹn/);
});

test('a draft that leads nowhere says why', async () => {
  await house.db.sql(
    `update catalogue.draft set content = jsonb_set(content, '{definition,workflow,steps}', '[]') where id = $1`,
    [home.split('/').at(-1) ?? ''],
  );
  const text = await tried('');
  assert.match(text, /Không chạy được đến cuối[\s\S]*không có bước xử lý nào/);
});
