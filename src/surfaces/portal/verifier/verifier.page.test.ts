import assert from 'node:assert/strict';
import { test } from 'node:test';
import { done } from '#kernel/outcome';
import { provenPaper } from '#surfaces/shared';
import { aWorkingMorning } from '#test/database';
import { aHouse, secondsOfTheLog } from '#test/pages';
import { aRegistered, aSignedPaper } from '#test/registered';
import { smallAuthority } from '#test/small-authority';
import { portalRoutes } from '../index.ts';
import { walkTo } from '../testing/walk.ts';
import { given } from './browser/given.ts';
import { judgeFile } from './browser/judge-file.ts';

const authority = await smallAuthority(aWorkingMorning);
const house = await aHouse({ routes: portalRoutes, doors: { trust: { roots: [authority.root] } } });
const aSecond = secondsOfTheLog(house.db, house.clock);
const address = '/kiem-tra/khong-can-mang';
const file = await house.visit('GET', address);
const html = file.bytes.toString();
const believed = given.parse(JSON.parse(/ id="tin">(.*)<\/script>/.exec(html)?.[1] ?? ''));
const judge = (bytes: Uint8Array) =>
  judgeFile(bytes, believed, { at: house.clock.now(), lists: [], keys: [] });

test('anybody takes it away as one file; the pages about checking and about the log lead to it', async () => {
  assert.equal(file.status, 200);
  assert.match(String(file.headers['content-disposition']), /^attachment;.*kiem-tra-giay-to\.html/);
  assert.equal(file.headers['cache-control'], 'no-store');
  assert.match(html, /Tỉnh An Giang.*Giấy này có thật không\?/s);
  for (const page of ['/kiem-tra', '/nhat-ky'])
    assert.ok((await house.visit('GET', page)).text.includes(`href="${address}"`), page);
});

test('with what stands in it receipts and results of the house are found right', async () => {
  assert.deepEqual(
    JSON.parse((await house.visit('GET', '/nhat-ky/khoa.json')).bytes.toString()),
    believed.policy,
  );
  const filed = await house.aDossier();
  await walkTo(house, filed, 'accepted');
  const { code } = (await house.view(filed, 'citizen1')).dossier;
  const at = `/cua-toi/ho-so/${code}/giay/giay-tiep-nhan`;
  const bare = await house.visit('GET', at, { as: 'citizen1' });
  await aSecond();
  const receipt = await house.visit('GET', at, { as: 'citizen1' });
  assert.equal((await judge(bare.bytes)).tone, 'bad', 'it carries no proof yet, and nobody signs it');
  const judged = await judge(receipt.bytes);
  assert.equal(judged.tone, 'good');
  assert.match(JSON.stringify(judged), /Giấy tiếp nhận hồ sơ/);
  const turned = Buffer.from(receipt.bytes);
  turned[100] = (turned[100] ?? 0) ^ 1;
  assert.equal((await judge(turned)).tone, 'bad');

  const proof = await house.visit('GET', `/cua-toi/ho-so/${code}/bang-chung`, { as: 'citizen1' });
  assert.equal((await judge(proof.bytes)).tone, 'good');

  const paper = await aSignedPaper(house, authority);
  assert.match(JSON.stringify(await judge(paper)), /không mang theo bằng chứng.*Chữ ký số đúng/);
  const { dossier, number } = await aRegistered(house, paper);
  await aSecond();
  const about = { ref: dossier, name: 'ket-qua' };
  const bytes = done({ bytes: paper, fileName: 'ket-qua.pdf' });
  const result = await provenPaper(await house.ctx('citizen1'), house.doors, about, bytes);
  assert.ok(result.ok);
  const found = await judge(result.value.bytes);
  assert.equal(found.tone, 'careful');
  assert.match(
    JSON.stringify(found),
    /Đúng tệp cơ quan đã phát hành.*Chữ ký số đúng.*Chưa biết có bị thu hồi/,
  );
  assert.ok(found.facts.some(({ value }) => value === number));
});
