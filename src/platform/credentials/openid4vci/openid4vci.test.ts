import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { before, test } from 'node:test';
import { Openid4vciClient } from '@openid4vc/openid4vci';
import { decodeJwt, importJWK, type JWK, SignJWT } from 'jose';
import { smallIssuer } from '#test/small-issuer';
import { at, codeOf, type Issuing, issuing, must } from '#test/small-issuing';
import {
  credentialAnswer,
  errorAnswer,
  heldClaims,
  issuerMetadata,
  judgeCredential,
  judgeKeyProof,
  makeHolderKey,
  makeKeyProof,
  makeOffer,
  nonceAnswer,
  offerLink,
  readHolderKey,
  readOffer,
  serverMetadata,
  tokenAnswer,
  wellKnown,
  writeCredentialRequest,
  writeTokenRequest,
} from '../index.ts';

const issuer = 'https://tinh.example.vn';
let world: Issuing;
before(async () => {
  world = await issuing();
});
const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  new Request(issuer + path, { method: 'POST', body, headers });

/** A wallet made of another library; what it signs and hashes with is `jose` and Node. */
async function anotherWallet(answer: (request: Request) => Promise<Response>) {
  const {
    jwk: { kty, crv, x, y },
    secret,
  } = await makeHolderKey();
  const jwk = { kty, crv, x, y };
  return new Openid4vciClient({
    callbacks: {
      fetch: (input, init) => answer(new Request(input, init)),
      hash: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
      generateRandom: (bytes) => randomBytes(bytes),
      clientAuthentication: () => undefined,
      signJwt: async (_signer, { header, payload }) => ({
        jwt: await new SignJWT(payload as Record<string, unknown>)
          .setProtectedHeader({ ...(header as { alg: string }), jwk: { ...jwk } })
          .sign(await importJWK(JSON.parse(secret) as JWK, 'ES256')),
        signerJwk: { ...jwk },
      }),
    },
  });
}

test('a wallet of another make is offered a credential and takes it', async () => {
  const now = Date.now();
  const shop = smallIssuer(
    { ...world, issue: (wish) => world.issue({ ...wish, expiresAt: now + 1000_000 }) },
    { issuer, now: () => now },
  );
  const wallet = await anotherWallet(shop.answer);
  for (const link of [shop.link, shop.linkByAddress])
    assert.deepEqual(await wallet.resolveCredentialOffer(link), shop.offer);
  const issuerMetadata = await wallet.resolveIssuerMetadata(issuer);
  assert.equal(issuerMetadata.credentialIssuer.credential_issuer, issuer);
  const credentialOffer = shop.offer;
  await assert.rejects(
    wallet.retrievePreAuthorizedCodeAccessTokenFromOffer({
      credentialOffer,
      issuerMetadata,
      txCode: '000000',
    }),
  );
  const { accessTokenResponse } = await wallet.retrievePreAuthorizedCodeAccessTokenFromOffer({
    credentialOffer,
    issuerMetadata,
    txCode: shop.txCode,
  });
  const { c_nonce: nonce } = await wallet.requestNonce({ issuerMetadata });
  const { jwt } = await wallet.createCredentialRequestJwtProof({
    issuerMetadata,
    credentialConfigurationId: 'document',
    nonce,
    signer: { method: 'jwk', alg: 'ES256', publicJwk: { ...(await makeHolderKey()).jwk } },
  });
  const taken = await wallet.retrieveCredentials({
    accessToken: accessTokenResponse.access_token,
    credentialConfigurationId: 'document',
    issuerMetadata,
    proofs: { jwt: [jwt] },
  });
  const [first] = credentialAnswer.parse(taken.credentialResponse).credentials;
  const text = first?.credential ?? '';
  const judged = must(await judgeCredential(text, { roots: [world.authority.root], at: now }));
  assert.equal(judged.holder.is, 'not-shown');
  assert.equal(judged.claims['owner_name'], 'Nguyễn Thị Đường');
});

test('our own wallet speaks the same words', async () => {
  const shop = smallIssuer(world, { issuer, now: () => at });
  const ask = async (request: Request) => (await shop.answer(request)).json();
  const offer = must(readOffer(shop.linkByAddress));
  assert.deepEqual('at' in offer && (await ask(new Request(offer.at))), shop.offer);
  const metadata = issuerMetadata.parse(
    await ask(new Request(wellKnown(issuer, 'openid-credential-issuer'))),
  );
  const server = serverMetadata.parse(
    await ask(new Request(wellKnown(issuer, 'oauth-authorization-server'))),
  );
  assert.equal(server.issuer, issuer);
  assert.equal(
    wellKnown(`${issuer}/a`, 'openid-credential-issuer'),
    `${issuer}/.well-known/openid-credential-issuer/a`,
  );
  const code = String(Object.values(shop.offer.grants)[0]?.['pre-authorized_code']);
  const grant = (txCode: string | undefined) =>
    ask(new Request(server.token_endpoint, { method: 'POST', body: writeTokenRequest({ code, txCode }) }));
  assert.equal(errorAnswer.parse(await grant(undefined)).error, 'invalid_grant');
  const { access_token: token } = tokenAnswer.parse(await grant(shop.txCode));
  const { c_nonce: nonce } = nonceAnswer.parse(await ask(post('/nonce', '')));
  const holder = await readHolderKey(world.holder.secret);
  const proof = await makeKeyProof({ audience: metadata.credential_issuer, at, nonce }, holder);
  const asked = JSON.stringify(writeCredentialRequest({ configuration: 'document', proof }));
  const authorization = `Bearer ${token}`;
  const taken = credentialAnswer.parse(await ask(post('/credential', asked, { authorization })));
  const held = must(heldClaims(taken.credentials[0]?.credential ?? ''));
  assert.deepEqual(held.find(({ name }) => name === 'owner_name')?.value, 'Nguyễn Thị Đường');
});

test('codes, nonces and tokens count once and for their purpose', async () => {
  const shop = smallIssuer(world, { issuer, now: () => at });
  const ask = async (request: Request) => {
    const answer = await shop.answer(request);
    return { status: answer.status, body: (await answer.json()) as Record<string, string> };
  };
  const grant = {
    grant_type: 'urn:ietf:params:oauth:grant-type:pre-authorized_code',
    'pre-authorized_code': String(Object.values(shop.offer.grants)[0]?.['pre-authorized_code']),
    tx_code: shop.txCode,
  };
  const token = (fields: Record<string, string>) => ask(post('/token', new URLSearchParams(fields)));
  assert.equal((await token({ ...grant, grant_type: 'password' })).body['error'], 'unsupported_grant_type');
  assert.equal((await token({ grant_type: grant.grant_type })).body['error'], 'invalid_request');
  assert.equal((await token({ ...grant, tx_code: '1' })).body['error'], 'invalid_grant');
  const { access_token: bearer = '' } = (await token(grant)).body;
  assert.equal((await token(grant)).body['error'], 'invalid_grant');
  const { c_nonce: nonce = '' } = (await ask(post('/nonce', ''))).body;
  const proof = await makeKeyProof({ audience: issuer, at, nonce }, world.holder);
  const take = (body: unknown, authorization = `Bearer ${bearer}`) =>
    ask(post('/credential', JSON.stringify(body), { authorization }));
  const good = { credential_configuration_id: 'document', proofs: { jwt: [proof] } };
  assert.equal((await take(good, 'Bearer x')).status, 401);
  assert.equal((await take({ proofs: good.proofs })).body['error'], 'invalid_credential_request');
  assert.equal((await take({ ...good, proofs: {} })).body['error'], 'invalid_proof');
  assert.equal(
    (await take({ ...good, credential_configuration_id: 'x' })).body['error'],
    'unknown_credential_configuration',
  );
  assert.equal((await take(good)).status, 200);
  assert.equal((await take(good)).body['error'], 'invalid_nonce');
});

test('a proof of a key is fresh, for this issuer, and by the key it carries', async () => {
  const judged = async (text: string, asked = { audience: issuer, at }) =>
    codeOf(await judgeKeyProof(text, asked));
  const proof = await makeKeyProof({ audience: issuer, at, nonce: 'n' }, world.holder);
  assert.deepEqual(must(await judgeKeyProof(proof, { audience: issuer, at })), {
    jwk: world.holder.jwk,
    nonce: 'n',
  });
  assert.equal(await judged(proof, { audience: `${issuer}/x`, at }), 'invalid_proof');
  assert.equal(await judged(proof, { audience: issuer, at: at + 600_000 }), 'invalid_proof');
  assert.equal(await judged(proof, { audience: issuer, at: at - 600_000 }), 'invalid_proof');
  const { jwk } = await makeHolderKey();
  const stolen = await makeKeyProof({ audience: issuer, at, nonce: 'n' }, { ...world.holder, jwk });
  assert.equal(await judged(stolen), 'invalid_proof');
  assert.equal(decodeJwt(stolen)['nonce'], 'n');
});

test('offers are read from links and texts, and nothing else', () => {
  const offer = makeOffer({ issuer, configuration: 'document', code: 'c' });
  assert.deepEqual(must(readOffer(offerLink(offer))), offer);
  assert.deepEqual(must(readOffer(` ${JSON.stringify(offer)}\n`)), offer);
  assert.deepEqual(must(readOffer(offerLink({ at: `${issuer}/offer` }))), { at: `${issuer}/offer` });
  for (const text of [
    '',
    'xin chào',
    'openid-credential-offer://',
    'openid-credential-offer://?credential_offer_uri=javascript:alert(1)',
    `${offerLink(offer)}&credential_offer_uri=${issuer}`,
    JSON.stringify({ ...offer, grants: {} }),
    JSON.stringify({ ...offer, credential_issuer: 'file:///etc/passwd' }),
  ])
    assert.equal(codeOf(readOffer(text)), 'offer-odd', text);
});
