import assert from 'node:assert/strict';
import test from 'node:test';
import { askOutside, isInstalled } from '#test/outside-judge';
import { smallAuthority } from '#test/small-authority';
import {
  type Certificate,
  certificateIdDer,
  issueCertificate,
  makeCrl,
  makeKeyPair,
  makeOcspAnswer,
  readCertificate,
  readOcspQuestion,
  signerOf,
  toPem,
} from './index.ts';

const skip = (await isInstalled('openssl')) ? false : 'openssl is not installed';
const at = Date.UTC(2026, 10, 25, 2);
const hour = 3600_000;
const seconds = String(at / 1000);
const pem = (...list: readonly Uint8Array[]) => list.map((der) => toPem('CERTIFICATE', der)).join('');

function read(der: Uint8Array): Certificate {
  const certificate = readCertificate(der);
  assert.ok(certificate.ok);
  return certificate.value;
}

for (const kind of ['p256', 'rsa2048'] as const)
  test(`openssl follows our certificates and lists with keys ${kind}`, { skip }, async () => {
    const authority = await smallAuthority(at, kind);
    const list = { number: 3, at: at - hour, next: at + 24 * hour };
    const entry = {
      serial: read(authority.person.certificate).serial,
      at: at - hour,
      reason: 'keyCompromise',
      invalidSince: at - 2 * hour,
    } as const;
    const rootList = toPem('X509 CRL', await makeCrl({ ...list, revoked: [] }, authority.rootSigner));
    const verify = async (revoked: readonly (typeof entry)[]) =>
      askOutside(
        'openssl',
        [
          'verify',
          '-x509_strict',
          '-attime',
          seconds,
          '-crl_check_all',
          '-CAfile',
          'root',
          '-CRLfile',
          'lists',
          '-untrusted',
          'between',
          'person',
        ],
        {
          root: pem(authority.root),
          between: pem(authority.intermediate.certificate),
          person: pem(authority.person.certificate),
          lists: rootList + toPem('X509 CRL', await makeCrl({ ...list, revoked }, authority.intermediate)),
        },
      );
    const clean = await verify([]);
    assert.ok(clean.ok, clean.said);
    const revoked = await verify([entry]);
    assert.match(revoked.said, /certificate revoked/);
    assert.equal(revoked.ok, false);
  });

test('openssl shows what stands in a certificate', { skip }, async () => {
  const authority = await smallAuthority(at);
  const args = ['x509', '-in', 'person', '-noout', '-text', '-nameopt', 'utf8,sep_comma_plus'];
  const { said } = await askOutside('openssl', args, { person: pem(authority.person.certificate) });
  for (const part of [
    /CN=Nguyễn Thị Đường/,
    /Digital Signature, Non Repudiation/,
    /URI:http:\/\/crl\.example\.vn\/trung-gian\.crl/,
    /OCSP - URI:http:\/\/ocsp\.example\.vn\//,
    /email:duong@example\.vn/,
    /Policy: 1\.3\.6\.1\.4\.1\.99999\.1\.2/,
  ])
    assert.match(said, part);
});

test('openssl asks, and takes our answer from the responder', { skip }, async () => {
  // It has no option for the moment of a check of an answer, so these are made around now.
  const authority = await smallAuthority(Date.now());
  const files = {
    root: pem(authority.root),
    issuer: pem(authority.intermediate.certificate),
    person: pem(authority.person.certificate),
  };
  const ask = ['ocsp', '-issuer', 'issuer', '-cert', 'person'];
  const asked = await askOutside(
    'sh',
    ['-c', `openssl ${ask.join(' ')} -reqout question 2>/dev/null && base64 question`],
    files,
  );
  const question = readOcspQuestion(Buffer.from(asked.said, 'base64'));
  assert.ok(question.ok, asked.said);
  const [about] = question.value.about;
  assert.ok(about);
  const person = read(authority.person.certificate);
  assert.equal(about.serial, person.serial);
  assert.deepEqual(
    Buffer.from(about.der),
    Buffer.from(certificateIdDer(person, read(authority.intermediate.certificate))),
  );
  for (const [status, word] of [
    [{ is: 'good' }, /person: good/],
    [{ is: 'revoked', at: authority.at - hour, reason: 'superseded' }, /person: revoked\s[^]*superseded/],
    [{ is: 'unknown' }, /person: unknown/],
  ] as const) {
    const answer = await makeOcspAnswer(
      { about: [{ id: about.der, status }], at: authority.at - hour, next: authority.at + hour },
      authority.responder,
    );
    const trust = ['-CAfile', 'root', '-verify_other', 'issuer', '-no_nonce', '-respin', 'answer'];
    const { said } = await askOutside('openssl', [...ask, ...trust], { ...files, answer });
    assert.match(said, word);
    assert.match(said, /Response verify OK/);
  }
});

test('we read what openssl has made', { skip }, async () => {
  const script = [
    'openssl ecparam -name prime256v1 -genkey -noout -out k',
    'openssl req -new -x509 -key k -utf8 -subj "/C=VN/O=Sở Nội vụ/CN=Gốc" -days 30 -addext keyUsage=critical,keyCertSign -out c',
    'cat c',
  ].join(' && ');
  const { said } = await askOutside('sh', ['-c', script], {});
  const der = Buffer.from(
    said.replace(/[^]*-----BEGIN CERTIFICATE-----/, '').replace(/-----END[^]*/, ''),
    'base64',
  );
  assert.equal(read(der).subject.text, 'CN=Gốc, O=Sở Nội vụ, C=VN');
  const pair = await makeKeyPair('p256');
  const wish = { subject: [['commonName', 'Dưới']], serial: '05', from: at, to: at + hour } as const;
  const under = await issueCertificate(wish, pair.publicKey, signerOf(pair, der));
  assert.equal(read(under).issuer.text, 'CN=Gốc, O=Sở Nội vụ, C=VN');
});
