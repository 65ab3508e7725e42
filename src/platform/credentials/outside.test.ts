import assert from 'node:assert/strict';
import { createHash, X509Certificate } from 'node:crypto';
import { before, test } from 'node:test';
import { verifySDJWT } from '@meeco/sd-jwt';
import { importJWK, type JWK, jwtVerify } from 'jose';
import { at, type Issuing, issuing, must } from '#test/small-issuing';
import { presentCredential } from './index.ts';

let world: Issuing;
let certificate: X509Certificate;
before(async () => {
  world = await issuing();
  certificate = new X509Certificate(world.authority.person.certificate);
});
const asked = { audience: 'https://truong.example.vn', nonce: 'n-9' };
const clock = { currentDate: new Date(at + 1000) };

/** By libraries that share nothing with those that issue and judge here. */
const outside = (text: string) =>
  verifySDJWT(
    text,
    async (jwt) => Boolean(await jwtVerify(jwt, certificate.publicKey, { typ: 'dc+sd-jwt', ...clock })),
    async () => (data: string) => createHash('sha256').update(data).digest('base64url'),
    {
      kb: {
        verifier: async (jwt, key) => {
          const shown = text.slice(0, text.lastIndexOf('~') + 1);
          const { payload } = await jwtVerify(jwt, await importJWK(key as JWK, 'ES256'), {
            typ: 'kb+jwt',
            audience: asked.audience,
            ...clock,
          });
          return payload['sd_hash'] === createHash('sha256').update(shown).digest('base64url');
        },
      },
    },
  );

test('another library reads what is issued and shown here', async () => {
  const names = ['owner_name', 'document_number'];
  const text = must(await presentCredential(world.text, { names, ...asked, at }, world.holder));
  const claims = (await outside(text)) as Record<string, unknown>;
  assert.equal(claims['owner_name'], 'Nguyễn Thị Đường');
  assert.equal(claims['document_number'], '15/GXN-UBND');
  assert.equal(claims['owner_personal_number'], undefined);
});

test('after a letter changes, the other library refuses too', async () => {
  const text = must(
    await presentCredential(world.text, { names: ['owner_name'], ...asked, at }, world.holder),
  );
  for (let i = 0; i < text.length; i += 7) {
    const forged = text.slice(0, i) + (text[i] === 'A' ? 'B' : 'A') + text.slice(i + 1);
    await assert.rejects(outside(forged), `at ${i}`);
  }
});
