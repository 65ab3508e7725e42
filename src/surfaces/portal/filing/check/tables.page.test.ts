import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { sampleDefinition, sampleWithDecisions, seededPick } from '#builders/forms';
import { resident } from '#builders/identity';
import { dmnXml, tableXml } from '#builders/rules';
import { readyDecisions, withDecisions } from '#capabilities/forms';
import { aHouse } from '../testing/house.ts';
import { draftIn, toCheck } from '../testing/walk.ts';

const passport = await sampleWithDecisions('1.001456');
const twice = tableXml({
  name: 'fees',
  inputs: [{ text: 'channel' }],
  outputs: [{ name: 'id' }, { name: 'amount' }],
  rows: [
    ['-', '"truc-tuyen"', '5000'],
    ['"online"', '"truc-tuyen"', '7000'],
  ],
});
const failing = withDecisions(sampleDefinition('1.004222'), await readyDecisions(dmnXml(twice)));
const house = await aHouse({ definitions: [passport, failing] });
const hoa = await house.person(resident, 'Nguyễn Thị Hoa');
after(() => house.close());

const owed = (draft: string) =>
  house.db.sql<{ fees: { amount: number }[] }>(
    `select jsonb_agg(jsonb_build_object('amount', c.amount)) as fees
     from payments.charge c join dossiers.dossier d on d.home_unit = c.home_unit and d.id = c.dossier_id where d.draft_id = $1
     having count(*) > 0`,
    [draft],
  );

test('what the table reckons is shown with its ground, before filing and at the start, and is what is owed', async () => {
  const start = await hoa.get('/nop-ho-so/bat-dau/1.001456');
  assert.match(start.html, /Trực tuyến, bưu chính: 160\.000 đồng/);
  assert.doesNotMatch(start.html, /200\.000/, 'rows of other channels are not told here');
  const page = await toCheck({ house, visitor: hoa, code: '1.001456', pick: seededPick(5) });
  const [, amount = ''] = /<strong>([\d.]+)\u00a0đồng<\/strong>/.exec(page.html) ?? [];
  assert.match(amount, /^(160|320)\.000$/);
  assert.match(page.html, /Thông tư 25\/2021\/TT-BTC; bản ghi quốc gia/);
  await hoa.send(page);
  const [row] = await owed(draftIn(page.url));
  assert.equal(row?.fees[0]?.amount, Number(amount.replace('.', '')));
});

test('where the table fails no price is shown and nothing is filed; the draft stays', async () => {
  const page = await toCheck({ house, visitor: hoa, code: '1.004222', pick: seededPick(3) });
  assert.equal(page.status, 422);
  assert.match(page.html, /Chưa tính được cho trường hợp của bạn/);
  assert.doesNotMatch(page.html, /5\.000|7\.000|không phải nộp phí/);
  assert.doesNotMatch(page.html, /Nộp hồ sơ<\/span>/, 'there is no button');
  assert.deepEqual(await owed(draftIn(page.url)), []);
});
