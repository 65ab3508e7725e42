import assert from 'node:assert/strict';
import test from 'node:test';
import { addresses, smallAuthority } from '#test/small-authority';
import { readCertificate, serialOf, subjectOf, usageOids, validityOf } from '../index.ts';

const at = Date.UTC(2026, 10, 25, 2);
const authority = await smallAuthority(at);

test('a certificate says everything that was put into it', () => {
  const read = readCertificate(authority.person.certificate);
  assert.ok(read.ok, JSON.stringify(read));
  const {
    subject,
    issuer,
    keyUsage,
    usages,
    emails,
    policies,
    crls,
    ocsp,
    authority: isAuthority,
  } = read.value;
  assert.equal(
    subject.text,
    'email=duong@example.vn, CN=Nguyễn Thị Đường, serialNumber=CCCD:000000000001, O=Sở Nội vụ, ST=Tỉnh Mẫu, C=VN',
  );
  assert.equal(subject.parts.commonName, 'Nguyễn Thị Đường');
  assert.equal(issuer.text, 'CN=Trung gian thử nghiệm, C=VN');
  assert.deepEqual([...(keyUsage ?? [])], ['digitalSignature', 'nonRepudiation']);
  assert.deepEqual([...(usages?.oids ?? [])], [usageOids.emailProtection, usageOids.documentSigning]);
  assert.deepEqual(emails, ['duong@example.vn']);
  assert.deepEqual(policies, ['1.3.6.1.4.1.99999.1.2']);
  assert.deepEqual([crls, ocsp], [[addresses.crl], [addresses.ocsp]]);
  assert.equal(isAuthority, undefined);
  assert.match(read.value.fingerprint, /^[0-9a-f]{64}$/);
});

test('the short ways give the same facts', () => {
  const read = readCertificate(authority.person.certificate);
  assert.ok(read.ok);
  assert.deepEqual(serialOf(authority.person.certificate), { ok: true, value: read.value.serial });
  assert.deepEqual(validityOf(authority.person.certificate), { ok: true, value: read.value.validity });
  assert.deepEqual(subjectOf(authority.person.certificate), { ok: true, value: read.value.subject });
  assert.deepEqual(serialOf(Uint8Array.of(1)), {
    ok: false,
    refusal: { code: 'certificate-odd', details: { why: 'cut short' } },
  });
});

test('years from 2050 on are written and read in their own form', async () => {
  const to = Date.UTC(2061, 0, 1);
  const { certificate } = await authority.issue({ to });
  const read = validityOf(certificate);
  assert.ok(read.ok);
  assert.equal(read.value.to, to);
});
