import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  element,
  explicit,
  Fields,
  integer,
  nothing,
  octets,
  oid,
  sequence,
  setOf,
  strictDer,
  tags,
  text,
  yes,
} from '#platform/der';
import { withinBounds } from '#test/bounds';
import { newSerial, smallAuthority } from '#test/small-authority';
import {
  certificateIdDer,
  fromPem,
  judgeChain,
  makeCrl,
  makeKeyPair,
  makeOcspAnswer,
  readCertificate,
  readCrl,
  readKeyPair,
  readOcspAnswer,
  toPem,
} from '../index.ts';

const at = Date.UTC(2026, 10, 25, 2);
const authority = await smallAuthority(at);
const good = authority.person.certificate;
const oddly = (der: Uint8Array): string => {
  const read = readCertificate(der);
  assert.ok(!read.ok);
  assert.equal(read.refusal.code, 'certificate-odd');
  return String(read.refusal.details?.['why']);
};

/** The certificate with some of the ten parts of its body replaced; its signature is of no concern to a reader. */
function withParts(replace: Readonly<Record<number, Uint8Array>>): Uint8Array {
  const [body, algorithm, signature] = new Fields(strictDer(good)).rest();
  assert.ok(body && algorithm && signature);
  const parts = body.children.map((part, i) => replace[i] ?? part.raw);
  return sequence(sequence(...parts), algorithm.raw, signature.raw);
}
const extension = (id: string, value: Uint8Array, critical = false) =>
  sequence(oid(id), ...(critical ? [yes] : []), octets(value));
const withExtensions = (...list: readonly Uint8Array[]) => withParts({ 7: explicit(3, sequence(...list)) });
const named = (value: Uint8Array) => withParts({ 5: sequence(setOf([sequence(oid('2.5.4.3'), value)])) });

test('odd shapes are refused with their reason', () => {
  assert.ok(readCertificate(withParts({})).ok);
  assert.equal(oddly(Buffer.concat([good, Uint8Array.of(0)])), 'something follows');
  assert.equal(oddly(withParts({ 0: explicit(0, integer(1)) })), 'not of version 3');
  assert.equal(oddly(withParts({ 1: integer('1'.repeat(60)) })), 'number too large');
  assert.equal(oddly(withParts({ 1: element(tags.integer, Uint8Array.of(0x80)) })), 'negative number');
  assert.equal(oddly(withParts({ 1: integer(0) })), 'no serial number or no issuer');
  assert.equal(oddly(withParts({ 2: sequence(oid('1.2.840.10045.4.3.3')) })), 'two signature algorithms');
});

test('extensions that stand twice, or are critical and not known, are refused', () => {
  const usage = extension('2.5.29.15', Buffer.from('03020780', 'hex'), true);
  assert.ok(readCertificate(withExtensions(usage, extension('1.2.3.4', nothing))).ok);
  assert.equal(oddly(withExtensions(usage, usage)), 'extension 2.5.29.15 stands twice');
  assert.equal(
    oddly(withExtensions(extension('1.2.3.4', nothing, true))),
    'critical extension 1.2.3.4 is not known',
  );
  assert.equal(
    oddly(withExtensions(extension('2.5.29.30', sequence()))),
    'name constraints are not followed',
  );
  assert.equal(
    oddly(withExtensions(extension('2.5.29.19', sequence(integer(3))))),
    'path length without authority',
  );
  assert.equal(
    oddly(withExtensions(sequence(oid('1.2.3'), Uint8Array.of(1, 1, 0), octets(nothing)))),
    'a default is written out',
  );
});

test('names are UTF-8 or ASCII, and cannot hide what they say', () => {
  assert.ok(readCertificate(named(text('Đỗ Thị Hường'))).ok);
  assert.equal(oddly(named(element(0x14, Buffer.from('T61')))), 'text neither UTF-8 nor ASCII');
  assert.equal(oddly(named(element(0x1e, Buffer.from('00420043', 'hex')))), 'text neither UTF-8 nor ASCII');
  assert.equal(oddly(named(element(tags.utf8, Uint8Array.of(0xc0, 0x80)))), 'value not in its only form');
  for (const hidden of ['Nguyễn\u0000A', 'A\u202eB', 'A\nB', 'A\u200fB'])
    assert.equal(oddly(named(text(hidden))), 'odd letters');
});

const many = (count: number, one: (i: number) => Uint8Array): Uint8Array[] =>
  Array.from({ length: count }, (_, i) => one(i));
const nested = (depth: number): Uint8Array =>
  Array.from({ length: depth }).reduce<Uint8Array>((inner) => sequence(inner), nothing);
const million = 1_000_000;
const hostile: readonly [name: string, der: () => Uint8Array][] = [
  ['a name of a megabyte', () => named(text('Đ'.repeat(million)))],
  [
    'a name of ten thousand parts',
    () => withParts({ 5: sequence(...many(10_000, () => setOf([sequence(oid('2.5.4.3'), text('A'))]))) }),
  ],
  [
    'a part of ten thousand values',
    () => withParts({ 5: sequence(setOf(many(10_000, (i) => sequence(oid('2.5.4.3'), text(`${i}`))))) }),
  ],
  ['ten thousand extensions', () => withExtensions(...many(10_000, (i) => extension(`1.2.3.${i}`, nothing)))],
  ['an extension of five megabytes', () => withExtensions(extension('1.2.3.4', new Uint8Array(5 * million)))],
  ['an extension nested three thousand times', () => withExtensions(extension('2.5.29.32', nested(3_000)))],
  ['a number of a megabyte', () => withParts({ 1: element(tags.integer, new Uint8Array(million).fill(1)) })],
  [
    'an identifier of a megabyte',
    () => withExtensions(sequence(element(6, new Uint8Array(million).fill(0x81)), octets(nothing))),
  ],
  ['a length that promises four gigabytes', () => Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff)],
  ['lengths without end', () => new Uint8Array(million).fill(0x30)],
  ['a body in pieces of no length', () => Uint8Array.of(0x30, 0x80, 0, 0)],
];
for (const [name, der] of hostile)
  test(`refused within bounds: ${name}`, async () => {
    const bytes = der();
    assert.ok((await withinBounds(bytes.length, () => oddly(bytes))) !== '');
  });

test('names that differ in their encoding only read the same, and a comma cannot make two parts of one', () => {
  const read = readCertificate(named(text('A, O=Cục\u0041̂')));
  assert.ok(read.ok);
  assert.equal(read.value.subject.text, 'CN=A\\, O=CụcÂ');
});

test('2,000 changed certificates, lists and answers are refused or read, and never throw', async () => {
  const read = readCertificate(authority.intermediate.certificate);
  assert.ok(read.ok);
  const issuer = read.value;
  const change = fc.record({
    at: fc.nat(),
    kind: fc.constantFrom('turn', 'cut', 'double', 'zero', 'grow'),
    by: fc.integer({ min: 1, max: 255 }),
  });
  const changed = (der: Uint8Array, { at: place, kind, by }: { at: number; kind: string; by: number }) => {
    const i = place % der.length;
    const bytes = Buffer.from(der);
    if (kind === 'cut') return Buffer.concat([bytes.subarray(0, i), bytes.subarray(i + by)]);
    if (kind === 'double')
      return Buffer.concat([bytes.subarray(0, i), bytes.subarray(i, i + by), bytes.subarray(i)]);
    if (kind === 'grow')
      return Buffer.concat([bytes.subarray(0, i), Buffer.alloc(by, by), bytes.subarray(i)]);
    bytes[i] = kind === 'zero' ? 0 : (bytes[i] ?? 0) ^ by;
    return bytes;
  };
  const list = await makeCrl(
    { number: 1, at, next: at + 1, revoked: [{ serial: '05', at }] },
    authority.intermediate,
  );
  const about = [{ id: certificateIdDer({ serial: '05' }, issuer), status: { is: 'good' } as const }];
  const answer = await makeOcspAnswer({ about, at, nonce: list.subarray(0, 16) }, authority.responder);
  fc.assert(
    fc.property(
      fc.constantFrom(good, list, answer),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      (whole, changes) => {
        const der = changes.reduce(
          (bytes: Uint8Array, one) => (bytes.length === 0 ? bytes : changed(bytes, one)),
          good,
        );
        const from = performance.now();
        const outcome = judgeChain({
          certificate: der,
          others: authority.person.chain,
          roots: [authority.root],
          at,
          revocations: [
            { kind: 'crl', der },
            { kind: 'ocsp', der },
          ],
          purpose: 'signing',
        });
        assert.ok(performance.now() - from < 500);
        if (outcome.ok) assert.deepEqual(Buffer.from(der), Buffer.from(good));
        for (const { ok } of [readCrl(der), readOcspAnswer(der)]) assert.equal(typeof ok, 'boolean');
      },
    ),
    { numRuns: 2000 },
  );
});

test('keys go out as PKCS#8 and come back; others are refused', async () => {
  const pair = await makeKeyPair('p256');
  const back = readKeyPair(pair.pkcs8());
  assert.ok(back.ok);
  assert.deepEqual(back.value.publicKey, pair.publicKey);
  assert.deepEqual(readKeyPair(Buffer.from(newSerial(), 'hex')), { ok: false, refusal: { code: 'key-odd' } });
});

test('PEM is read back as it was written; damage is refused', () => {
  const pem = toPem('CERTIFICATE', good) + toPem('CERTIFICATE', authority.root);
  const read = fromPem('CERTIFICATE', `Trước\n${pem}`);
  assert.ok(read.ok);
  assert.deepEqual(
    read.value.map((der) => Buffer.from(der)),
    [good, authority.root].map((der) => Buffer.from(der)),
  );
  for (const damaged of [pem.replace('M', 'M='), pem.replaceAll('CERTIFICATE', 'X509 CRL'), ''])
    assert.deepEqual(fromPem('CERTIFICATE', damaged), { ok: false, refusal: { code: 'pem-odd' } });
});
