import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { systemClock } from '#kernel/time';
import { judgeChain, readCertificate } from '#platform/certificates';
import { judgePdf, signPdf } from '#platform/pdf-signatures';
import { demoIssuers, enrolmentByDemo, startDemoAuthority } from '../integrations/demo-authority/index.ts';
import { openFileKeys } from '../integrations/file-keys/index.ts';
import { revocationsByHttp, timeStampByHttp } from '../integrations/trust-services/index.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'mc-trust-'));
const secret = 'a secret of the test';
const authority = await startDemoAuthority({
  port: 0,
  folder: path.join(folder, 'authority'),
  clock: systemClock,
  secret,
});
after(async () => {
  await authority.stop();
  await rm(folder, { recursive: true, force: true });
});
const files = openFileKeys({ folder: path.join(folder, 'keys'), passphrase: 'a passphrase of the test' });
const enrolment = enrolmentByDemo({ url: authority.url, secret, keep: files.keep });
const subject = [
  ['country', 'VN'],
  ['commonName', 'Lê Hoàng Phương Uyên'],
] as const;
const revocations = revocationsByHttp({
  clock: systemClock,
  hosts: [],
  responders: {
    [demoIssuers.issuing]: { ocsp: `${authority.url}/ocsp`, crl: `${authority.url}/issuing.crl` },
    [demoIssuers.root]: { crl: `${authority.url}/root.crl` },
  },
});

/** One empty page. */
function aSheet(): Uint8Array {
  const bodies = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>',
  ];
  let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const at = bodies.map((body, index) => {
    const start = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(start).padStart(10, '0')} 00000 n \n`;
  });
  const table = text.length;
  text += `xref\n0 4\n0000000000 65535 f \n${at.join('')}trailer\n<< /Size 4 /Root 1 0 R >>\n`;
  return Buffer.from(`${text}startxref\n${table}\n%%EOF\n`, 'latin1');
}

test('a key is certified, signs with a stamp of time and data about revocation, and what it signed is judged valid', async () => {
  const enrolled = await enrolment.enrol({ key: 'officer-1', subject });
  assert.ok(enrolled.ok, JSON.stringify(enrolled));
  const signer = await files.signer('officer-1');
  assert.ok(signer.ok, 'the key is kept');
  const signed = await signPdf(aSheet(), {
    signer: signer.value,
    at: systemClock.now(),
    fieldName: 'nguoi-ky',
    stamper: timeStampByHttp({ url: `${authority.url}/dau-thoi-gian` }),
    revocations: { source: revocations, roots: [authority.root] },
  });
  assert.ok(signed.ok, JSON.stringify(signed));
  const judged = await judgePdf(signed.value, { roots: [authority.root], at: systemClock.now() });
  assert.ok(judged.ok && judged.value.valid, JSON.stringify(judged));
  assert.equal(judged.value.signatures[0]?.level, 'B-LT');
});

test('a revoked certificate is answered as revoked from then on', async () => {
  const enrolled = await enrolment.enrol({ key: 'officer-2', subject });
  assert.ok(enrolled.ok);
  const { certificate, chain } = enrolled.value;
  const read = readCertificate(certificate);
  assert.ok(read.ok && chain[0]);
  const issuer = chain[0];
  const isTrusted = async () => {
    const word = await revocationsByHttp({
      clock: systemClock,
      hosts: [],
      responders: { [demoIssuers.issuing]: { ocsp: `${authority.url}/ocsp` } },
    }).fetch(certificate, issuer);
    assert.ok(word.ok, JSON.stringify(word));
    const question = { certificate, others: chain, roots: [authority.root], at: systemClock.now() };
    const judged = judgeChain({ ...question, purpose: 'signing', revocations: [word.value] });
    return judged.ok ? 'trusted' : judged.refusal.code;
  };
  assert.equal(await isTrusted(), 'trusted');
  const pressed = await fetch(`${authority.url}/revoke`, {
    method: 'POST',
    body: new URLSearchParams({ serial: read.value.serial }),
    redirect: 'manual',
  });
  assert.equal(pressed.status, 303);
  assert.equal(await isTrusted(), 'certificate-revoked');
  const page = await (await fetch(authority.url)).text();
  assert.match(page, /Đã thu hồi/);
  assert.doesNotMatch(page, /<script|style=|onclick/);
});

test('without its secret nobody gets a certificate', async () => {
  const stranger = enrolmentByDemo({ url: authority.url, secret: 'another secret here', keep: files.keep });
  const asked = await stranger.enrol({ key: 'officer-3', subject });
  assert.ok(!asked.ok && asked.refusal.code === 'enrolment-unavailable');
  assert.equal((await files.signer('officer-3')).ok, false);
});

test('services that are silent, odd, or lead elsewhere are refused, and strangers are not asked', async () => {
  let asked = 0;
  const odd = createServer((request, response) => {
    asked++;
    if (request.url === '/elsewhere') response.writeHead(302, { location: authority.url }).end();
    else if (request.url === '/endless') response.end(Buffer.alloc(300 * 1024));
    else response.end('this is no stamp of time');
  });
  await new Promise<void>((resolve) => odd.listen(0, '127.0.0.1', resolve));
  after(() => odd.close());
  const at = `http://127.0.0.1:${(odd.address() as AddressInfo).port}`;
  for (const where of ['/', '/endless', '/elsewhere']) {
    const stamp = await timeStampByHttp({ url: at + where }).stamp(new Uint8Array(32));
    assert.ok(!stamp.ok, where);
  }
  const enrolled = await enrolment.enrol({ key: 'officer-4', subject });
  assert.ok(enrolled.ok && enrolled.value.chain[0]);
  const before = asked;
  const unasked = await revocationsByHttp({ clock: systemClock, hosts: [] }).fetch(
    enrolled.value.certificate,
    enrolled.value.chain[0],
  );
  assert.ok(!unasked.ok && unasked.refusal.code === 'revocation-unknown');
  assert.equal(asked, before);
});
