import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { SetClock } from '#kernel/time';
import { judgeCredential, offerLink } from '#platform/credentials';
import { smallIssuer } from '#test/small-issuer';
import { at, type Issuing, issuing, must } from '#test/small-issuing';
import { startWalletSimulator, type WalletSimulator } from './index.ts';

let world: Issuing;
let shop: ReturnType<typeof smallIssuer>;
let server: Server;
let wallet: WalletSimulator;
let issuer: string;
const dataDir = mkdtempSync(path.join(tmpdir(), 'vi-'));
const clock = new SetClock(at);

before(async () => {
  world = await issuing();
  server = createServer((req, res) => void answer(req, res)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  shop = smallIssuer(world, { issuer, now: () => clock.now() });
  wallet = await startWalletSimulator({ port: 0, dataDir, clock });
});
after(async () => {
  await wallet.stop();
  server.close();
  server.closeAllConnections();
  rmSync(dataDir, { recursive: true });
});

async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of req as AsyncIterable<Buffer>) parts.push(part);
  const init = { method: req.method ?? 'GET', headers: req.headers as Record<string, string> };
  const body = parts.length > 0 ? { body: Buffer.concat(parts) } : {};
  const given = await shop.answer(new Request(issuer + req.url, { ...init, ...body }));
  res.writeHead(given.status, Object.fromEntries(given.headers)).end(await given.text());
}
const get = async (place: string) => {
  const answer = await fetch(wallet.origin + place);
  return { status: answer.status, text: await answer.text() };
};
const post = async (place: string, fields: readonly (readonly [string, string])[], headers = {}) => {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
  const answer = await fetch(wallet.origin + place, { method: 'POST', body, headers, redirect: 'manual' });
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') ?? '' };
};
const takeIt = async (code: string) =>
  post('/nhan', [
    ['loi-moi', shop.link],
    ['ma', code],
  ]);

test('an offer is looked at, taken with the number, kept and shown in part', async () => {
  assert.match((await get('/')).text, /chưa có giấy tờ nào/);
  for (const link of [offerLink(shop.offer, '/nhan'), offerLink({ at: `${issuer}/offer` }, '/nhan')]) {
    const { status, text } = await get(link);
    assert.equal(status, 200);
    assert.match(text, /Tỉnh Mẫu/);
    assert.match(text, /Số trong tin nhắn/);
  }
  const pasted = await get(`/nhan?${new URLSearchParams({ 'loi-moi': shop.linkByAddress })}`);
  assert.equal(pasted.status, 200);
  const wrong = await takeIt('000000');
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Mã chưa đúng/);
  const taken = await takeIt('493 536');
  assert.equal(taken.status, 303);
  assert.match(taken.location, /^\/giay\//);
  assert.match((await get(taken.location)).text, /Nguyễn Thị Đường/);
  const whole = (await get(`${taken.location}/tep`)).text;
  assert.equal(must(await judgeCredential(whole, { roots: [world.authority.root], at })).hidden, 0);
  const shown = await post('/present', [
    ['id', taken.location.split('/')[2] ?? ''],
    ['claim', 'owner_name'],
    ['claim', 'document_number'],
    ['audience', 'https://truong.example.vn'],
    ['nonce', 'n-7'],
  ]);
  const expected = { audience: 'https://truong.example.vn', nonce: 'n-7' };
  const judged = must(await judgeCredential(shown.text, { roots: [world.authority.root], at, expected }));
  assert.equal(judged.claims['document_number'], '15/GXN-UBND');
  assert.equal(judged.claims['owner_personal_number'], undefined);
  const again = await takeIt('493536');
  assert.match(again.text, /đã dùng hay đã hết hạn/);
});

test('after a restart it holds the same, with the same key', async () => {
  const other = await startWalletSimulator({ port: 0, dataDir, clock });
  const text = await (await fetch(other.origin)).text();
  await other.stop();
  assert.match(text, /href="\/giay\//);
  const place = /href="(\/giay\/[\w-]+)"/.exec(text)?.[1] ?? '';
  const { status } = await post(`${place}/bo`, []);
  assert.equal(status, 303);
  assert.match((await get('/')).text, /chưa có giấy tờ nào/);
});

test('what is no offer, comes from far, or is asked by another page is refused with a sentence', async () => {
  const pasted = async (text: string) => get(`/nhan?${new URLSearchParams({ 'loi-moi': text })}`);
  const odd = await pasted('xin chào');
  assert.equal(odd.status, 422);
  assert.match(odd.text, /không phải là lời mời/);
  const far = await pasted(offerLink({ ...shop.offer, credential_issuer: 'https://example.vn' }));
  assert.match(far.text, /chạy trên chính máy này/);
  const silent = await pasted(offerLink({ at: 'http://127.0.0.1:1/offer' }));
  assert.match(silent.text, /không trả lời/);
  const elsewhere = await pasted(offerLink({ ...shop.offer, credential_issuer: `${issuer}/other` }));
  assert.match(elsewhere.text, /không đúng chuẩn/);
  assert.equal((await post('/nhan', [], { 'sec-fetch-site': 'cross-site' })).status, 403);
  assert.equal((await get('/giay/khong-co')).status, 404);
});
