import assert from 'node:assert/strict';
import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, it } from 'node:test';
import { ecdsaDer } from './index.ts';

const data = Buffer.from('Giấy phép');

describe('an ECDSA signature', () => {
  for (const namedCurve of ['P-256', 'P-384', 'P-521'])
    it(`of ${namedCurve} is the same in DER, whichever way it came`, () => {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve });
      for (let n = 0; n < 40; n++) {
        const pair = sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' });
        const der = ecdsaDer(pair);
        assert.ok(der.ok);
        assert.ok(verify('sha256', data, publicKey, der.value), 'after it was turned');
        const again = ecdsaDer(der.value);
        assert.deepEqual(again.ok && Buffer.from(again.value), Buffer.from(der.value));
      }
    });

  it('that is neither is refused', () => {
    const odd = [
      Buffer.alloc(0),
      Buffer.alloc(63, 7),
      Buffer.alloc(256, 7),
      Buffer.from('3006020101020101ff', 'hex'),
      Buffer.from('30060201ff020101', 'hex'),
      Buffer.from('3003020101', 'hex'),
      Buffer.from('3009020101020101020101', 'hex'),
      Buffer.from('308106020101020101', 'hex'),
    ];
    for (const bytes of odd) {
      const read = ecdsaDer(bytes);
      assert.equal(read.ok ? 'taken' : read.refusal.code, 'signature-odd', bytes.toString('hex'));
    }
  });
});
