import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeBundle } from '#capabilities/public-log';
import {
  leafHash,
  openCheckpoint,
  readBundle,
  readVerifier,
  rootOf,
  tilePath,
  type Verifier,
} from '#platform/tlog';
import { aHouse, logOfHouse, secondsOfTheLog } from '#test/pages';
import { portalRoutes } from '../index.ts';

const house = await aHouse({ routes: portalRoutes });
const verifier = (text: string): Verifier => {
  const read = readVerifier(text);
  assert.ok(read);
  return read;
};
const aSecond = secondsOfTheLog(house.db, house.clock);

const filed = await house.aDossier();
const code = (await house.view(filed, 'citizen1')).dossier.code;
const proofPath = `/cua-toi/ho-so/${code}/bang-chung`;

test('before anything was signed the pages say so', async () => {
  assert.equal((await house.visit('GET', '/nhat-ky/checkpoint')).status, 404);
  assert.match((await house.visit('GET', '/nhat-ky')).text, /Chưa có dòng nào/);
  const waits = await house.visit('GET', proofPath, { as: 'citizen1' });
  assert.match(waits.text, /Hồ sơ đã nộp và vẫn còn nguyên/);
});

test('everybody reads the checkpoint, its tiles and entries, and comes to the same root', async () => {
  await aSecond();
  const checkpoint = await house.visit('GET', '/nhat-ky/checkpoint');
  assert.equal(checkpoint.headers['content-type'], 'text/plain; charset=utf-8');
  const keys = [verifier(logOfHouse.verifier)];
  const opened = openCheckpoint(checkpoint.bytes.toString(), { origin: logOfHouse.origin, keys });
  assert.ok(opened.ok);
  const { size, root } = opened.value;
  const width = Math.min(size, 256);
  const tile = await house.visit('GET', `/nhat-ky/tile/${tilePath(0, 0, width)}`);
  assert.equal(tile.headers['content-type'], 'application/octet-stream');
  assert.match(String(tile.headers['cache-control']), /immutable/);
  const entries: Uint8Array[] = [];
  for (let n = 0; n * 256 < size; n++) {
    const path = tilePath('entries', n, Math.min(256, size - n * 256));
    entries.push(...(readBundle((await house.visit('GET', `/nhat-ky/tile/${path}`)).bytes) ?? []));
  }
  assert.deepEqual(Buffer.from(rootOf(entries.map(leafHash))), Buffer.from(root));
  assert.deepEqual(tile.bytes, Buffer.concat(entries.slice(0, 256).map(leafHash)));
  for (const odd of ['0/000.p/300', '0/999', '0/x000/000', 'entries/999', '70/000'])
    assert.equal((await house.visit('GET', `/nhat-ky/tile/${odd}`)).status, 404, odd);
  const page = await house.visit('GET', '/nhat-ky');
  assert.match(page.text, /witness\.example\.vn/);
  assert.ok(page.text.includes(logOfHouse.verifier));
  assert.doesNotMatch(page.text, /không khớp|undefined|NaN/);
});

test('the owner takes a proof of the submission that holds without the office; nobody else takes it', async () => {
  const proof = await house.visit('GET', proofPath, { as: 'citizen1' });
  assert.equal(proof.headers['content-type'], 'application/json');
  const policy = JSON.parse((await house.visit('GET', '/nhat-ky/khoa.json')).bytes.toString()) as {
    origin: string;
    keys: string[];
    witnesses: string[];
    least: number;
  };
  const believed = { ...policy, keys: policy.keys.map(verifier), witnesses: policy.witnesses.map(verifier) };
  const judged = judgeBundle(proof.bytes.toString(), believed);
  assert.ok(judged.ok);
  assert.ok(judged.value.content.includes(filed.id) && judged.value.content.includes('"submitted"'));
  assert.equal(judgeBundle(proof.bytes.toString().replace('submitted', 'submittet'), believed).ok, false);
  assert.equal((await house.visit('GET', proofPath, { as: 'citizen2' })).status, 404);
  assert.notEqual((await house.visit('GET', proofPath)).status, 200);
});

test('a row that an administrator of the database edits, and one that is deleted, stand on the page', async () => {
  await house.db.sql(
    `update dossiers.act set payload = payload || '{"channel":"counter"}' where dossier_id = $1 and seq = 1`,
    [filed.id],
  );
  const [gone] = await house.db.sql<{ id: string }>(
    'delete from audit.entry where id = (select id from audit.entry order by id limit 1) returning id',
  );
  await aSecond();
  const page = await house.visit('GET', '/nhat-ky');
  assert.match(page.text, /Có dữ liệu không khớp nhật ký/);
  assert.ok(page.text.includes(`${filed.id}/1`) && page.text.includes(String(gone?.id)));
  assert.match(page.text, /bị sửa/);
  assert.match(page.text, /bị xóa/);
});
