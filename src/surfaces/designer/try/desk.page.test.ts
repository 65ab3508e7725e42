import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { sampleDefinition } from '#builders/forms';
import { aHouse, type Visitor } from '#test/pages';
import { root } from '#test/tree';
import { designerForTests } from '../testing/designer.ts';

const house = await aHouse({ routes: designerForTests });
const drafter: Visitor = 'officer:unit-administrator@committeeA';
const asked = 'tu-day=26&tu-month=10&tu-year=2026&noi=xa';
let line = '';
let plan = '';

const begun = async (code: string) =>
  (await house.visit('POST', '/thiet-ke', { as: drafter, form: { _ma: code, _tu: 'current' } })).location;
before(async () => {
  line = await begun('1.004873');
  plan = await begun('1.001193');
  const content = {
    definition: sampleDefinition('1.013225'),
    workflow: readFileSync(`${root}/samples/procedures/1.013225/workflow.bpmn`, 'utf8'),
  };
  await house.db.sql('update catalogue.draft set content = content || $2::jsonb where id = $1', [
    plan.split('/').at(-1) ?? '',
    JSON.stringify(content),
  ]);
});
const page = (path: string, headers: Record<string, string> = {}) =>
  house.visit('GET', path, { as: drafter, headers });
const linksIn = (text: string, part: RegExp): readonly string[] =>
  [...text.matchAll(/href="([^"]*)"/g)]
    .map(([, href]) => (href ?? '').replaceAll('&amp;', '&'))
    .filter((href) => part.test(href));
const mainOf = (text: string) => /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '';

test('each moment of a run leads to the page of the office of whoever has it on the desk', async () => {
  const { text } = await page(`${line}/chay-thu?${asked}`);
  const desks = linksIn(text, /chay-thu\/can-bo\/\d+\?/);
  assert.ok(desks.length > 8);
  const who = new Set<string>();
  for (const href of desks) {
    const { status, text: shown } = await page(href);
    assert.equal(status, 200, href);
    const main = mainOf(shown);
    assert.match(main, /THU-000000-0001/);
    assert.match(main, /Tờ khai/);
    assert.match(main, /Thời hạn/);
    assert.match(main, /Ai đang xem/);
    assert.equal(main.match(/<h1/g)?.length, 1, 'one heading of the page');
    assert.doesNotMatch(main, /(href|src|action)="\/(?!thiet-ke)/, 'nothing leads out of the try-out');
    assert.doesNotMatch(main, /method="post"|data-presence|data-unsaved/, 'nothing is sent');
    assert.doesNotMatch(shown, / style="|undefined|\[object|đơn vị không còn/);
    who.add(/Ai đang xem<\/dt><dd>([^<]*)/.exec(main)?.[1] ?? '');
  }
  const all = [...who].join('; ');
  for (const role of ['Cán bộ một cửa', 'Lãnh đạo', 'Văn thư']) assert.match(all, new RegExp(role));
});

test('only what is filed at another centre is called so', async () => {
  assert.match((await page(`${line}/chay-thu/can-bo/3?${asked}`)).text, /Phi địa giới/);
  assert.doesNotMatch((await page(`${line}/chay-thu/can-bo/3?noi=gan`)).text, /Phi địa giới/);
});

test('the acts that a step offers lead to their own pages, on which nothing can be sent', async () => {
  const first = await page(`${line}/chay-thu/can-bo/1?${asked}`);
  assert.match(mainOf(first.text), /Tiếp nhận/);
  const acts = linksIn(mainOf(first.text), /can-bo\/1\/viec\//);
  assert.ok(acts.some((href) => href.includes('/viec/tiep-nhan')));
  for (const href of acts) {
    const { status, text } = await page(href);
    assert.equal(status, 200, href);
    assert.match(mainOf(text), /không có gì được ghi/);
    assert.match(mainOf(text), /<button[^>]* disabled/);
    assert.doesNotMatch(text, / style="|undefined|\[object/);
  }
  assert.equal((await page(`${line}/chay-thu/can-bo/1/viec/khong-co?${asked}`)).status, 404);
  assert.equal((await page(`${line}/chay-thu/can-bo/400?${asked}`)).status, 404);
});

test('papers stand beside the form as sheets, and those to print are of that moment', async () => {
  const { text } = await page(`${line}/chay-thu/can-bo/1?${asked}`);
  const sheets = [...mainOf(text).matchAll(/<img[^>]* src="([^"]*)" alt="([^"]+)"/g)];
  assert.ok(sheets.length > 0, 'a paper is shown');
  for (const [, src, alt] of sheets) {
    const image = await page((src ?? '').replaceAll('&amp;', '&'));
    assert.equal(image.bytes.subarray(1, 4).toString(), 'PNG', alt);
  }
  const prints = async (nth: number) =>
    linksIn(mainOf((await page(`${line}/chay-thu/can-bo/${nth}?${asked}`)).text), /chay-thu\/giay\//);
  assert.deepEqual(await prints(1), [], 'nothing to print before it is accepted');
  const accepted = await prints(2);
  assert.ok(accepted.some((href) => href.includes('/giay/giay-tiep-nhan')));
  assert.ok(!accepted.some((href) => href.includes('/giay/ket-qua')));
  for (const href of accepted) assert.equal((await page(href)).bytes.subarray(0, 4).toString(), '%PDF', href);
  assert.equal((await page(`${line}/chay-thu/giay/ket-qua?${asked}&luc=2`)).status, 404);
});

test('of a plan each open task has its own desk, with the unit that the diagram names', async () => {
  const { text } = await page(`${plan}/chay-thu?${asked}`);
  const desks = linksIn(text, /chay-thu\/can-bo\/\d+\?/);
  const together = Map.groupBy(desks, (href) => /can-bo\/(\d+)/.exec(href)?.[1]);
  const most = [...together.values()].toSorted((a, b) => b.length - a.length)[0] ?? [];
  assert.ok(most.length > 1, 'several at the same time');
  const pages = await Promise.all(most.map((href) => page(href)));
  const seen = pages.map(({ text: shown }) => /Bước<\/dt><dd>([^<]*)/.exec(shown)?.[1]);
  assert.equal(new Set(seen).size > 1, true, seen.join('; '));
  assert.ok(
    pages.some(({ text: shown }) => mainOf(shown).includes('/viec/cho-y-kien')),
    'whoever is asked may give an opinion',
  );
});

test('in English as well, and a whole run is shown in far less than five seconds', async () => {
  const cookie = `__Host-mc=${await house.cookieOf(drafter)}; mc-lang=en`;
  const english = await page(`${line}/chay-thu/can-bo/2?${asked}`, { cookie });
  assert.match(mainOf(english.text), /Who looks<[\s\S]*The form/);
  assert.doesNotMatch(mainOf(english.text), /Ai đang xem|Tờ khai</);
  const begins = performance.now();
  const { text } = await page(`${line}/chay-thu?${asked}`);
  for (const href of linksIn(text, /chay-thu\/can-bo\/\d+\?/)) await page(href);
  const took = performance.now() - begins;
  console.log(`# the run and every desk of it: ${Math.round(took)} ms`);
  assert.ok(took < 5000, `${Math.round(took)} ms`);
});
