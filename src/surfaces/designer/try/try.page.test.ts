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

test('three file at once, each by the pages, papers and messages of their own run', async () => {
  const text = await tried('tu-day=26&tu-month=10&tu-year=2026');
  const together = /id="cung-luc"[\s\S]*?<\/table>/.exec(text)?.[0] ?? '';
  for (const { name } of personas.slice(0, 3)) assert.ok(together.includes(name.vi), name.vi);
  assert.ok(!together.includes(personas[3].name.vi));
  const links = (part: string) =>
    [...text.matchAll(new RegExp(`href="([^"]*/chay-thu/${part}/[^"]*)"`, 'g'))].map(([, href]) =>
      (href ?? '').replaceAll('&amp;', '&'),
    );
  assert.ok(links('trang').length > 1);
  for (const href of links('trang')) {
    const { location: to }: { location: string } = await house.visit('GET', href, { as: drafter });
    assert.match(to, /\/xem\?_khung=dien-thoai/, 'on the phone of the first persona');
    assert.equal((await house.visit('GET', to, { as: drafter })).status, 200);
  }
  const names = links('giay').map((href) => /giay\/([^?]*)/.exec(href)?.[1]);
  assert.deepEqual(names, ['giay-tiep-nhan', 'phieu-kiem-soat', 'ket-qua']);
  for (const href of links('giay')) {
    const pdf = await house.visit('GET', href, { as: drafter });
    assert.equal(pdf.bytes.subarray(0, 4).toString(), '%PDF', href);
  }
  const screens = links('theo-doi');
  assert.ok(screens.length > 5);
  for (const href of screens) {
    const page = await house.visit('GET', href, { as: drafter });
    assert.equal(page.status, 200, href);
    assert.match(page.text, /THU-000000-0001/);
    const main = /<main[\s\S]*<\/main>/.exec(page.text)?.[0] ?? '';
    assert.doesNotMatch(main, /href="\/(?!thiet-ke)/, 'no link leads out of the try-out');
    assert.doesNotMatch(page.text, / style="|undefined|\[object/);
  }
  assert.equal((await house.visit('GET', `${home}/chay-thu/theo-doi/99`, { as: drafter })).status, 404);
  assert.match(text, /Tin nhắn đã gửi[\s\S]*THU-000000-0001 đã được tiếp nhận/);
  assert.doesNotMatch(text, / style="|undefined|\[object/);
});

test('the clock stands where it was set: what lies after it is still to come', async () => {
  const at = 'tu-day=26&tu-month=10&tu-year=2026&den-day=25&den-month=10&den-year=2026';
  assert.match(await tried(at), /Hết ngày 25\/10\/2026[\s\S]*?Chưa nộp/);
  assert.match(await tried(at.replace('den-day=25', 'den-day=26')), /Hết ngày 26\/10\/2026/);
});

test('a run is kept as a check, named when it ends otherwise, and accepted anew', async () => {
  const path = `${home}/chay-thu`;
  const press = async (form: Record<string, string>) => {
    const { text } = await house.visit('GET', path, { as: drafter });
    const revision = /name="_phien-ban" value="(\d+)"/.exec(text)?.[1] ?? '';
    const asked = { 'tu-day': '26', 'tu-month': '10', 'tu-year': '2026' };
    return house.visit('POST', path, { as: drafter, form: { '_phien-ban': revision, ...asked, ...form } });
  };
  const nameless = await press({ _lam: 'giu', '_ten-phep-thu': ' ' });
  assert.equal(nameless.status, 422);
  assert.equal((await press({ _lam: 'giu', '_ten-phep-thu': 'Chị An được giải quyết' })).status, 303);
  const kept = async () =>
    /id="phep-thu"[\s\S]*?<\/table>/.exec((await house.visit('GET', path, { as: drafter })).text)?.[0] ?? '';
  assert.match(await kept(), /Chị An được giải quyết[\s\S]*kết thúc như cũ/);
  await house.db.sql(
    `update catalogue.draft set content = jsonb_set(content, '{definition,time,0,value}', '20') where id = $1`,
    [home.split('/').at(-1) ?? ''],
  );
  assert.match(await kept(), /kết thúc khác[\s\S]*ngày hẹn trả: /);
  assert.equal((await press({ _lam: 'nhan', _phep: 'lan-1' })).status, 303);
  assert.match(await kept(), /kết thúc như cũ/);
  assert.equal((await press({ _lam: 'nhan', _phep: 'lan-9' })).status, 422);
  assert.equal((await press({ _lam: 'bo', _phep: 'lan-1' })).status, 303);
  assert.equal(await kept(), '');
});

test('a draft that leads nowhere says why', async () => {
  await house.db.sql(
    `update catalogue.draft set content = jsonb_set(content, '{definition,workflow,steps}', '[]') where id = $1`,
    [home.split('/').at(-1) ?? ''],
  );
  const text = await tried('');
  assert.match(
    text,
    /Không chạy được đến cuối[\s\S]*Bước đầu tiên[\s\S]*là tiếp nhận[\s\S]*Không bước nào ký duyệt/,
  );
});
