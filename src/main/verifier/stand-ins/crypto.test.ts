import assert from 'node:assert/strict';
import * as node from 'node:crypto';
import { test } from 'node:test';
import * as standIn from './crypto.ts';

const data = Buffer.from('Một Cửa');
const spki = (key: node.KeyObject) => ({ key: key.export({ format: 'der', type: 'spki' }) });

const kinds = {
  ed25519: { pair: () => node.generateKeyPairSync('ed25519'), hashes: [null] },
  p256: { pair: () => node.generateKeyPairSync('ec', { namedCurve: 'P-256' }), hashes: ['sha256', 'sha512'] },
  p384: { pair: () => node.generateKeyPairSync('ec', { namedCurve: 'P-384' }), hashes: ['sha384', 'sha256'] },
  p521: { pair: () => node.generateKeyPairSync('ec', { namedCurve: 'P-521' }), hashes: ['sha512'] },
  rsa: {
    pair: () => node.generateKeyPairSync('rsa', { modulusLength: 2048 }),
    hashes: ['sha256', 'sha384', 'sha512'],
  },
} as const;

for (const [kind, { pair, hashes }] of Object.entries(kinds))
  test(`what a browser verifies with ${kind} is what Node verifies`, () => {
    for (let round = 0; round < 8; round++) {
      const { publicKey, privateKey } = pair();
      const key = standIn.createPublicKey(spki(publicKey));
      for (const hash of hashes) {
        const signature = node.sign(hash, data, privateKey);
        assert.equal(standIn.verify(hash, data, { key }, signature), true);
        for (let at = 0; at < signature.length; at += 5) {
          const forged = Buffer.from(signature);
          forged[at] = (forged[at] ?? 0) ^ (1 << (at % 8));
          assert.equal(standIn.verify(hash, data, key, forged), node.verify(hash, data, publicKey, forged));
        }
        assert.equal(standIn.verify(hash, Buffer.from('Một cửa'), key, signature), false);
        assert.equal(standIn.verify(hash, data, key, signature.subarray(1)), false);
      }
      const details = publicKey.asymmetricKeyDetails ?? {};
      assert.equal(key.asymmetricKeyDetails.modulusLength, details.modulusLength);
      assert.equal(key.asymmetricKeyDetails.publicExponent, details.publicExponent);
    }
  });

test('nothing signed with SHA-1 is verified', () => {
  const { publicKey, privateKey } = node.generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = standIn.createPublicKey(spki(publicKey));
  assert.equal(standIn.verify('sha1' as 'sha256', data, key, node.sign('sha1', data, privateKey)), false);
});

test('hashes are the same, and a point beside the curve is no key', () => {
  for (const name of ['sha1', 'sha256', 'sha384', 'sha512'] as const)
    assert.equal(
      standIn.createHash(name).update(data).update('a').digest('hex'),
      node.createHash(name).update(data).update('a').digest('hex'),
    );
  const { publicKey } = node.generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const der = publicKey.export({ format: 'der', type: 'spki' });
  der[40] = (der[40] ?? 0) ^ 1;
  assert.throws(() => standIn.createPublicKey({ key: der }));
});
