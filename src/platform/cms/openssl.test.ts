import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { toPem } from '#platform/certificates';
import { askOutside, isInstalled } from '#test/outside-judge';
import { newSerial, smallAuthority } from '#test/small-authority';
import {
  answerStampRequest,
  judgeStamp,
  makeStamp,
  readDetached,
  readStampAnswer,
  readStampRequest,
  signDetached,
} from './index.ts';

const skip = (await isInstalled('openssl')) ? false : 'openssl is not installed';
const at = Date.UTC(2026, 10, 25, 2, 0, 0, 250);
const seconds = String(Math.floor(at / 1000));
const data = Buffer.from('Quyết định công nhận kết quả');
const policy = '1.3.6.1.4.1.99999.1.1';
const pem = (der: Uint8Array) => toPem('CERTIFICATE', der);

for (const kind of ['p256', 'rsa2048'] as const)
  test(`openssl verifies our signatures with keys ${kind}, and notices other data`, { skip }, async () => {
    const authority = await smallAuthority(at, kind);
    const stamper = {
      stamp: (digest: Uint8Array) =>
        makeStamp(
          { imprint: { hash: 'sha256', digest } },
          { signer: authority.clock, policy, at, accuracyMs: 900, serial: newSerial() },
        ),
    };
    const signed = await signDetached(data, authority.person, { at, stamper, pades: false });
    assert.ok(signed.ok);
    const args = [
      'cms',
      '-verify',
      '-cades',
      '-binary',
      '-inform',
      'DER',
      '-in',
      'signature',
      '-content',
      'data',
      '-CAfile',
      'root',
      '-attime',
      seconds,
      '-purpose',
      'any',
      '-out',
      'out',
    ];
    const files = { signature: signed.value, root: pem(authority.root) };
    const verified = await askOutside('openssl', args, { ...files, data });
    assert.match(verified.said, /CMS Verification successful|CAdES Verification successful/i);
    assert.ok(verified.ok, verified.said);
    assert.equal((await askOutside('openssl', args, { ...files, data: 'khác' })).ok, false);
  });

test('openssl asks for a stamp, takes ours, and notices one on other data', { skip }, async () => {
  const authority = await smallAuthority(at);
  const asked = await askOutside(
    'sh',
    ['-c', 'openssl ts -query -data data -sha256 -cert -out q 2>/dev/null && base64 q'],
    { data },
  );
  const question = Buffer.from(asked.said, 'base64');
  const request = readStampRequest(question);
  assert.ok(request.ok, asked.said);
  const answer = await answerStampRequest(question, {
    signer: authority.clock,
    policy,
    at,
    accuracyMs: 1500,
    serial: newSerial(),
  });
  const args = ['ts', '-verify', '-in', 'answer', '-CAfile', 'root', '-attime', seconds, '-data', 'data'];
  const files = { answer, root: pem(authority.root) };
  const verified = await askOutside('openssl', args, { ...files, data });
  assert.match(verified.said, /Verification: OK/);
  assert.doesNotMatch(
    (await askOutside('openssl', args, { ...files, data: 'khác' })).said,
    /Verification: OK/,
  );
  const shown = await askOutside('openssl', ['ts', '-reply', '-in', 'answer', '-text'], files);
  assert.match(shown.said, /Time stamp: Nov 25 02:00:00\.25 2026 GMT/);
  assert.match(shown.said, /Accuracy: 0x01 seconds, 0x01F4 millis/);
  const token = readStampAnswer(answer, request.value);
  assert.ok(token.ok, JSON.stringify(token));
});

const config = `
[tsa]
default_tsa = t
[t]
serial = ./serial
signer_cert = clock
certs = between
signer_key = key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1, millisecs:500, microsecs:100
clock_precision_digits = 0
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
[req]
`;

test('we read and judge what openssl has stamped and signed', { skip }, async () => {
  const authority = await smallAuthority(Date.now());
  const clock = await authority.issueWithKey({ usages: ['1.3.6.1.5.5.7.3.8'] });
  const files = {
    data,
    config,
    serial: '01',
    key: clock.pair.pem(),
    clock: pem(clock.signer.certificate),
    between: pem(authority.intermediate.certificate),
  };
  const stamp =
    'openssl ts -query -data data -sha256 -cert -out q 2>/dev/null && openssl ts -reply -config config -queryfile q -token_out -out t 2>/dev/null && base64 t';
  const stamped = await askOutside('sh', ['-c', stamp], files);
  const token = Buffer.from(stamped.said, 'base64');
  const digest = createHash('sha256').update(data).digest();
  const judged = judgeStamp({
    token,
    imprint: { hash: 'sha256', digest },
    roots: [authority.root],
    revocations: [],
    now: Date.now(),
  });
  assert.ok(judged.ok, JSON.stringify(judged) + stamped.said);
  assert.equal(judged.value.accuracyMs, 1501);
  assert.equal(judged.value.notAfter, judged.value.at + 1501);
  const sign =
    'openssl cms -sign -binary -cades -in data -signer clock -inkey key -certfile between -outform DER -out s && base64 s';
  const signed = Buffer.from((await askOutside('sh', ['-c', sign], files)).said, 'base64');
  const read = await readDetached(signed, data);
  assert.ok(read.ok, JSON.stringify(read));
  assert.equal(read.value.certificateNamed, true);
  assert.ok(Math.abs((read.value.signedAt ?? 0) - Date.now()) < 60_000);
});
