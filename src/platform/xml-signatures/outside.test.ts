import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { toPem } from '#platform/certificates';
import { askOutside, isInstalled } from '#test/outside-judge';
import { smallAuthority } from '#test/small-authority';
import { sourceOf, stamperOf } from '#test/small-services';
import { signedBy, wrapped } from './testing/signing.ts';

const at = Date.UTC(2026, 10, 23, 2, 0, 0);
const noXmlsec = !(await isInstalled('xmlsec1', '--version')) && 'xmlsec1 is not installed';

const ids = [
  '--id-attr:Id',
  'urn:example:to-khai:ToKhai',
  '--id-attr:Id',
  'http://uri.etsi.org/01903/v1.3.2#:SignedProperties',
];

/** Whether xmlsec1 holds the signature of this place in the text for good, by its certificate's chain. */
async function verified(bytes: Uint8Array, root: Uint8Array, place: number): Promise<boolean> {
  const where = ['--node-xpath', `/*/*[${place + 1}]`, '--verification-gmt-time', '2026-11-23 02:00:00'];
  const files = { 'signed.xml': bytes, 'root.pem': toPem('CERTIFICATE', root) };
  const args = ['--verify', '--trusted-pem', 'root.pem', ...ids, ...where, 'signed.xml'];
  const { ok, said } = await askOutside('xmlsec1', args, files);
  return ok && /^OK$/m.test(said) && said.includes('SignedInfo References (ok/all): 2/2');
}

for (const key of ['p256', 'rsa2048'] as const)
  test(`xmlsec1 verifies each of two signatures, ${key}`, { skip: noXmlsec }, async () => {
    const authority = await smallAuthority(at, key);
    const all = {
      stamper: stamperOf(authority),
      revocations: { source: sourceOf(authority), roots: [authority.root] },
    };
    const one = await signedBy(await wrapped(), authority, all);
    const two = await signedBy(one, authority, { id: 'chu-ky-2', role: 'Người cùng nộp' });
    assert.ok(await verified(two, authority.root, 1));
    assert.ok(await verified(two, authority.root, 2));
    const other = await smallAuthority(at, key);
    assert.ok(!(await verified(two, other.root, 1)), 'of an authority that is not trusted');
  });

test('after a change of any of its signed letters xmlsec1 refuses', { skip: noXmlsec }, async () => {
  const authority = await smallAuthority(at);
  const bytes = await signedBy(await wrapped(), authority, { role: 'Người nộp' });
  const stretches = ['ToKhai', 'SignedInfo', 'SignatureValue', 'SignedProperties'].map((name) => {
    const from = Buffer.from(bytes).indexOf(name);
    return { from, to: Buffer.from(bytes).indexOf(`${name}>`, from) };
  });
  for (const { from, to } of stretches)
    for (let i = from; i < to; i += 61) {
      const turned = Uint8Array.from(bytes);
      turned[i] = (turned[i] ?? 0) ^ 1;
      assert.ok(!(await verified(turned, authority.root, 1)), `octet ${i}`);
    }
});

/** Namespaces taken up, hidden and given back; attributes in the order of their namespaces and code points; odd letters. */
const twisted = `<a:ToKhai xmlns:a="urn:example:to-khai" xmlns="urn:b" xmlns:unused="urn:u" Id="x" b="2"
  a:b="&#10;&#x9;&quot;'&lt;>" a="1" xml:space="preserve">
 <y xmlns="" \u{10000}="lớn" \ufb01="nhỏ" c='"'/>&#13;<a:z xmlns:a="urn:other" a:q="1"><y a:r="&amp;"/></a:z>\r
 <![CDATA[<&]]]]>&gt;<a:k __proto__="1" constructor="2"/><y xmlns:b="urn:example:to-khai" b:n="2"/>
 <b:w xmlns:b="urn:example:to-khai" xmlns:a="urn:b" a:m=" 1\t2 "/> Đường\u{1f58b}</a:ToKhai>`;

test('xmlsec1 finds the same canonical form in a twisted text', { skip: noXmlsec }, async () => {
  const authority = await smallAuthority(at);
  const bytes = await signedBy(await wrapped(twisted), authority);
  assert.ok(await verified(bytes, authority.root, 1));
});

const prefixes = ['', 'a', 'b', 'c'] as const;
const uris = ['urn:1', 'urn:2', 'urn:3', 'urn:example:to-khai'] as const;
const oneOf = <T>(all: readonly T[]) => fc.constantFrom(...all);
const letters = fc
  .array(oneOf(['x', 'đ', ' ', '\n', '\t', '&#13;', '&lt;', '&amp;', '>', "'", '&quot;', '𐀀', '&#9;']))
  .map((all) => all.join(''));
/** Namespaces are declared where chance puts them, used or not; each prefix that is used is declared at the latest there. */
const anyElement = fc.letrec<{ node: string }>((tie) => ({
  node: fc
    .record({
      prefix: oneOf(prefixes),
      declares: fc.uniqueArray(fc.tuple(oneOf(prefixes), oneOf([...uris, ''])), {
        selector: ([prefix]) => prefix,
      }),
      attributes: fc.uniqueArray(fc.tuple(oneOf(['', 'a', 'b']), oneOf(['m', 'n', 'ô', 'B']), letters), {
        selector: ([, local]) => local,
      }),
      children: fc.array(fc.oneof({ maxDepth: 4 }, letters, tie('node'))),
    })
    .map(({ prefix, declares, attributes, children }) => {
      const name = prefix && `${prefix}:`;
      const spaces = declares
        .filter(([of, uri]) => of === '' || uri !== '')
        .map(([of, uri]) => ` xmlns${of && ':'}${of}="${uri}"`);
      const values = attributes.map(([of, local, value]) => ` ${of && `${of}:`}${local}="${value}"`);
      return `<${name}e${[...values, ...spaces].join('')}>${children.join('')}</${name}e>`;
    }),
})).node;

test('xmlsec1 finds the same canonical form in texts of chance', { skip: noXmlsec }, async () => {
  const authority = await smallAuthority(at);
  const open = '<ToKhai xmlns="urn:example:to-khai" xmlns:a="urn:1" xmlns:b="urn:2" xmlns:c="urn:1" Id="x">';
  await fc.assert(
    fc.asyncProperty(fc.array(anyElement, { minLength: 3, maxLength: 12 }), async (inner) => {
      const bytes = await signedBy(await wrapped(`${open}${inner.join('')}</ToKhai>`), authority);
      assert.ok(await verified(bytes, authority.root, 1));
    }),
    { numRuns: 60 },
  );
});
