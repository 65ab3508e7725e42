import assert from 'node:assert/strict';
import test from 'node:test';
import { smallAuthority } from '#test/small-authority';
import {
  type Certificate,
  type CertificateStatus,
  certificateIdDer,
  type DigestSigner,
  judgeChain,
  makeCrl,
  makeOcspAnswer,
  type OcspWish,
  ocspQuestion,
  readCertificate,
  readOcspAnswer,
  readOcspQuestion,
  refuseOcsp,
  usageOids,
} from '../index.ts';

const at = Date.UTC(2026, 10, 25, 2);
const hour = 3600_000;
const authority = await smallAuthority(at);
const stranger = await smallAuthority(at);

function read(der: Uint8Array): Certificate {
  const certificate = readCertificate(der);
  assert.ok(certificate.ok);
  return certificate.value;
}
const person = read(authority.person.certificate);
const issuer = read(authority.intermediate.certificate);
const rootList = await makeCrl(
  { number: 1, at: at - hour, next: at + 24 * hour, revoked: [] },
  authority.rootSigner,
);

const answer = (status: CertificateStatus, by: DigestSigner, wish: Partial<OcspWish> = {}) =>
  makeOcspAnswer(
    { about: [{ id: certificateIdDer(person, issuer), status }], at: at - hour, next: at + hour, ...wish },
    by,
  );

async function judged(der: Uint8Array | Promise<Uint8Array>, now = at): Promise<string> {
  const outcome = judgeChain({
    certificate: person.der,
    others: authority.person.chain,
    roots: [authority.root],
    at,
    now,
    revocations: [
      { kind: 'crl', der: rootList },
      { kind: 'ocsp', der: await der },
    ],
    purpose: 'signing',
  });
  return outcome.ok ? outcome.value.revocation : outcome.refusal.code;
}

test('good, revoked and unknown, by the issuer or by one in its name', async () => {
  for (const by of [authority.intermediate, authority.responder]) {
    assert.equal(await judged(answer({ is: 'good' }, by)), 'good');
    assert.equal(await judged(answer({ is: 'unknown' }, by)), 'unknown');
    const revoked = { is: 'revoked', at: at - 2 * hour, reason: 'cessationOfOperation' } as const;
    assert.equal(await judged(answer(revoked, by)), 'certificate-revoked');
    assert.equal(await judged(answer({ is: 'revoked', at: at + 2 * hour }, by)), 'good');
  }
});

test('a status comes back as it was given', async () => {
  const nonce = Buffer.alloc(16, 7);
  const der = await answer({ is: 'revoked', at, reason: 'superseded' }, authority.responder, { nonce });
  const got = readOcspAnswer(der);
  assert.ok(got.ok, JSON.stringify(got));
  const [status] = got.value.statuses;
  assert.deepEqual(status?.revoked, { at, reason: 'superseded' });
  assert.deepEqual([status.from, status.next], [at - hour, at + hour]);
  assert.deepEqual(Buffer.from(got.value.nonce ?? []), nonce);
});

test('answers of those who may not answer say nothing', async () => {
  const noUsage = await authority.issue({ keyUsage: ['digitalSignature'] });
  const old = await authority.issue({
    usages: [usageOids.ocspSigning],
    from: at - 9 * hour,
    to: at - 8 * hour,
  });
  for (const by of [
    noUsage,
    old,
    stranger.responder,
    stranger.intermediate,
    authority.person,
    authority.rootSigner,
  ])
    assert.equal(await judged(answer({ is: 'revoked', at: at - hour }, by)), 'unknown');
});

test('answers that are stale or from the future say nothing; later ones count when one judges later', async () => {
  const by = authority.responder;
  assert.equal(await judged(answer({ is: 'good' }, by, { at: at - 9 * hour, next: at - hour })), 'unknown');
  const later = answer({ is: 'good' }, by, { at: at + hour, next: at + 2 * hour });
  assert.equal(await judged(later), 'unknown');
  assert.equal(await judged(later, at + hour), 'good');
  const forever = (from: number) =>
    makeOcspAnswer(
      { about: [{ id: certificateIdDer(person, issuer), status: { is: 'good' } }], at: from },
      by,
    );
  assert.equal(await judged(forever(at - 23 * hour)), 'good');
  assert.equal(await judged(forever(at - 25 * hour)), 'unknown');
});

test('an answer about another certificate, or turned anywhere, never says that this one is good', async () => {
  const other = { id: certificateIdDer({ serial: '0123' }, issuer), status: { is: 'good' } } as const;
  assert.equal(
    await judged(makeOcspAnswer({ about: [other], at, next: at + hour }, authority.responder)),
    'unknown',
  );
  const der = await answer({ is: 'good' }, authority.responder);
  const reachedCertificate = Buffer.from(der).indexOf(Buffer.from(authority.responder.certificate));
  for (let i = 0; i < reachedCertificate; i++) {
    const turned = Uint8Array.from(der);
    turned[i] = (turned[i] ?? 0) ^ (1 << (i % 8));
    assert.equal(await judged(turned), 'unknown', `byte ${i}`);
  }
});

test('a question is read as it was asked, and a refusal keeps its number', () => {
  const nonce = Buffer.alloc(20, 3);
  const asked = readOcspQuestion(ocspQuestion(person, issuer, nonce));
  assert.ok(asked.ok, JSON.stringify(asked));
  assert.equal(asked.value.about[0]?.serial, person.serial);
  assert.deepEqual(Buffer.from(asked.value.nonce ?? []), nonce);
  assert.deepEqual(readOcspQuestion(Buffer.from('3000', 'hex')), {
    ok: false,
    refusal: { code: 'ocsp-odd', details: { why: 'a part is missing' } },
  });
  assert.deepEqual(readOcspAnswer(refuseOcsp(3)), {
    ok: false,
    refusal: { code: 'ocsp-refused', details: { status: 3 } },
  });
});
