import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { SetClock } from '#kernel/time';
import { Pulse, pulseAddress } from './pulse.ts';

let status = 200;
let asked = 0;
let silent = false;
const server = createServer((_req, res) => {
  asked++;
  if (!silent) res.writeHead(status).end();
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
after(() => {
  server.closeAllConnections();
  server.close();
});

test('an answer is shared by those who ask together and remembered for three seconds', async () => {
  const clock = new SetClock(0);
  const pulse = new Pulse(clock);
  assert.equal(pulse.remembered(), undefined);
  asked = 0;
  const answers = await Promise.all([pulse.beats(address), pulse.beats(address), pulse.beats(address)]);
  assert.deepEqual(answers, [true, true, true]);
  status = 503;
  clock.set(2999);
  assert.equal(await pulse.beats(address), true);
  assert.equal(asked, 1);
  clock.set(3000);
  assert.equal(await pulse.beats(address), false);
  status = 200;
  assert.equal(pulse.remembered(), false);
  assert.equal(await pulse.beats(address), false, 'nobody waits for a provider that just failed');
  clock.set(6000);
  assert.equal(await pulse.beats(address), true);
});

test('a page that is not there or leads on is a sign of life; trouble of theirs is none', async () => {
  for (const [answered, alive] of [
    [404, true],
    [302, true],
    [405, true],
    [429, false],
    [500, false],
  ] as const) {
    status = answered;
    assert.equal(await new Pulse(new SetClock(0)).beats(address), alive, String(answered));
  }
  status = 200;
});

test('silence ends after one and a half seconds, nobody at the address at once', async () => {
  silent = true;
  const from = performance.now();
  assert.equal(await new Pulse(new SetClock(0)).beats(address), false);
  const waited = performance.now() - from;
  silent = false;
  assert.ok(waited > 1400 && waited < 2500, `${waited} ms`);
  assert.equal(await new Pulse(new SetClock(0)).beats(new URL('http://127.0.0.1:1/')), false);
});

test('the sign-in page itself is never asked', () => {
  const at = (issuer: string, page: string) => pulseAddress(new URL(issuer), page).href;
  assert.equal(at('https://id.vn', 'https://id.vn/auth'), 'https://id.vn/.well-known/openid-configuration');
  assert.equal(
    at('https://id.vn/realm/', 'https://id.vn/auth'),
    'https://id.vn/realm/.well-known/openid-configuration',
  );
  assert.equal(at('https://id.vn', 'https://login.id.vn/auth?x=1'), 'https://login.id.vn/');
});
