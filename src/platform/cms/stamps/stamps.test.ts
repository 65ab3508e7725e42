import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { type DigestSigner, makeCrl, serialOf, usageOids } from '#platform/certificates';
import { newSerial, smallAuthority } from '#test/small-authority';
import {
  answerStampRequest,
  judgeStamp,
  makeStamp,
  readStamp,
  readStampAnswer,
  readStampRequest,
  type StampingAuthority,
  type StampQuestion,
  stampRequest,
} from '../index.ts';

const at = Date.UTC(2026, 10, 25, 2, 0, 0, 250);
const hour = 3600_000;
const authority = await smallAuthority(at);
const digestOf = (text: string) => createHash('sha256').update(text).digest();
const imprint = { hash: 'sha256', digest: digestOf('nội dung') } as const;
const nonce = '00ab12'.slice(2);
const stamping = (wish: Partial<StampingAuthority> = {}): StampingAuthority => ({
  signer: authority.clock,
  policy: '1.3.6.1.4.1.99999.1.1',
  at,
  accuracyMs: 1500,
  serial: newSerial(),
  ...wish,
});
async function tokenOf(wish: Partial<StampingAuthority> = {}): Promise<Uint8Array> {
  const made = await makeStamp({ imprint }, stamping(wish));
  assert.ok(made.ok, JSON.stringify(made));
  return made.value;
}
const codeOf = (token: Uint8Array, asked: Partial<StampQuestion> = {}): string => {
  const judged = judgeStamp({
    token,
    imprint,
    roots: [authority.root],
    revocations: [],
    now: at + hour,
    ...asked,
  });
  return judged.ok ? judged.value.trust.revocation : judged.refusal.code;
};

test('a request is read as it was written', () => {
  const read = readStampRequest(stampRequest(imprint, nonce));
  assert.ok(read.ok);
  assert.deepEqual(Buffer.from(read.value.imprint.digest), imprint.digest);
  assert.deepEqual(
    [read.value.nonce, read.value.wantsCertificate, read.value.policy],
    [nonce, true, undefined],
  );
});

test('the answer to a request holds a token with its moment, accuracy and number', async () => {
  const authorityNow = stamping();
  const answer = await answerStampRequest(stampRequest(imprint, nonce), authorityNow);
  const token = readStampAnswer(answer, { imprint, nonce });
  assert.ok(token.ok, JSON.stringify(token));
  const read = readStamp(token.value);
  assert.ok(read.ok);
  assert.deepEqual(
    [read.value.at, read.value.accuracyMs, read.value.serial, read.value.nonce, read.value.policy],
    [at, 1500, authorityNow.serial, nonce, authorityNow.policy],
  );
});

test('an answer to another question is not taken', async () => {
  const answer = await answerStampRequest(stampRequest(imprint, nonce), stamping());
  const wrong = { ok: false, refusal: { code: 'stamp-wrong' } };
  assert.deepEqual(readStampAnswer(answer, { imprint, nonce: '99' }), wrong);
  assert.deepEqual(
    readStampAnswer(answer, { imprint: { ...imprint, digest: digestOf('khác') }, nonce }),
    wrong,
  );
});

test('what is no request, or asks for another policy, is rejected with a status', async () => {
  const rejected = { ok: false, refusal: { code: 'stamp-rejected', details: { status: 2 } } };
  for (const request of [Buffer.from('3003020101', 'hex'), Buffer.from('rác')])
    assert.deepEqual(readStampAnswer(await answerStampRequest(request, stamping()), { imprint }), rejected);
  assert.equal(readStampAnswer(Buffer.from('rác'), { imprint }).ok, false);
});

test('a token is judged at its own moment', async () => {
  assert.equal(codeOf(await tokenOf()), 'unknown');
  const judged = judgeStamp({
    token: await tokenOf(),
    imprint,
    roots: [authority.root],
    revocations: [],
    now: at,
  });
  assert.ok(judged.ok);
  assert.equal(judged.value.notAfter, at + 1500);
  const later = { now: at + 5 * 365 * 24 * hour };
  assert.equal(codeOf(await tokenOf(), later), 'unknown');
  assert.equal(codeOf(await tokenOf({ at: at + 2 * 365 * 24 * hour }), later), 'certificate-expired');
});

test('a token on other content, from the future, under another root or by another kind of key is refused', async () => {
  assert.equal(codeOf(await tokenOf(), { imprint: { ...imprint, digest: digestOf('khác') } }), 'stamp-wrong');
  assert.equal(codeOf(await tokenOf({ at: at + 2 * hour })), 'stamp-wrong');
  assert.equal(codeOf(await tokenOf(), { roots: [] }), 'certificate-untrusted');
  const others: DigestSigner[] = [
    authority.person,
    await authority.issue({ usages: [usageOids.timeStamping, usageOids.any] }),
    await authority.issue({ keyUsage: ['keyAgreement'], usages: [usageOids.timeStamping] }),
  ];
  for (const signer of others) assert.equal(codeOf(await tokenOf({ signer })), 'certificate-usage');
});

test('an authority whose key was lost before the moment is refused', async () => {
  const serial = serialOf(authority.clock.certificate);
  assert.ok(serial.ok);
  const lost = async (since: number) => {
    const revoked = [{ serial: serial.value, at: since, reason: 'keyCompromise' }] as const;
    const der = await makeCrl(
      { number: 2, at: at + hour, next: at + 9 * hour, revoked },
      authority.intermediate,
    );
    return codeOf(await tokenOf(), { revocations: [{ kind: 'crl', der }], now: at + 2 * hour });
  };
  assert.equal(await lost(at - hour), 'certificate-revoked');
  assert.equal(await lost(at + hour), 'unknown');
});

test('no byte of a token can be turned without notice', async () => {
  const token = await tokenOf();
  const whole = readStamp(token);
  assert.ok(whole.ok);
  for (let i = 0; i < token.length; i++) {
    const turned = Uint8Array.from(token);
    turned[i] = (turned[i] ?? 0) ^ (1 << (i % 8));
    const judged = judgeStamp({ token: turned, imprint, roots: [authority.root], revocations: [], now: at });
    assert.ok(!judged.ok, `byte ${i}`);
  }
});
