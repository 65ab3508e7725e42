import assert from 'node:assert/strict';
import { createHash, randomBytes, X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { verifySDJWT } from '@meeco/sd-jwt';
import { Openid4vciClient } from '@openid4vc/openid4vci';
import { decodeProtectedHeader, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { credentialAnswer, judgeCredential, makeHolderKey } from '#platform/credentials';
import { aWorkingMorning } from '#test/database';
import { aHouse } from '#test/pages';
import { smallAuthority } from '#test/small-authority';
import { must } from '#test/small-services';
import { smallSigning } from '#test/small-signing';
import { anOffer, aShelved, aWallet, issuerOfHouse } from '#test/wallet';
import { portalRoutes } from '../index.ts';

const authority = await smallAuthority(aWorkingMorning);
const house = await aHouse({
  routes: portalRoutes,
  signing: (clock) => smallSigning(authority, clock).signing,
});
const origin = await house.listen();
const holder = await makeHolderKey();
const wallet = aWallet(house, origin, holder);
const seconds = (): number => Math.floor(house.clock.now() / 1000);
/** A fresh offer with its token. */
async function redeemed() {
  const offer = await anOffer(house, (await aShelved(house)).id);
  return { offer, token: (await wallet.token(offer.code, offer.number)).token };
}
const rightly = async () => wallet.proof({ nonce: await wallet.nonce() });

/** A wallet made of another library; what it signs and hashes with is `jose` and Node. */
async function anotherWallet() {
  const { jwk: whole, secret } = await makeHolderKey();
  const { kty, crv, x, y } = whole;
  const jwk = { kty, crv, x, y };
  const client = new Openid4vciClient({
    callbacks: {
      fetch: (input, init) => {
        const asked = new Request(input, init);
        return fetch(new Request(asked.url.replace('https://motcua.example.vn', origin), asked));
      },
      hash: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
      generateRandom: (bytes) => randomBytes(bytes),
      clientAuthentication: () => undefined,
      signJwt: async (_signer, { header, payload }) => ({
        jwt: await new SignJWT({ ...(payload as Record<string, unknown>), iat: seconds() })
          .setProtectedHeader({ ...(header as { alg: string }), jwk })
          .sign(await importJWK(JSON.parse(secret) as JWK, 'ES256')),
        signerJwk: jwk,
      }),
    },
  });
  return { client, jwk };
}

test('a wallet of another make takes what is offered, and another library reads it', async () => {
  const { client, jwk } = await anotherWallet();
  const { link, number } = await anOffer(house, (await aShelved(house)).id);
  const credentialOffer = await client.resolveCredentialOffer(link);
  const issuerMetadata = await client.resolveIssuerMetadata(credentialOffer.credential_issuer);
  const { accessTokenResponse } = await client.retrievePreAuthorizedCodeAccessTokenFromOffer({
    credentialOffer,
    issuerMetadata,
    txCode: number,
  });
  const { c_nonce: nonce } = await client.requestNonce({ issuerMetadata });
  const credentialConfigurationId = credentialOffer.credential_configuration_ids[0] ?? '';
  const { jwt } = await client.createCredentialRequestJwtProof({
    issuerMetadata,
    credentialConfigurationId,
    nonce,
    signer: { method: 'jwk', alg: 'ES256', publicJwk: jwk },
  });
  const taken = await client.retrieveCredentials({
    accessToken: accessTokenResponse.access_token,
    credentialConfigurationId,
    issuerMetadata,
    proofs: { jwt: [jwt] },
  });
  const text = credentialAnswer.parse(taken.credentialResponse).credentials[0]?.credential ?? '';
  const [certificate = ''] = decodeProtectedHeader(text.split('~')[0] ?? '').x5c ?? [];
  const { publicKey, issuer } = new X509Certificate(Buffer.from(certificate, 'base64'));
  assert.match(issuer, /thử nghiệm/);
  const outside = (given: string) =>
    verifySDJWT(
      given,
      async (jwt) =>
        Boolean(
          await jwtVerify(jwt, publicKey, { typ: 'dc+sd-jwt', currentDate: new Date(house.clock.now()) }),
        ),
      async () => (data: string) => createHash('sha256').update(data).digest('base64url'),
    );
  const claims = (await outside(text)) as Record<string, unknown>;
  assert.equal(claims['owner_name'], 'Nguyễn Thị Lan');
  assert.deepEqual((claims['cnf'] as { jwk: JWK }).jwk.x, jwk.x);
  const at = 400;
  await assert.rejects(outside(text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)));
});

test('an offer is redeemed once, within its time, with the number that stands on the page', async () => {
  const { offer } = await redeemed();
  assert.equal((await wallet.token(offer.code, offer.number)).error, 'invalid_grant');
  const late = await anOffer(house, (await aShelved(house)).id);
  assert.equal((await wallet.token(late.code)).error, 'invalid_request');
  house.clock.set(house.clock.now() + 600_001);
  assert.equal((await wallet.token(late.code, late.number)).error, 'invalid_grant');
  const { id } = await aShelved(house);
  const guessed = await anOffer(house, id);
  const wrong = guessed.number === '000000' ? '000001' : '000000';
  for (let i = 0; i < 5; i++) assert.equal((await wallet.token(guessed.code, wrong)).error, 'invalid_grant');
  assert.equal((await wallet.token(guessed.code, guessed.number)).error, 'invalid_grant');
  assert.match((await house.visit('GET', guessed.at, { as: 'citizen1' })).text, /đã dùng hoặc đã hết hạn/);
  const [first, second] = [await anOffer(house, id), await anOffer(house, id)];
  assert.equal((await wallet.token(first.code, first.number)).error, 'invalid_grant', 'a newer one ends it');
  assert.equal((await wallet.token(second.code, second.number)).status, 200);
});

test('codes and tokens that were made elsewhere, or for something else, open nothing', async () => {
  const { offer, token } = await redeemed();
  const other = await anOffer(house, (await aShelved(house)).id);
  const mixed = `${offer.code.split('.')[0]}.${other.code.split('.')[1]}`;
  for (const code of ['', 'x', mixed, token, `${offer.code}A`, 'a'.repeat(600)])
    assert.match((await wallet.token(code, offer.number)).error ?? '', /^invalid_(grant|request)$/, code);
  for (const right of ['x', offer.code, mixed, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`]) {
    const { status, error } = await wallet.credential(right, await rightly());
    assert.deepEqual([status, error], [401, 'invalid_token'], right);
  }
  const bare = await fetch(`${origin}/giay-to-dien-tu/credential`, { method: 'POST', body: '{' });
  assert.equal(bare.status, 401);
  assert.equal((await fetch(`${origin}/giay-to-dien-tu/loi-moi/${mixed}`)).status, 404);
});

test('a proof counts for us, with a nonce of ours, freshly made, by the key that it shows', async () => {
  const { token } = await redeemed();
  const refused = async (jwt: string) => (await wallet.credential(token, jwt)).error;
  const nonce = await wallet.nonce();
  const audience = 'https://khac.example.vn/giay-to-dien-tu';
  assert.equal(await refused(await wallet.proof({ nonce, audience })), 'invalid_proof');
  assert.equal(
    await refused(await wallet.proof({ nonce, at: house.clock.now() - 3_600_000 })),
    'invalid_proof',
  );
  const foreign = { jwk: (await makeHolderKey()).jwk, sign: holder.sign };
  assert.equal(await refused(await wallet.proof({ nonce }, { ...holder, ...foreign })), 'invalid_proof');
  assert.equal(await refused(await wallet.proof({ nonce: 'tu-nghi-ra' })), 'invalid_nonce');
  assert.equal(await refused(await wallet.proof({ nonce: nonce.replace(/^\d/, '9') })), 'invalid_nonce');
  const proof = await wallet.proof({ nonce });
  const configuration = await wallet.credential(token, proof, 'khac');
  assert.equal(configuration.error, 'unknown_credential_configuration');
  house.clock.set(house.clock.now() + 240_000);
  assert.equal((await wallet.credential(token, proof)).status, 200, 'nothing of it was used up');
  const again = await redeemed();
  assert.equal((await wallet.credential(again.token, proof)).error, 'invalid_nonce', 'a nonce counts once');
  house.clock.set(house.clock.now() + 300_001);
  assert.equal((await wallet.credential(again.token, await rightly())).error, 'invalid_token', 'too late');
});

test('a token gives one credential, however many ask at once', async () => {
  const { token } = await redeemed();
  const proofs = await Promise.all([rightly(), rightly(), rightly(), rightly()]);
  const answers = await Promise.all(proofs.map((proof) => wallet.credential(token, proof)));
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  assert.ok(answers.every(({ status, error }) => status === 200 || error === 'invalid_token'));
  assert.equal((await wallet.credential(token, await rightly())).error, 'invalid_token');
});

test('a list of states is public, short-lived in caches, and there for agencies with credentials only', async () => {
  const text = await wallet.takes(await anOffer(house, (await aShelved(house)).id));
  const judged = must(await judgeCredential(text, { roots: [authority.root], at: house.clock.now() }));
  assert.ok(judged.status.is === 'unknown');
  assert.ok(judged.status.uri.startsWith(`${issuerOfHouse}/trang-thai/`));
  const place = judged.status.uri.slice('https://motcua.example.vn'.length);
  const served = await house.visit('GET', place);
  assert.equal(served.headers['content-type'], 'application/statuslist+jwt');
  assert.equal(served.headers['cache-control'], 'public, max-age=3');
  assert.ok(served.text.length < 5000, String(served.text.length));
  for (const missing of [`${place}1`, place.replace(/[0-9a-f]{12}\/0$/, '0'.repeat(12) + '/0')])
    assert.equal((await house.visit('GET', missing)).status, 404, missing);
});
