import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { SetClock, systemClock } from '#kernel/time';
import { createLog } from '#platform/log';
import { type CodeFlowSettings, openCodeFlow } from '#platform/openid';
import { startIdentitySimulators } from '../identity-simulator/index.ts';
import { vneid } from './index.ts';
import { TinyBrowser } from './testing/browser.ts';

const back = 'http://localhost:9/dang-nhap/ve';
const dataDir = mkdtempSync(path.join(tmpdir(), 'mc-sim-'));
const client = (id: string) => ({ clientId: id, clientSecret: `${id}-secret`, redirectUris: [back] });
const simulators = await startIdentitySimulators({
  port1: 0,
  port2: 0,
  clients: { citizen: client('motcua-citizen'), officer: client('motcua-officer') },
  people: async () => [
    {
      subject: 'c1',
      personalNumber: '089190000001',
      name: 'Nguyễn Thị Hoa',
      birthDate: '1990-05-17',
      note: 'Long Xuyên',
    },
    { subject: 'c2', personalNumber: '089085000002', name: 'Trần Văn Đức', birthDate: '1985-01-02' },
  ],
  officers: async () => [{ subject: 'o1', name: 'Lê Văn Tám', title: 'Chuyên viên', unit: 'UBND xã An Phú' }],
  dataDir,
});
after(async () => {
  await simulators.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const settings = (more: Partial<CodeFlowSettings> = {}): CodeFlowSettings => ({
  issuer: simulators.citizen.issuer,
  clientId: 'motcua-citizen',
  clientSecret: 'motcua-citizen-secret',
  redirectUri: back,
  neededClaim: 'SoDinhDanh',
  ask: { prompt: 'login' },
  clock: systemClock,
  log: createLog('test', 'silent'),
  ...more,
});
const citizen = vneid(openCodeFlow(settings()));
const officerClient = (more: Partial<CodeFlowSettings> = {}) =>
  openCodeFlow(
    settings({
      issuer: simulators.officer.issuer,
      clientId: 'motcua-officer',
      clientSecret: 'motcua-officer-secret',
      ...more,
    }),
  );

async function begun(provider = citizen) {
  const start = await provider.begin('/ho-so');
  assert.ok(start.ok);
  return start.value;
}

/** Chooses a person on the simulator's page; the address the browser is sent back to. */
async function chosen(url: string, subject: string, browser = new TinyBrowser()): Promise<string> {
  const page = await browser.follow(url, back);
  assert.match(await page.response.text(), /Nguyễn Thị Hoa|Lê Văn Tám/);
  const end = await browser.follow(page.url, back, { subject });
  assert.ok(end.url.startsWith(back), end.url);
  return end.url;
}
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) =>
  outcome.ok ? 'ok' : outcome.refusal?.code;

test('a citizen signs in: the person, not more, comes back', async () => {
  const { url, keep } = await begun();
  assert.equal(keep.returnTo, '/ho-so');
  const outcome = await citizen.finish(await chosen(url, 'c1'), keep);
  assert.deepEqual(outcome, {
    ok: true,
    value: {
      subject: 'c1',
      personalNumber: '089190000001',
      name: 'Nguyễn Thị Hoa',
      birthDate: '1990-05-17',
      sex: '2',
      loa: 2,
      provider: 'vneid',
    },
  });
});

test('the next sign-in of the same browser asks again who it is', async () => {
  const browser = new TinyBrowser();
  const first = await begun();
  await chosen(first.url, 'c1', browser);
  const second = await begun();
  const outcome = await citizen.finish(await chosen(second.url, 'c2', browser), second.keep);
  assert.equal(outcome.ok && outcome.value.subject, 'c2');
});

test('turning back is a refusal of its own', async () => {
  const { url, keep } = await begun();
  const browser = new TinyBrowser();
  const page = await browser.follow(url, back);
  const end = await browser.follow(`${page.url}/thoi`, back, {});
  assert.equal(codeOf(await citizen.finish(end.url, keep)), 'sign-in-cancelled');
});

test('a code counts once', async () => {
  const { url, keep } = await begun();
  const answer = await chosen(url, 'c1');
  assert.equal(codeOf(await citizen.finish(answer, keep)), 'ok');
  assert.equal(codeOf(await citizen.finish(answer, keep)), 'sign-in-refused');
});

test('a forged state, another browser’s answer, a stripped or foreign verifier, a changed nonce are refused', async () => {
  const { keep: victim } = await begun();
  const attacker = await begun();
  const answer = await chosen(attacker.url, 'c2');
  assert.equal(codeOf(await citizen.finish(answer, victim)), 'sign-in-refused', 'login CSRF');
  const forged = new URL(answer);
  forged.searchParams.set('state', victim.state);
  for (const keep of [victim, { ...victim, verifier: '' }])
    assert.equal(codeOf(await citizen.finish(forged.href, keep)), 'sign-in-refused', 'injected code');
  for (const change of [
    { verifier: victim.verifier },
    { nonce: victim.nonce },
    { state: '' },
    { verifier: '' },
  ]) {
    const fresh = await begun();
    const its = await chosen(fresh.url, 'c1');
    assert.equal(
      codeOf(await citizen.finish(its, { ...fresh.keep, ...change })),
      'sign-in-refused',
      JSON.stringify(change),
    );
  }
});

test('an answer of another issuer (mix-up), without code, doubled or empty is refused', async () => {
  const { url, keep } = await begun();
  const answer = await chosen(url, 'c1');
  const changed = (change: (query: URLSearchParams) => void) => {
    const next = new URL(answer);
    change(next.searchParams);
    return next.href;
  };
  for (const bad of [
    changed((query) => query.set('iss', simulators.officer.issuer)),
    changed((query) => query.delete('iss')),
    changed((query) => query.delete('code')),
    changed((query) => query.delete('state')),
    changed((query) => query.append('state', keep.state)),
    changed((query) => query.append('code', 'x')),
    changed((query) => query.set('code', 'x')),
    back,
    `${back}?error=server%00error&state=${keep.state}`,
  ])
    assert.equal(codeOf(await citizen.finish(bad, keep)), 'sign-in-refused', bad);
});

test('an answer after a quarter of an hour, or from the future, is refused', async () => {
  const { keep } = await begun();
  for (const startedAt of [keep.startedAt - 16 * 60_000, keep.startedAt + 60_000])
    assert.equal(codeOf(await citizen.finish(`${back}?code=x`, { ...keep, startedAt })), 'sign-in-refused');
});

test('the provider refuses a sign-in without PKCE or to another address', async () => {
  for (const change of [
    (query: URLSearchParams) => query.delete('code_challenge'),
    (query: URLSearchParams) => query.set('code_challenge_method', 'plain'),
    (query: URLSearchParams) => query.set('redirect_uri', 'http://localhost:9/khac'),
  ]) {
    const url = new URL((await begun()).url);
    change(url.searchParams);
    const end = await new TinyBrowser().follow(url.href, 'http://localhost:9');
    assert.ok(!new URL(end.url).searchParams.has('code'));
    assert.ok(end.response.status >= 400 || new URL(end.url).searchParams.has('error'));
  }
});

test('the two issuers keep their cookies apart', async () => {
  const browser = new TinyBrowser();
  const officers = openCodeFlow(
    settings({
      issuer: simulators.officer.issuer,
      clientId: 'motcua-officer',
      clientSecret: 'motcua-officer-secret',
    }),
  );
  const theirs = await officers.begin('/');
  assert.ok(theirs.ok);
  const mine = await begun();
  await browser.follow(theirs.value.url, back);
  const answer = await chosen(mine.url, 'c1', browser);
  assert.equal(codeOf(await citizen.finish(answer, mine.keep)), 'ok');
  assert.ok(browser.cookieNames('127.0.0.1').some((name) => name.startsWith('can-bo-mo-phong')));
});

test('an officer types a second factor, and the token says so', async () => {
  const officers = openCodeFlow(
    settings({
      issuer: simulators.officer.issuer,
      clientId: 'motcua-officer',
      clientSecret: 'motcua-officer-secret',
      neededClaim: 'sub',
    }),
  );
  const signIn = async (code: (shown: string) => string) => {
    const browser = new TinyBrowser();
    const start = await officers.begin('/mot-cua');
    assert.ok(start.ok);
    const page = await browser.follow(start.value.url, back);
    const asked = await browser.go(page.url, { subject: 'o1' });
    const shown = /id="ma-mau">(\d{6})</.exec(await asked.text())?.[1] ?? '';
    const end = await browser.follow(`${page.url}/ma`, back, { subject: 'o1', code: code(shown) });
    return end.url.startsWith(back) ? officers.finish(end.url, start.value.keep) : end.response.status;
  };
  const claims = await signIn((shown) => shown);
  assert.ok(typeof claims === 'object' && claims.ok);
  assert.deepEqual(
    [claims.value['sub'], claims.value['amr'], claims.value['acr']],
    ['o1', ['pwd', 'otp'], 'urn:motcua:2'],
  );
  assert.equal(await signIn((shown) => (shown === '000000' ? '000001' : '000000')), 422);
  simulators.officer.behave({ withoutSecondFactor: true });
  const start = await officers.begin('/mot-cua');
  assert.ok(start.ok);
  const weak = await officers.finish(await chosen(start.value.url, 'o1'), start.value.keep);
  assert.ok(weak.ok);
  assert.deepEqual(weak.value['amr'], ['pwd']);
  simulators.officer.behave({});
});

test('a slow provider ends in time, and after five failures nobody waits any more', {
  timeout: 30_000,
}, async () => {
  const clock = new SetClock(Date.now());
  const provider = vneid(openCodeFlow(settings({ clock })));
  simulators.citizen.behave({ slowMs: 8000 });
  const from = performance.now();
  assert.equal(codeOf(await provider.begin('/')), 'identity-provider-unavailable');
  assert.ok(performance.now() - from < 4000);
  simulators.citizen.behave({ down: true });
  for (let i = 0; i < 4; i++)
    assert.equal(codeOf(await provider.begin('/')), 'identity-provider-unavailable');
  simulators.citizen.behave({});
  assert.equal(codeOf(await provider.begin('/')), 'identity-provider-unavailable', 'open: not even asked');
  clock.set(clock.now() + 15_000);
  assert.equal(codeOf(await provider.begin('/')), 'ok', 'closed again by the first success');
});

test('no browser is led to a provider that vanished after its addresses were learnt', async () => {
  const clock = new SetClock(Date.now());
  const provider = vneid(openCodeFlow(settings({ clock })));
  const later = (ms: number) => clock.set(clock.now() + ms);
  assert.equal(codeOf(await provider.begin('/')), 'ok');
  simulators.citizen.behave({ down: true });
  later(3000);
  assert.equal(codeOf(await provider.begin('/')), 'identity-provider-unavailable');
  simulators.citizen.behave({});
  for (let i = 0; i < 10; i++)
    assert.equal(codeOf(await provider.begin('/')), 'identity-provider-unavailable', 'remembered');
  later(3000);
  assert.equal(codeOf(await provider.begin('/')), 'ok', 'a rush within one answer does not open the circuit');

  simulators.citizen.behave({ slowMs: 5000 });
  later(3000);
  const from = performance.now();
  assert.equal(codeOf(await provider.begin('/')), 'identity-provider-unavailable');
  assert.ok(performance.now() - from < 2200, 'one and a half seconds at most');
  simulators.citizen.behave({});
});

test('an officer is not led to a stopped provider either, and comes in once it listens again', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mc-sim-'));
  const start = (port1: number, port2: number) =>
    startIdentitySimulators({
      port1,
      port2,
      clients: { citizen: client('motcua-citizen'), officer: client('motcua-officer') },
      people: async () => [],
      officers: async () => [],
      dataDir: folder,
    });
  let standing = await start(0, 0);
  const ports = [standing.citizen, standing.officer].map(({ issuer }) => Number(new URL(issuer).port));
  const clock = new SetClock(Date.now());
  const officer = officerClient({ issuer: standing.officer.issuer, clock });
  const after3s = () => clock.set(clock.now() + 3000);
  try {
    assert.equal(codeOf(await officer.begin('/mot-cua')), 'ok');
    await standing.stop();
    after3s();
    assert.equal(codeOf(await officer.begin('/mot-cua')), 'identity-provider-unavailable');
    standing = await start(ports[0] ?? 0, ports[1] ?? 0);
    after3s();
    assert.equal(codeOf(await officer.begin('/mot-cua')), 'ok');
  } finally {
    await standing.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a provider that vanishes between leaving and coming back costs the sign-in, nothing else', async () => {
  const { url, keep } = await begun();
  const answer = await chosen(url, 'c1');
  simulators.citizen.behave({ down: true });
  assert.equal(codeOf(await citizen.finish(answer, keep)), 'identity-provider-unavailable');
  simulators.citizen.behave({});
  assert.equal(codeOf(await citizen.finish(answer, keep)), 'ok', 'the code was not spent');
});

test('plain http is for loopback only', () => {
  for (const issuer of ['http://vneid.example.vn', 'http://127.0.0.1.example.vn', 'http://10.0.0.1:3000'])
    assert.throws(() => openCodeFlow(settings({ issuer })), /https/);
});
