import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import test from 'node:test';
import { type DigestSigner, SignerUnavailable, type TimeStamper } from '#platform/certificates';
import { newSerial, smallAuthority } from '#test/small-authority';
import {
  answerStampRequest,
  readDetached,
  readStampAnswer,
  type StampingAuthority,
  signDetached,
  stampRequest,
} from './index.ts';

const at = Date.UTC(2026, 10, 25, 2, 0, 0, 250);
const authority = await smallAuthority(at);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const data = Buffer.from('Quyết định công nhận kết quả');

const stamping = (): StampingAuthority => ({
  signer: authority.clock,
  policy: '1.3.6.1.4.1.99999.1.1',
  at,
  accuracyMs: 1500,
  serial: newSerial(),
});
const stamper: TimeStamper = {
  async stamp(digest) {
    const asked = {
      imprint: { hash: 'sha256', digest },
      nonce: `7${randomBytes(7).toString('hex')}f`,
    } as const;
    return readStampAnswer(
      await answerStampRequest(stampRequest(asked.imprint, asked.nonce), stamping()),
      asked,
    );
  },
};

async function signed(
  signer: DigestSigner,
  options: Parameters<typeof signDetached>[2],
): Promise<Uint8Array> {
  const done = await signDetached(data, signer, options);
  assert.ok(done.ok, JSON.stringify(done));
  return done.value;
}

for (const kind of ['p256', 'rsa2048', 'rsa3072'] as const)
  test(`a signature with a key ${kind} is read back with its signer and its claim`, async () => {
    const signer = await authority.issue({}, kind);
    const read = await readDetached(await signed(signer, { at, pades: false }), data);
    assert.ok(read.ok, JSON.stringify(read));
    assert.equal(hex(read.value.certificate), hex(signer.certificate));
    assert.deepEqual(read.value.chain.map(hex), signer.chain.map(hex));
    assert.equal(read.value.signedAt, at - 250);
    assert.equal(read.value.certificateNamed, true);
    assert.equal(read.value.stamp, undefined);
    assert.equal(read.value.digestAlgorithm, 'sha256');
  });

test('for PAdES the claimed time stays out, and the stamp says its moment', async () => {
  const read = await readDetached(await signed(authority.person, { at, stamper, pades: true }), data);
  assert.ok(read.ok, JSON.stringify(read));
  assert.equal(read.value.signedAt, undefined);
  assert.equal(read.value.stamp?.at, at);
  assert.equal(read.value.stamp?.accuracyMs, 1500);
  assert.equal(read.value.stamp?.imprintFits, true);
  assert.equal(hex(read.value.stamp?.certificate ?? data), hex(authority.clock.certificate));
});

test('other data is refused as such', async () => {
  const der = await signed(authority.person, { pades: true });
  assert.deepEqual(await readDetached(der, Buffer.from('khác')), {
    ok: false,
    refusal: { code: 'signature-digest' },
  });
});

test('a signer that cannot be asked is a refusal, and one with another key never leaves a signature', async () => {
  const away: DigestSigner = {
    ...authority.person,
    sign: () => Promise.reject(new SignerUnavailable('no token')),
  };
  assert.deepEqual(await signDetached(data, away, { pades: true }), {
    ok: false,
    refusal: { code: 'signer-unavailable' },
  });
  const other: DigestSigner = { ...authority.person, sign: (bytes) => authority.clock.sign(bytes) };
  assert.deepEqual(await signDetached(data, other, { pades: true }), {
    ok: false,
    refusal: { code: 'signature-wrong' },
  });
});

test('a stamp on something else is not taken', async () => {
  const wrong: TimeStamper = {
    stamp: (digest) => stamper.stamp(createHash('sha256').update(digest).digest()),
  };
  const refusal = await signDetached(data, authority.person, { pades: true, stamper: wrong });
  assert.deepEqual(refusal, { ok: false, refusal: { code: 'stamp-wrong' } });
});

test('no byte of a stamped signature can be turned without notice', { timeout: 60_000 }, async () => {
  const der = await signed(authority.person, { stamper, pades: true });
  const whole = await readDetached(der, data);
  assert.ok(whole.ok && whole.value.stamp);
  const facts = (read: typeof whole) =>
    read.ok && [read.value.certificate, read.value.chain, read.value.stamp?.chain, read.value.stamp?.at];
  for (let i = 0; i < der.length; i++) {
    const turned = Uint8Array.from(der);
    turned[i] = (turned[i] ?? 0) ^ (1 << (i % 8));
    const read = await readDetached(turned, data);
    // Certificates of the chain have their own signatures: a turned byte in one makes it another certificate.
    if (read.ok) assert.notDeepEqual(facts(read), facts(whole), `byte ${i}`);
  }
});
