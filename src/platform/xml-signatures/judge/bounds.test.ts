import assert from 'node:assert/strict';
import test from 'node:test';
import { withinBounds } from '#test/bounds';
import { smallAuthority } from '#test/small-authority';
import { sourceOf, stamperOf } from '#test/small-services';
import { judgeXml } from '../index.ts';
import { signedBy, wrapped } from '../testing/signing.ts';

const at = Date.UTC(2026, 10, 23, 2, 0, 0);
const authority = await smallAuthority(at);
const roots = [authority.root];
const megabyte = 1024 * 1024;
const services = { stamper: stamperOf(authority), revocations: { source: sourceOf(authority), roots } };

/** The code of a refusal, after no more than two seconds and a hundred megabytes. */
async function judged(bytes: Uint8Array): Promise<string> {
  const found = await withinBounds(0, () => judgeXml(bytes, { roots, at }));
  if (!found.ok) return found.refusal.code;
  const codes = new Set(found.value.refused.map(({ refusal }) => refusal.code));
  return [...codes].join(' ') || (found.value.valid ? 'valid' : 'unsigned');
}

const wrapper = (inner: string): Buffer => Buffer.from(`<w><c Id="c">${inner}</c></w>`);
const many = (count: number, one: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => one(i)).join('');
const signature = '<s:Signature xmlns:s="http://www.w3.org/2000/09/xmldsig#"/>';
const long = 3_500_000;

const hostile: readonly [name: string, code: string, bytes: () => Uint8Array | Promise<Uint8Array>][] = [
  ['nothing', 'xml-odd', () => Buffer.alloc(0)],
  ['five megabytes', 'xml-too-large', () => Buffer.alloc(5 * megabyte, 32)],
  ['blanks only', 'xml-odd', () => Buffer.alloc(long, 32)],
  ['letters that are none', 'xml-odd', () => Buffer.alloc(long, 0xff)],
  [
    '10,000 signatures',
    'xml-too-many-signatures',
    () => Buffer.from(`<w><c Id="c"/>${signature.repeat(10_000)}</w>`),
  ],
  ['elements within elements', 'xml-too-large', () => wrapper('<a>'.repeat(1_000_000))],
  ['a million elements', 'xml-too-large', () => wrapper('<a/>'.repeat(800_000))],
  ['100,000 elements', 'unsigned', () => wrapper('<a/>'.repeat(99_990))],
  [
    '100,000 attributes of one element',
    'xml-too-large',
    () => wrapper(`<a ${many(100_000, (i) => `a${i}="" `)}/>`),
  ],
  [
    '100,000 namespaces of one element',
    'xml-too-large',
    () => wrapper(`<a ${many(60_000, (i) => `xmlns:a${i}="u:" `)}/>`),
  ],
  [
    'many attributes of many elements',
    'xml-too-large',
    () => wrapper(many(4_000, () => `<a ${many(100, (i) => `a${i}="" `)}/>`)),
  ],
  ['a name of three megabytes', 'unsigned', () => wrapper(`<${'a'.repeat(long)}/>`)],
  ['an attribute of three megabytes', 'unsigned', () => wrapper(`<a b="${'x'.repeat(long)}"/>`)],
  ['a text of three megabytes', 'unsigned', () => wrapper('x'.repeat(long))],
  ['numbers of letters', 'unsigned', () => wrapper('&#13;'.repeat(long / 5))],
  ['pieces of text', 'unsigned', () => wrapper('<![CDATA[x]]>'.repeat(long / 13))],
  ['an entity without end', 'xml-odd', () => wrapper(`&${'a'.repeat(long)}`)],
  ['a comment without end', 'xml-odd', () => wrapper(`<!--${'-'.repeat(long)}`)],
  [
    'a document type without end',
    'xml-odd',
    () => Buffer.from(`<!DOCTYPE x [${'<!ENTITY a "a">'.repeat(200_000)}`),
  ],
  [
    'a billion laughs',
    'xml-odd',
    () =>
      Buffer.from(`<!DOCTYPE x [<!ENTITY a "ha">${many(30, (i) => `<!ENTITY a${i} "&a;&a;">`)}]><x>&a;</x>`),
  ],
  [
    'a long namespace that is written anew often',
    'xml-too-large',
    () => signedAfter(`<x xmlns:q="urn:${'q'.repeat(100_000)}">${'<q:a/>'.repeat(1_000)}</x>`),
  ],
  ['a deep text that is signed', 'valid', () => signedAfter(`${'<a>'.repeat(60)}${'</a>'.repeat(60)}`)],
  ['much that is signed', 'signature-digest', () => signedAfter('<a b="1" a="2">đ</a>'.repeat(80_000))],
  [
    'much base64',
    'signature-odd',
    () =>
      bloated(
        '<ds:X509Certificate>',
        many(40, () => `${'A'.repeat(80_000)}</ds:X509Certificate><ds:X509Certificate>`),
      ),
  ],
  ['a large certificate', 'certificate-odd', () => bloated('<ds:X509Certificate>', 'MIMC'.repeat(700_000))],
  ['a large stamp', 'stamp-odd', () => bloated('<xades:EncapsulatedTimeStamp>', 'MIMC'.repeat(700_000))],
  [
    'many words about revocation',
    'valid',
    () => repeated('<xades:EncapsulatedOCSPValue>', '</xades:EncapsulatedOCSPValue>', 29),
  ],
  [
    'too many words about revocation',
    'signature-odd',
    () => repeated('<xades:EncapsulatedOCSPValue>', '</xades:EncapsulatedOCSPValue>', 300),
  ],
  [
    'many certificates',
    'valid',
    () => repeated('<xades:EncapsulatedX509Certificate>', '</xades:EncapsulatedX509Certificate>', 28),
  ],
];

/** A content that is put into a signed text afterwards, for what has no limit would be seen after that only. */
async function signedAfter(inner: string): Promise<Uint8Array> {
  if (inner.length < 1000) return signedBy(await wrapped(`<c Id="c">${inner}</c>`), authority);
  const text = Buffer.from(await signedBy(await wrapped('<c Id="c"></c>'), authority)).toString();
  return Buffer.from(text.replace('<c Id="c"></c>', () => `<c Id="c">${inner}</c>`));
}
async function bloated(after: string, more: string): Promise<Uint8Array> {
  const text = Buffer.from(await signedBy(await wrapped(), authority, services)).toString();
  assert.ok(text.includes(after));
  return Buffer.from(text.replace(after, () => `${after}${more}`));
}
async function repeated(from: string, to: string, times: number): Promise<Uint8Array> {
  const text = Buffer.from(await signedBy(await wrapped(), authority, services)).toString();
  const one = text.slice(text.indexOf(from), text.indexOf(to) + to.length);
  return Buffer.from(text.replace(one, () => one.repeat(times)));
}

for (const [name, code, bytes] of hostile)
  test(`${name}: within bounds`, async () => {
    assert.equal(await judged(await bytes()), code);
  });

test('sixteen signatures with all that validates them: within bounds', async () => {
  let bytes = await wrapped();
  for (let i = 0; i < 16; i++) bytes = await signedBy(bytes, authority, { ...services, id: `chu-ky-${i}` });
  assert.equal(await judged(bytes), 'valid');
});
