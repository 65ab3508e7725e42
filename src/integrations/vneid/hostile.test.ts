import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { systemClock } from '#kernel/time';
import { createLog } from '#platform/log';
import { openCodeFlow } from '#platform/openid';
import { vneid } from './index.ts';

/** An issuer that answers with whatever identity token a case asks for. */
const good = await generateKeyPair('RS256', { extractable: true });
const other = await generateKeyPair('RS256', { extractable: true });
const elliptic = await generateKeyPair('ES256', { extractable: true });
const publicJwk = { ...(await exportJWK(good.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
let token: string | number = '';
let keyFetches = 0;

const server = createServer((req, res) => {
  const json = (body: unknown, status = 200) =>
    res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  switch (req.url) {
    case '/.well-known/openid-configuration':
      return json({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        id_token_signing_alg_values_supported: ['RS256', 'ES256', 'HS256', 'none'],
      });
    case '/jwks':
      keyFetches++;
      return json({ keys: [publicJwk] });
    default:
      if (typeof token === 'number') return json({ error: 'server_error' }, token);
      return json({ access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: token });
  }
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
after(() => server.close());

const provider = vneid(
  openCodeFlow({
    issuer,
    clientId: 'motcua',
    clientSecret: 'secret',
    redirectUri: 'http://localhost:9/dang-nhap/ve',
    clock: systemClock,
    log: createLog('test', 'silent'),
  }),
);
const now = () => Math.floor(Date.now() / 1000);
const base = (nonce: string) => ({
  iss: issuer,
  aud: 'motcua',
  sub: 'c1',
  nonce,
  iat: now(),
  exp: now() + 300,
  SoDinhDanh: '089190000001',
  HoVaTen: 'Nguyễn Thị Hoa',
  NgayThangNamSinh: '17/05/1990',
  loAs: '2',
});
type Claims = Record<string, unknown>;
const signed = (
  claims: Claims,
  header: Record<string, string> = {},
  key: Parameters<SignJWT['sign']>[0] = good.privateKey,
) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header }).sign(key);

async function answer(make: (nonce: string) => Promise<string | number> | string | number) {
  const start = await provider.begin('/');
  assert.ok(start.ok);
  const { keep } = start.value;
  token = await make(keep.nonce);
  const outcome = await provider.finish(`http://localhost:9/dang-nhap/ve?code=c&state=${keep.state}`, keep);
  return outcome.ok ? 'ok' : outcome.refusal.code;
}

test('an honest token is believed', async () => {
  assert.equal(await answer((nonce) => signed(base(nonce))), 'ok');
  assert.equal(await answer((nonce) => signed({ ...base(nonce), aud: ['motcua'], azp: 'motcua' })), 'ok');
});

const claimVectors: Record<string, Claims> = {
  'another issuer': { iss: 'https://khac.example.vn' },
  'an issuer with a slash more': { iss: `${issuer}/` },
  'no issuer': { iss: undefined },
  'another audience': { aud: 'khac' },
  'no audience': { aud: undefined },
  'an empty audience': { aud: [] },
  'several audiences without azp': { aud: ['motcua', 'khac'] },
  'another authorised party': { aud: ['motcua', 'khac'], azp: 'khac' },
  'another nonce': { nonce: 'khac' },
  'no nonce': { nonce: undefined },
  'an empty nonce': { nonce: '' },
  'a nonce as list': { nonce: ['x'] },
  expired: { exp: now() - 120 },
  'no expiry': { exp: undefined },
  'an expiry as text': { exp: '9999999999' },
  'not yet valid': { nbf: now() + 600 },
  'no time of issue': { iat: undefined },
  'no subject': { sub: undefined },
  'a subject as number': { sub: 7 },
};
for (const [name, change] of Object.entries(claimVectors))
  test(`refused: ${name}`, async () => {
    assert.equal(await answer((nonce) => signed({ ...base(nonce), ...change })), 'sign-in-refused');
  });

const cut = (jwt: string, at: number) => jwt.split('.').slice(0, at).join('.');
const tokenVectors: Record<string, (nonce: string) => Promise<string> | string> = {
  'algorithm none': (nonce) => new UnsecuredJWT(base(nonce)).encode(),
  'algorithm none with a signature': async (nonce) => `${new UnsecuredJWT(base(nonce)).encode()}AAAA`,
  'signed with the public key as secret': async (nonce) =>
    signed(base(nonce), { alg: 'HS256' }, new TextEncoder().encode(JSON.stringify(publicJwk))),
  'signed with the client secret': (nonce) =>
    signed(base(nonce), { alg: 'HS256' }, new TextEncoder().encode('secret'.padEnd(32, '\0'))),
  'signed with another key of the same name': (nonce) => signed(base(nonce), {}, other.privateKey),
  'signed with another algorithm': (nonce) => signed(base(nonce), { alg: 'ES256' }, elliptic.privateKey),
  'an unknown key name': (nonce) => signed(base(nonce), { kid: 'k2' }, other.privateKey),
  'a path as key name': (nonce) => signed(base(nonce), { kid: '../../../dev/null' }, other.privateKey),
  'a key brought along by address': (nonce) =>
    signed(base(nonce), { kid: 'k2', jku: `${issuer}/jwks` }, other.privateKey),
  'no signature': async (nonce) => `${cut(await signed(base(nonce)), 2)}.`,
  'two parts': async (nonce) => cut(await signed(base(nonce)), 2),
  'two signatures': async (nonce) =>
    `${await signed(base(nonce))}.${(await signed(base(nonce))).split('.')[2]}`,
  'a claim changed after signing': async (nonce) => {
    const [head, , signature] = (await signed(base(nonce))).split('.');
    const body = Buffer.from(JSON.stringify({ ...base(nonce), sub: 'c2' })).toString('base64url');
    return `${head}.${body}.${signature}`;
  },
  'a signature cut short': async (nonce) => (await signed(base(nonce))).slice(0, -8),
  'no token': () => '',
  'not a token': () => 'xin chào',
};
for (const [name, make] of Object.entries(tokenVectors))
  test(`refused: ${name}`, async () => {
    assert.equal(await answer(make), 'sign-in-refused');
  });

test('a signed token that names nobody is unreadable', async () => {
  assert.equal(await answer((nonce) => signed({ ...base(nonce), SoDinhDanh: '1' })), 'claims-unreadable');
});

test('a storm of unknown keys does not become a storm of fetches', async () => {
  const before = keyFetches;
  for (let i = 0; i < 20; i++)
    await answer((nonce) => signed(base(nonce), { kid: `x${i}` }, other.privateKey));
  assert.ok(keyFetches - before <= 1, `${keyFetches - before} fetches`);
});

test('a failing token endpoint is an outage, not a refusal', async () => {
  assert.equal(await answer(() => 500), 'identity-provider-unavailable');
});
