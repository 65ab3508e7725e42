import assert from 'node:assert/strict';
import test from 'node:test';
import { addresses, newSerial, smallAuthority } from '#test/small-authority';
import {
  type ChainQuestion,
  type DigestSigner,
  issueCertificate,
  judgeChain,
  makeCrl,
  makeKeyPair,
  type RevocationData,
  serialOf,
  signerOf,
  usageOids,
} from '../index.ts';

const at = Date.UTC(2026, 10, 25, 2);
const hour = 3600_000;
const year = 365 * 24 * hour;
const authority = await smallAuthority(at);
const stranger = await smallAuthority(at);

type Asked = Partial<Omit<ChainQuestion, 'certificate'>>;
function judged(signer: DigestSigner, asked: Asked = {}): string {
  const outcome = judgeChain({
    certificate: signer.certificate,
    others: signer.chain,
    roots: [authority.root],
    at,
    revocations: [],
    purpose: 'signing',
    ...asked,
  });
  return outcome.ok
    ? `path of ${outcome.value.path.length}, ${outcome.value.revocation}`
    : outcome.refusal.code;
}
const serial = (signer: DigestSigner): string => {
  const read = serialOf(signer.certificate);
  assert.ok(read.ok);
  return read.value;
};
const crl = async (
  by: DigestSigner,
  wish: Partial<Parameters<typeof makeCrl>[0]> = {},
): Promise<RevocationData> => ({
  kind: 'crl',
  der: await makeCrl({ number: 7, at: at - hour, next: at + 24 * hour, revoked: [], ...wish }, by),
});

/** A certificate under an issuer, and its signer with the chain. */
async function under(
  issuer: DigestSigner,
  wish: Partial<Parameters<typeof issueCertificate>[0]>,
): Promise<DigestSigner> {
  const pair = await makeKeyPair('p256');
  const subject = [['commonName', `Dưới ${newSerial()}`]] as const;
  const whole = { subject, serial: newSerial(), from: at - year, to: at + year, ...wish };
  return signerOf(pair, await issueCertificate(whole, pair.publicKey, issuer), [
    issuer.certificate,
    ...issuer.chain,
  ]);
}

test('a certificate leads to its root, in whatever order the others come', () => {
  assert.equal(judged(authority.person), 'path of 3, unknown');
  const others = [stranger.root, ...stranger.person.chain, authority.root, ...authority.person.chain];
  assert.equal(judged(authority.person, { others }), 'path of 3, unknown');
  assert.equal(
    judged(authority.person, { roots: [authority.intermediate.certificate] }),
    'path of 2, unknown',
  );
});

test('without the one between, under another root or with rubbish beside, there is no trust', () => {
  assert.equal(judged(authority.person, { others: [] }), 'certificate-untrusted');
  assert.equal(judged(authority.person, { roots: [] }), 'certificate-untrusted');
  assert.equal(judged(authority.person, { roots: [stranger.root] }), 'certificate-untrusted');
  assert.equal(judged(authority.person, { roots: [Uint8Array.of(0x30, 0)] }), 'certificate-untrusted');
  assert.equal(judged({ ...authority.person, certificate: Buffer.from('rác') }), 'certificate-odd');
});

test('dates are asked of every certificate of the path', async () => {
  assert.equal(judged(authority.person, { at: at - 2 * year }), 'certificate-not-yet');
  assert.equal(judged(authority.person, { at: at + 2 * year }), 'certificate-expired');
  const early = await under(authority.rootSigner, {
    authority: {},
    keyUsage: ['keyCertSign'],
    to: at - hour,
  });
  const person = await under(early, { keyUsage: ['digitalSignature'] });
  assert.equal(judged(person), 'certificate-expired');
});

test('only an authority may stand above, and no deeper than it is allowed', async () => {
  const faked = await under(authority.person, { keyUsage: ['digitalSignature'] });
  assert.equal(judged(faked), 'certificate-usage');
  const noSigning = await under(authority.rootSigner, { authority: {}, keyUsage: ['cRLSign'] });
  assert.equal(judged(await under(noSigning, {})), 'certificate-usage');
  const tooDeep = await under(authority.intermediate, { authority: {}, keyUsage: ['keyCertSign'] });
  assert.equal(judged(await under(tooDeep, {})), 'certificate-usage');
  const one = await under(authority.rootSigner, { authority: { pathLength: 1 }, keyUsage: ['keyCertSign'] });
  const two = await under(one, { authority: { pathLength: 0 }, keyUsage: ['keyCertSign'] });
  assert.equal(judged(await under(two, {})), 'path of 4, unknown');
});

test('a key is used for what its certificate was made for', async () => {
  assert.equal(judged(authority.clock, { purpose: 'time-stamping' }), 'path of 3, unknown');
  assert.equal(judged(authority.clock), 'certificate-usage');
  assert.equal(judged(authority.person, { purpose: 'time-stamping' }), 'certificate-usage');
  assert.equal(judged(authority.responder, { purpose: 'ocsp-signing' }), 'path of 3, unknown');
  assert.equal(judged(await authority.issue({ keyUsage: ['keyAgreement'] })), 'certificate-usage');
  const both = await authority.issue({ usages: [usageOids.timeStamping, usageOids.emailProtection] });
  assert.equal(judged(both, { purpose: 'time-stamping' }), 'certificate-usage');
});

test('lists of every issuer make a path checked, and one entry ends it', async () => {
  const clean = [await crl(authority.rootSigner), await crl(authority.intermediate)];
  assert.equal(judged(authority.person, { revocations: clean }), 'path of 3, good');
  assert.equal(judged(authority.person, { revocations: clean.slice(1) }), 'path of 3, unknown');
  const entry = { serial: serial(authority.person), at: at - hour, reason: 'keyCompromise' } as const;
  const revocations = [...clean, await crl(authority.intermediate, { revoked: [entry] })];
  assert.equal(judged(authority.person, { revocations }), 'certificate-revoked');
  const fallen = [
    await crl(authority.rootSigner, { revoked: [{ ...entry, serial: serial(authority.intermediate) }] }),
  ];
  assert.equal(judged(authority.person, { revocations: fallen }), 'certificate-revoked');
});

test('a revocation counts from its moment, or from when the key was in other hands', async () => {
  const entry = { serial: serial(authority.person), at: at + hour } as const;
  const later = { at: at + 2 * hour, number: 8 };
  const after = await crl(authority.intermediate, { ...later, revoked: [entry] });
  const now = at + 3 * hour;
  assert.equal(judged(authority.person, { revocations: [after], now }), 'path of 3, unknown');
  const lost = await crl(authority.intermediate, {
    ...later,
    revoked: [{ ...entry, invalidSince: at - hour }],
  });
  assert.equal(judged(authority.person, { revocations: [lost], now }), 'certificate-revoked');
});

test('lists that are stale, from the future, of others, or about others say nothing', async () => {
  const root = await crl(authority.rootSigner);
  const about = async (by: DigestSigner, wish: Partial<Parameters<typeof makeCrl>[0]>) =>
    judged(authority.person, { revocations: [root, await crl(by, wish)] });
  const { intermediate } = authority;
  assert.equal(await about(intermediate, {}), 'path of 3, good');
  assert.equal(await about(intermediate, { at: at - 48 * hour, next: at - hour }), 'path of 3, unknown');
  assert.equal(await about(intermediate, { at: at + hour }), 'path of 3, unknown');
  assert.equal(await about(stranger.intermediate, {}), 'path of 3, unknown');
  assert.equal(await about(intermediate, { covers: 'authorities' }), 'path of 3, unknown');
  assert.equal(await about(intermediate, { covers: 'users' }), 'path of 3, good');
  assert.equal(
    await about(intermediate, { address: 'http://crl.example.vn/khac.crl' }),
    'path of 3, unknown',
  );
  assert.equal(await about(intermediate, { address: addresses.crl }), 'path of 3, good');
});

test('a hostile bag of cross certificates ends within two seconds', async () => {
  const name = [['commonName', 'Vòng']] as const;
  const pairs = await Promise.all(Array.from({ length: 6 }, () => makeKeyPair('p256')));
  const wish = {
    subject: name,
    from: at - year,
    to: at + year,
    authority: {},
    keyUsage: ['keyCertSign'],
  } as const;
  const own = await Promise.all(
    pairs.map(async (pair) => signerOf(pair, (await under(authority.rootSigner, wish)).certificate)),
  );
  const bag: Uint8Array[] = [];
  for (const above of own)
    for (const pair of pairs)
      bag.push(await issueCertificate({ ...wish, serial: newSerial() }, pair.publicKey, above));
  const [first] = own;
  assert.ok(first);
  const from = performance.now();
  const end = await under(first, {});
  assert.equal(judged(end, { others: bag, roots: [stranger.root] }), 'certificate-untrusted');
  assert.ok(performance.now() - from < 2000);
});
