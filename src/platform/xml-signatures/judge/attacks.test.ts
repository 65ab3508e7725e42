import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { smallAuthority } from '#test/small-authority';
import { must, sourceOf, stamperOf } from '#test/small-services';
import { judgeXml } from '../index.ts';
import { signedAnew } from '../testing/forging.ts';
import { form, signedBy, wrapped } from '../testing/signing.ts';

const at = Date.UTC(2026, 10, 23, 2, 0, 0);
const authority = await smallAuthority(at);
const stranger = await smallAuthority(at);
const roots = [authority.root];
const { pair, signer } = await authority.issueWithKey({ keyUsage: ['digitalSignature', 'nonRepudiation'] });
const original = Buffer.from(
  await signedBy(await wrapped(), authority, { signer, role: 'Người nộp' }),
).toString();
const stamped = Buffer.from(
  await signedBy(await wrapped(), authority, {
    stamper: stamperOf(authority),
    revocations: { source: sourceOf(authority), roots },
  }),
).toString();
const content = form.replace(/^<\?xml[^>]*\?>\s*/, '').trim();
const signature = original.slice(original.indexOf('<ds:Signature '), original.lastIndexOf('</'));
const evil = content.replace('Nguyễn Thị Đường', 'Kẻ Gian').replace('Id="to-khai"', 'Id="gian"');
const sameName = evil.replace('Id="gian"', 'Id="to-khai"');

async function codeOf(text: string | Uint8Array): Promise<string> {
  const judged = await judgeXml(Buffer.from(text), { roots, at });
  if (!judged.ok) return judged.refusal.code;
  assert.ok(!judged.value.valid || judged.value.signatures.length > 0);
  return (
    judged.value.refused.map(({ refusal }) => refusal.code).join(' ') ||
    (judged.value.valid ? 'valid' : 'unsigned')
  );
}
const wrapper = (...parts: readonly string[]): string => `<SignedDocument>${parts.join('')}</SignedDocument>`;
const within = (text: string, end: string, more: string): string => text.replace(end, () => `${more}${end}`);
const instead = (from: string | RegExp, to: string, text = original): string => {
  const changed = text.replace(from, () => to);
  assert.notEqual(changed, text, String(from));
  return changed;
};

type Attack = readonly [name: string, code: string, text: () => string];

const wrapping: readonly Attack[] = [
  [
    '1: the signed content as a part of the signature, another in its place',
    'signature-odd',
    () => wrapper(evil, within(signature, '</ds:Signature>', content)),
  ],
  ['2: the signed content behind the signature', 'xml-envelope', () => wrapper(evil, signature, content)],
  ['3: another content before the signed one', 'xml-envelope', () => wrapper(evil, content, signature)],
  [
    '4: the signed content within another',
    'signature-reference',
    () => wrapper(within(evil, '</ToKhai>', content), signature),
  ],
  [
    '5: the signature within another content, the signed one behind',
    'xml-envelope',
    () => wrapper(within(evil, '</ToKhai>', signature), content),
  ],
  [
    '6: signature and signed content within another content',
    'xml-envelope',
    () => wrapper(within(evil, '</ToKhai>', within(signature, '</ds:Signature>', content))),
  ],
  [
    '7: the signed content in a part that takes anything',
    'signature-reference',
    () => wrapper(within(evil, '</ToKhai>', `<Extensions>${content}</Extensions>`), signature),
  ],
  [
    '8: the signed content in the object of the signature',
    'signature-odd',
    () => wrapper(evil, within(signature, '</ds:Object>', content)),
  ],
  ['another content after the signatures', 'xml-envelope', () => wrapper(content, signature, evil)],
  ['another content of the same name, first', 'xml-envelope', () => wrapper(sameName, content, signature)],
  [
    'another content of the same name, inside',
    'xml-ids',
    () => wrapper(within(content, '</ToKhai>', sameName), signature),
  ],
  ['the signature before the content', 'xml-envelope', () => wrapper(signature, content)],
  ['a wrapper in a wrapper', 'xml-envelope', () => wrapper(wrapper(content, signature), signature)],
  ['words in the wrapper', 'xml-envelope', () => wrapper('Kẻ Gian', content, signature)],
  [
    'attributes of the wrapper',
    'xml-envelope',
    () => `<SignedDocument HoTen="Kẻ Gian">${content}${signature}</SignedDocument>`,
  ],
  ['the content in the place of the wrapper', 'xml-envelope', () => within(content, '</ToKhai>', signature)],
  ['a signature in a wrapper of its own', 'xml-envelope', () => wrapper(content, `<x>${signature}</x>`)],
  [
    'parts of a signature in the content',
    'xml-envelope',
    () =>
      wrapper(
        within(
          evil,
          '</ToKhai>',
          '<x:SignedProperties xmlns:x="http://uri.etsi.org/01903/v1.3.2#" Id="chu-ky-1-properties"/>',
        ),
        signature,
      ),
  ],
];

const identifiers: readonly Attack[] = [
  [
    'the name of the content as xml:id of another',
    'xml-ids',
    () => wrapper(within(content, '</ToKhai>', '<x xml:id="to-khai"/>'), signature),
  ],
  [
    'the name of the content as id of another',
    'xml-ids',
    () => wrapper(within(content, '</ToKhai>', '<x id="to-khai"/>'), signature),
  ],
  [
    'the name of the content as ID, before it is used',
    'xml-ids',
    () => wrapper(content.replace('Id="to-khai"', 'ID="to-khai" Id="to-khai"'), signature),
  ],
  [
    'the name of the properties in the content',
    'xml-ids',
    () => wrapper(within(content, '</ToKhai>', '<x Id="chu-ky-1-properties"/>'), signature),
  ],
  ['the same signature twice', 'xml-ids', () => wrapper(content, signature, signature)],
  [
    'the same signature under another name',
    'xml-ids',
    () => wrapper(content, signature, signature.replace('Id="chu-ky-1"', 'Id="chu-ky-2"')),
  ],
  [
    'a signature under another name',
    'signature-reference',
    () =>
      instead(
        '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Id="chu-ky-1"',
        '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Id="chu-ky-2"',
      ),
  ],
  ['an attribute twice', 'xml-odd', () => instead('Id="to-khai"', 'Id="to-khai" Id="gian"')],
  [
    'an attribute twice under two prefixes',
    'xml-odd',
    () => instead('p:ban="2"', 'p:ban="2" q:ban="3" xmlns:q="urn:example:phu"'),
  ],
  ['a content without name', 'xml-envelope', () => instead(' Id="to-khai"', '')],
];

const references: readonly Attack[] = [
  [
    'nothing named, which is the whole text',
    'signature-reference',
    () => instead('URI="#to-khai"', 'URI=""'),
  ],
  ['no address', 'signature-reference', () => instead(' URI="#to-khai"', '')],
  ['an address outside', 'signature-reference', () => instead('URI="#to-khai"', 'URI="http://127.0.0.1/x"')],
  ['a file', 'signature-reference', () => instead('URI="#to-khai"', 'URI="file:///etc/passwd"')],
  ['a pointer', 'signature-reference', () => instead('URI="#to-khai"', 'URI="#xpointer(id(\'to-khai\'))"')],
  ['a pointer to everything', 'signature-reference', () => instead('URI="#to-khai"', 'URI="#xpointer(/)"')],
  [
    'the properties twice',
    'signature-reference',
    () => instead('URI="#to-khai"', 'URI="#chu-ky-1-properties"'),
  ],
  ['no kind of the properties', 'signature-reference', () => instead(/ Type="[^"]*"/, '')],
  [
    'a kind of the content',
    'signature-reference',
    () => instead('URI="#to-khai"', 'Type="http://www.w3.org/2000/09/xmldsig#Manifest" URI="#to-khai"'),
  ],
  ['one reference only', 'signature-odd', () => instead(/<ds:Reference Type=.*?<\/ds:Reference>/, '')],
  [
    'three references',
    'signature-odd',
    () =>
      instead(
        '</ds:SignedInfo>',
        `${/<ds:Reference Type=.*?<\/ds:Reference>/.exec(original)?.[0]}</ds:SignedInfo>`,
      ),
  ],
  ['no references', 'signature-odd', () => instead(/<ds:Reference .*<\/ds:Reference>/, '')],
  [
    'properties of another signature',
    'signature-reference',
    () => instead('Target="#chu-ky-1"', 'Target="#chu-ky-2"'),
  ],
  [
    'the format of something else',
    'signature-reference',
    () => signedAnew(instead('ObjectReference="#chu-ky-1-content"', 'ObjectReference="#to-khai"'), pair),
  ],
  [
    'two parts that are signed',
    'signature-odd',
    () =>
      instead(
        '<ds:SignatureValue>',
        `${/<ds:SignedInfo>.*<\/ds:SignedInfo>/.exec(original)?.[0]?.replace(/ Id="[^"]*"/g, '')}<ds:SignatureValue>`,
      ),
  ],
  [
    'two values',
    'signature-odd',
    () =>
      instead(
        '<ds:KeyInfo>',
        `${/<ds:SignatureValue>.*<\/ds:SignatureValue>/.exec(original)?.[0]}<ds:KeyInfo>`,
      ),
  ],
];

const transform = '<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></ds:Transform>';
const exclusive = '<ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#">';
const algorithm = (uri: string): string => `<ds:Transform Algorithm="${uri}"></ds:Transform>`;
const algorithms: readonly Attack[] = [
  [
    'XPath',
    'signature-algorithm',
    () =>
      instead(
        transform,
        '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"></ds:Transform>',
      ),
  ],
  [
    'XPath with an expression',
    'signature-odd',
    () =>
      instead(
        transform,
        '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"><ds:XPath>1=0</ds:XPath></ds:Transform>',
      ),
  ],
  [
    'XSLT',
    'signature-algorithm',
    () => instead(transform, algorithm('http://www.w3.org/TR/1999/REC-xslt-19991116')),
  ],
  [
    'a sheet of XSLT',
    'signature-odd',
    () =>
      instead(
        transform,
        '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"><xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/></ds:Transform>',
      ),
  ],
  [
    'enveloped',
    'signature-algorithm',
    () => instead(transform, algorithm('http://www.w3.org/2000/09/xmldsig#enveloped-signature')),
  ],
  [
    'base64',
    'signature-algorithm',
    () => instead(transform, algorithm('http://www.w3.org/2000/09/xmldsig#base64')),
  ],
  [
    'inclusive',
    'signature-algorithm',
    () => instead(transform, algorithm('http://www.w3.org/TR/2001/REC-xml-c14n-20010315')),
  ],
  [
    'with comments',
    'signature-algorithm',
    () => instead(transform, algorithm('http://www.w3.org/2001/10/xml-exc-c14n#WithComments')),
  ],
  ['two transforms', 'signature-odd', () => instead(transform, transform + transform)],
  [
    'a list of prefixes',
    'signature-odd',
    () =>
      instead(
        exclusive,
        `${exclusive}<InclusiveNamespaces xmlns="http://www.w3.org/2001/10/xml-exc-c14n#" PrefixList="p"/>`,
      ),
  ],
  [
    'another canonicalization',
    'signature-algorithm',
    () => instead(exclusive, '<ds:CanonicalizationMethod Algorithm="http://www.w3.org/2006/12/xml-c14n11">'),
  ],
  [
    'a code with a shared secret',
    'signature-algorithm',
    () => instead('xmldsig-more#ecdsa-sha256', 'xmldsig-more#hmac-sha256'),
  ],
  [
    'a short code',
    'signature-odd',
    () =>
      instead('</ds:SignatureMethod>', '<ds:HMACOutputLength>1</ds:HMACOutputLength></ds:SignatureMethod>'),
  ],
  [
    'SHA-1',
    'signature-algorithm',
    () => instead('http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2000/09/xmldsig#sha1'),
  ],
  [
    'SHA-1 in the signature',
    'signature-algorithm',
    () => instead('xmldsig-more#ecdsa-sha256', 'xmldsig-more#ecdsa-sha1'),
  ],
  [
    'the method of another key',
    'signature-wrong',
    () => signedAnew(instead('xmldsig-more#ecdsa-sha256', 'xmldsig-more#rsa-sha256'), pair),
  ],
  [
    'another hash than was signed with',
    'signature-wrong',
    () => signedAnew(instead('xmldsig-more#ecdsa-sha256', 'xmldsig-more#ecdsa-sha512'), pair),
  ],
  ['a value in DER', 'signature-wrong', () => signedAnew(original, pair, 'der')],
  ['a value of nothing', 'signature-odd', () => instead(/(?<=<ds:SignatureValue>)[^<]*/, '')],
  [
    'a value of zeros',
    'signature-wrong',
    () => instead(/(?<=<ds:SignatureValue>)[^<]*/, Buffer.alloc(64).toString('base64')),
  ],
  ['base64 with bits behind its end', 'signature-odd', () => instead(/==(?=<\/ds:SignatureValue>)/, '=')],
];

const spelling: readonly Attack[] = [
  ['a comment in a name', 'xml-odd', () => instead('Nguyễn Thị Đường', 'Nguyễn<!-- --> Thị Đường')],
  ['a comment in a digest', 'xml-odd', () => instead(/<ds:DigestValue>/, '<ds:DigestValue><!-- AA -->')],
  ['a comment before the root', 'xml-odd', () => instead('<SignedDocument>', '<!-- --><SignedDocument>')],
  ['a comment behind the root', 'xml-odd', () => `${original}<!-- </SignedDocument> -->`],
  ['a processing instruction', 'xml-odd', () => instead('<Trong/>', '<Trong><?Kẻ Gian?></Trong>')],
  ['a processing instruction that looks like data', 'xml-odd', () => instead('Nguyễn', '<?x Nguyễn?>')],
  [
    'a sheet of style',
    'xml-odd',
    () => instead('<SignedDocument>', '<?xml-stylesheet href="x.xsl"?><SignedDocument>'),
  ],
  [
    'a document type',
    'xml-odd',
    () => instead('<SignedDocument>', '<!DOCTYPE SignedDocument><SignedDocument>'),
  ],
  [
    'an entity of one’s own',
    'xml-odd',
    () =>
      instead(
        '<SignedDocument>',
        '<!DOCTYPE SignedDocument [<!ENTITY ten "Kẻ Gian">]><SignedDocument>',
      ).replace('Nguyễn Thị Đường', '&ten;'),
  ],
  [
    'an entity from outside',
    'xml-odd',
    () =>
      instead('<SignedDocument>', '<!DOCTYPE x [<!ENTITY ten SYSTEM "file:///etc/passwd">]><SignedDocument>'),
  ],
  [
    'an attribute by default',
    'xml-odd',
    () => instead('<SignedDocument>', '<!DOCTYPE x [<!ATTLIST ToKhai ban CDATA "9">]><SignedDocument>'),
  ],
  ['an entity that nobody declared', 'xml-odd', () => instead('Nguyễn', '&ten;')],
  ['an entity with the name of a method', 'xml-odd', () => instead('Nguyễn', '&constructor;')],
  ['a relative namespace', 'xml-odd', () => instead('urn:example:phu', 'phu')],
  [
    'another namespace of the content',
    'signature-digest',
    () => instead('urn:example:to-khai', 'urn:example:khac'),
  ],
  ['another namespace of a part', 'signature-digest', () => instead('<HoTen>', '<HoTen xmlns="urn:khac">')],
  [
    'a prefix that leads elsewhere',
    'signature-digest',
    () => instead('<p:GhiChu', '<p:GhiChu xmlns:p="urn:khac"'),
  ],
  ['a namespace taken away', 'signature-digest', () => instead('<HoTen>', '<HoTen xmlns="">')],
  [
    'the prefix xml for another namespace',
    'xml-odd',
    () => instead('<HoTen>', '<HoTen xmlns:xml="urn:khac">'),
  ],
  [
    'another prefix for the namespace of xml',
    'xml-odd',
    () => instead('<HoTen>', '<HoTen xmlns:q="http://www.w3.org/XML/1998/namespace">'),
  ],
  ['a prefix of nothing', 'xml-odd', () => instead('<HoTen>', '<HoTen xmlns:q="">')],
  ['a prefix that nobody declared', 'xml-odd', () => instead('<HoTen>', '<HoTen q:a="1">')],
  ['XML 1.1', 'xml-odd', () => instead('version="1.0"', 'version="1.1"')],
  ['another alphabet', 'xml-odd', () => instead('encoding="UTF-8"', 'encoding="UTF-16"')],
  [
    'a second declaration',
    'xml-odd',
    () => instead('<SignedDocument>', '<?xml version="1.0"?><SignedDocument>'),
  ],
  ['a sign that XML does not know', 'xml-odd', () => instead('Nguyễn', 'Nguy\u0001n')],
  ['a number of a sign that XML does not know', 'xml-odd', () => instead('Nguyễn', '&#0;')],
  ['half a letter by number', 'xml-odd', () => instead('Nguyễn', '&#xD800;')],
  ['two roots', 'xml-odd', () => `${original}${original.slice(original.indexOf('<Signed'))}`],
  ['something behind the end', 'xml-odd', () => `${original}x`],
  ['cut off', 'xml-odd', () => original.slice(0, -8)],
  [
    'the same letters in another form of Unicode',
    'signature-digest',
    () => instead('Nguyễn Thị Đường', 'Nguyễn Thị Đường'.normalize('NFD')),
  ],
];

const properties: readonly Attack[] = [
  [
    'another certificate, which is trusted',
    'signature-odd',
    () =>
      instead(/(?<=<ds:X509Certificate>)[^<]*/, Buffer.from(authority.person.certificate).toString('base64')),
  ],
  [
    'another certificate is named, and the key agrees',
    'signature-odd',
    () =>
      signedAnew(
        instead(
          /(?<=<xades:CertDigest>.*<ds:DigestValue>)[^<]*(?=<\/ds:DigestValue><\/xades:CertDigest>)/,
          Buffer.alloc(32).toString('base64'),
        ),
        pair,
      ),
  ],
  [
    'a certificate that nobody trusts',
    'signature-odd',
    () =>
      instead(/(?<=<ds:X509Certificate>)[^<]*/, Buffer.from(stranger.person.certificate).toString('base64')),
  ],
  ['no certificate', 'signature-odd', () => instead(/<ds:X509Certificate>.*<\/ds:X509Certificate>/, '')],
  ['a bare key', 'signature-odd', () => instead('<ds:KeyInfo>', '<ds:KeyInfo><ds:KeyValue></ds:KeyValue>')],
  [
    'a key from elsewhere',
    'signature-odd',
    () =>
      instead(
        /<ds:KeyInfo>.*<\/ds:KeyInfo>/,
        '<ds:KeyInfo><ds:RetrievalMethod URI="http://127.0.0.1/"/></ds:KeyInfo>',
      ),
  ],
  [
    'a time to come',
    'signature-moment',
    () => signedAnew(instead('2026-11-23T02:00:00Z', '2026-11-23T03:00:00Z'), pair),
  ],
  ['no time', 'signature-odd', () => signedAnew(instead('2026-11-23T02:00:00Z', 'hôm nay'), pair)],
  [
    'a day that is none',
    'signature-odd',
    () => signedAnew(instead('2026-11-23T02:00:00Z', '2026-13-40T02:00:00Z'), pair),
  ],
  ['another role', 'signature-digest', () => instead('Người nộp', 'Chủ tịch')],
  [
    'a property that is not known',
    'signature-odd',
    () =>
      signedAnew(
        instead('<xades:SignerRoleV2>', '<xades:SignaturePolicyIdentifier/><xades:SignerRoleV2>'),
        pair,
      ),
  ],
  [
    'two properties of a kind',
    'signature-odd',
    () =>
      signedAnew(
        instead(
          '<xades:SigningTime>',
          '<xades:SigningTime>2026-11-23T01:00:00Z</xades:SigningTime><xades:SigningTime>',
        ),
        pair,
      ),
  ],
  [
    'a counter-signature',
    'signature-odd',
    () =>
      instead('<xades:SignatureTimeStamp>', '<xades:CounterSignature/><xades:SignatureTimeStamp>', stamped),
  ],
  [
    'the stamp of another signature',
    'stamp-wrong',
    () =>
      instead(
        /<xades:UnsignedProperties>.*<\/xades:UnsignedProperties>/,
        `${/<xades:UnsignedProperties>.*<\/xades:UnsignedProperties>/.exec(stamped)?.[0]}`,
        within(
          original,
          '</xades:QualifyingProperties>',
          '<xades:UnsignedProperties></xades:UnsignedProperties>',
        ),
      ),
  ],
  [
    'a stamp that is none',
    'stamp-odd',
    () => instead(/(?<=<xades:EncapsulatedTimeStamp>)[^<]*/, 'AAAA', stamped),
  ],
  [
    'two stamps',
    'signature-odd',
    () =>
      instead(
        '<xades:SignatureTimeStamp>',
        `${/<xades:SignatureTimeStamp>.*<\/xades:SignatureTimeStamp>/.exec(stamped)?.[0]}<xades:SignatureTimeStamp>`,
        stamped,
      ),
  ],
];

test('untouched, they hold', async () => {
  assert.deepEqual([await codeOf(original), await codeOf(stamped)], ['valid', 'valid']);
  assert.equal(await codeOf(wrapper(content, signature)), 'valid');
  assert.equal(await codeOf(signedAnew(original, pair)), 'valid');
  assert.equal(await codeOf(wrapper(content)), 'unsigned');
});

for (const [kind, attacks] of Object.entries({
  wrapping,
  identifiers,
  references,
  algorithms,
  spelling,
  properties,
}))
  for (const [name, code, text] of attacks)
    test(`${kind}: ${name}`, async () => {
      assert.equal(await codeOf(text()), code);
    });

test('no bit can be turned without notice, but in the wrapper that says nothing', async () => {
  const bytes = Buffer.from(original);
  const [first] = must(await judgeXml(bytes, { roots, at })).signatures;
  const [from, to] = [bytes.indexOf('<ToKhai'), bytes.lastIndexOf('</SignedDocument>')];
  for (let i = 0; i < bytes.length; i++) {
    const turned = Buffer.from(bytes);
    turned[i] = (turned[i] ?? 0) ^ (1 << (i % 7));
    const judged = await judgeXml(turned, { roots, at });
    if (!judged.ok || !judged.value.valid) continue;
    assert.ok(i < from || i >= to, `octet ${i}`);
    assert.deepEqual(judged.value.signatures[0]?.covers, first?.covers);
  }
});

test('whatever is cut and pasted, only what was signed is told as covered', async () => {
  const second = content.replace('Nguyễn Thị Đường', 'Trần Văn Hai');
  const other = Buffer.from(
    await signedBy(await wrapped(second), authority, { signer, id: 'chu-ky-2' }),
  ).toString();
  const pieces = [original, other].flatMap((text) => text.split(/(?=<)/));
  const known = new Set<string>();
  for (const text of [original, other])
    for (const { covers } of must(await judgeXml(Buffer.from(text), { roots, at })).signatures)
      known.add(Buffer.from(covers).toString());
  const count = original.split(/(?=<)/).length;
  const place = fc.integer({ min: 0, max: count });
  const from = fc.integer({ min: 0, max: pieces.length });
  let told = 0;
  await fc.assert(
    fc.asyncProperty(
      place,
      fc.integer({ min: 0, max: 12 }),
      from,
      fc.integer({ min: 0, max: 60 }),
      async (i, cut, j, length) => {
        const text = pieces.slice(0, count);
        text.splice(i, cut, ...pieces.slice(j, j + length));
        const judged = await judgeXml(Buffer.from(text.join('')), { roots, at });
        if (!judged.ok) return;
        for (const { covers } of judged.value.signatures) {
          told++;
          assert.ok(known.has(Buffer.from(covers).toString()));
        }
      },
    ),
    { numRuns: 3000 },
  );
  assert.ok(told > 0, 'some of them hold');
});
