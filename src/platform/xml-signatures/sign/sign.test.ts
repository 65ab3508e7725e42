import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { type DigestSigner, SignerUnavailable } from '#platform/certificates';
import { smallAuthority } from '#test/small-authority';
import { must, sourceOf, stamperOf } from '#test/small-services';
import { judgeXml, signXml, wrapXml } from '../index.ts';
import { signedBy, wrapped } from '../testing/signing.ts';

const at = Date.UTC(2026, 10, 23, 2, 0, 0);
const authority = await smallAuthority(at);
const office = await authority.issue({
  subject: [
    ['country', 'VN'],
    ['commonName', 'Sở Nội vụ'],
  ],
});
const roots = [authority.root];
const stamper = stamperOf(authority);
const revocations = { source: sourceOf(authority), roots };
const judge = async (bytes: Uint8Array, moment = at) => must(await judgeXml(bytes, { roots, at: moment }));
const base = await wrapped();
const years = 3 * 365 * 86_400_000;

test('a signature covers the content in its canonical form, and says who, when, as what', async () => {
  const judged = await judge(await signedBy(base, authority, { role: 'Người nộp hồ sơ' }));
  assert.deepEqual(judged.refused, []);
  assert.ok(judged.valid);
  const [one] = judged.signatures;
  assert.equal(one?.id, 'chu-ky-1');
  assert.equal(one?.certificate.subject.parts.commonName, 'Nguyễn Thị Đường');
  assert.equal(one?.claimedAt, at);
  assert.equal(one?.provenAt, undefined);
  assert.equal(one?.role, 'Người nộp hồ sơ');
  assert.equal(one?.level, 'B-B');
  assert.equal(
    Buffer.from(one?.covers ?? []).toString(),
    `<ToKhai xmlns="urn:example:to-khai" xmlns:p="urn:example:phu" Id="to-khai" loai="khai-sinh" p:ban="2">
  <HoTen>Nguyễn Thị Đường</HoTen>
  <p:GhiChu xml:lang="vi">5 &lt; 7 &amp; "đủ"</p:GhiChu>
  <Trong></Trong>
</ToKhai>`,
  );
});

test('signatures stand beside each other; earlier letters stay as they are', async () => {
  const one = await signedBy(base, authority, { stamper });
  const two = await signedBy(one, authority, { signer: office, stamper, id: 'chu-ky-2' });
  assert.ok(
    Buffer.from(two)
      .toString()
      .startsWith(Buffer.from(one).toString().split('</SignedDocument>')[0] ?? '?'),
  );
  const judged = await judge(two);
  assert.ok(judged.valid);
  assert.deepEqual(
    judged.signatures.map(({ id, level, provenAt, certificate }) => [
      id,
      level,
      provenAt,
      certificate.subject.parts.commonName,
    ]),
    [
      ['chu-ky-1', 'B-T', at + 900, 'Nguyễn Thị Đường'],
      ['chu-ky-2', 'B-T', at + 900, 'Sở Nội vụ'],
    ],
  );
});

test('with data about revocation inside it is good years later, without it is not', async () => {
  const lasting = await signedBy(base, authority, { stamper, revocations });
  const now = await judge(lasting);
  assert.deepEqual([now.signatures[0]?.level, now.signatures[0]?.trust.revocation], ['B-LT', 'good']);
  const later = await judge(lasting, at + years);
  assert.deepEqual([later.valid, later.signatures[0]?.level], [true, 'B-LT']);
  const stamped = await judge(await signedBy(base, authority, { stamper }), at + years);
  assert.deepEqual(
    stamped.signatures.map(({ level, trust }) => [level, trust.revocation]),
    [['B-T', 'unknown']],
  );
  const bare = await judge(await signedBy(base, authority), at + years);
  assert.deepEqual(
    bare.refused.map(({ refusal }) => refusal.code),
    ['certificate-expired'],
  );
});

test('RSA signs as well', async () => {
  const rsa = await smallAuthority(at, 'rsa2048');
  const wish = { stamper: stamperOf(rsa), revocations: { source: sourceOf(rsa), roots: [rsa.root] } };
  const judged = must(await judgeXml(await signedBy(base, rsa, wish), { roots: [rsa.root], at }));
  assert.deepEqual([judged.valid, judged.signatures[0]?.level], [true, 'B-LT']);
});

test('what is signed is asked for first and answered later, also beside a signature that came in between', async () => {
  const digests: Buffer[] = [];
  const asking: DigestSigner = {
    ...authority.person,
    sign(data) {
      digests.push(createHash('sha256').update(data).digest());
      return Promise.reject(new SignerUnavailable('asked elsewhere'));
    },
  };
  const first = await signXml(base, { signer: asking, stamper, at, id: 'cua-toi' });
  assert.equal(first.ok ? '' : first.refusal.code, 'signer-unavailable');
  const other = await signedBy(base, authority, { signer: office });
  const answering: DigestSigner = {
    ...authority.person,
    sign(data) {
      digests.push(createHash('sha256').update(data).digest());
      return authority.person.sign(data);
    },
  };
  const both = must(await signXml(other, { signer: answering, stamper, at, id: 'cua-toi' }));
  assert.equal(digests.length, 2);
  assert.deepEqual(digests[0], digests[1]);
  assert.ok((await judge(both)).valid);
});

test('what cannot be signed is refused', async () => {
  const code = async (bytes: Uint8Array, wish: Partial<Parameters<typeof signXml>[1]> = {}) => {
    const made = await signXml(bytes, { signer: authority.person, at, id: 'chu-ky-1', ...wish });
    return made.ok ? 'signed' : made.refusal.code;
  };
  const one = await signedBy(base, authority);
  assert.equal(await code(one), 'signature-id-taken');
  assert.equal(await code(base, { id: 'to-khai' }), 'signature-id-taken');
  assert.equal(await code(base, { id: 'a b' }), 'signature-id');
  assert.equal(await code(base, { id: "x'" }), 'signature-id');
  assert.equal(await code(base, { role: 'hai\ndòng' }), 'signature-role');
  assert.equal(await code(Buffer.from('<a/>')), 'xml-envelope');
  assert.equal(await code(Buffer.from('<a><b Id="c"/>')), 'xml-odd');
  const { sign: _, ...rest } = authority.person;
  const stranger = { ...rest, sign: office.sign };
  assert.equal(await code(base, { signer: stranger }), 'signature-wrong');
  const wrongClock = { stamp: () => stamper.stamp(createHash('sha256').update('khác').digest()) };
  assert.equal(await code(base, { stamper: wrongClock }), 'stamp-wrong');
});

test('a text is wrapped when its element has a name and nothing in it could be read in two ways', async () => {
  const made = async (text: string) => {
    const found = await wrapXml(Buffer.from(text));
    return found.ok ? Buffer.from(found.value).toString() : found.refusal.code;
  };
  const whole = '<?xml version="1.0" encoding="UTF-8"?>\n<SignedDocument><a Id="x">đ</a></SignedDocument>\n';
  assert.equal(await made('<a Id="x">đ</a>'), whole);
  assert.equal(await made('\ufeff<?xml version="1.0"?>\n<a Id="x">đ</a>\n'), whole);
  assert.equal(await made('<a/>'), 'xml-envelope');
  assert.equal(await made('<a Id="1 2"/>'), 'xml-envelope');
  assert.equal(await made('<a Id="x"/><b/>'), 'xml-odd');
  assert.equal(await made('<a Id="x"/></SignedDocument><SignedDocument>'), 'xml-odd');
  assert.equal(await made('<!-- --><a Id="x"/>'), 'xml-odd');
  assert.equal(await made('<a Id="x"><b Id="x"/></a>'), 'xml-ids');
  assert.equal(await made('<Signature xmlns="http://www.w3.org/2000/09/xmldsig#" Id="x"/>'), 'xml-envelope');
});
