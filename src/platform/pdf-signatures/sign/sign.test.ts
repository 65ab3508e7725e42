import assert from 'node:assert/strict';
import test from 'node:test';
import { SignerUnavailable } from '#platform/certificates';
import { smallAuthority } from '#test/small-authority';
import { judgePdf, keepValidationData, type PdfSigning, signPdf } from '../index.ts';
import { leaderLook, must, sealLook, signed, sourceOf, stamperOf, tinos } from '../testing/signing.ts';
import { appendTo, paper, writePdf } from '../testing/small-pdf.ts';

const at = Date.UTC(2026, 10, 23, 2, 0, 0);
const authority = await smallAuthority(at);
const office = await authority.issue({
  subject: [
    ['country', 'VN'],
    ['commonName', 'Sở Nội vụ'],
  ],
});
const face = tinos();
const roots = [authority.root];
const stamper = stamperOf(authority);
const revocations = { source: sourceOf(authority), roots };
const judge = async (bytes: Uint8Array) => must(await judgePdf(bytes, { roots, at }));
const base = writePdf(paper());

for (const kind of ['table', 'stream', 'packed'] as const)
  test(`leader and seal, one after the other, in a file with a cross-reference of kind ${kind}`, async () => {
    const bytes = writePdf(paper(), { kind });
    const one = await signed(bytes, authority, { stamper, appearance: leaderLook(face), reason: 'Ký duyệt' });
    const two = await signed(one, authority, {
      signer: office,
      stamper,
      appearance: sealLook(face),
      fieldName: 'seal',
    });
    assert.ok(Buffer.from(two).subarray(0, one.length).equals(one), 'earlier bytes stay');
    assert.ok(Buffer.from(one).subarray(0, bytes.length).equals(bytes));
    const judged = await judge(two);
    assert.deepEqual(judged.refused, []);
    assert.ok(judged.valid);
    const [leader, seal] = judged.signatures;
    assert.equal(leader?.certificate.subject.parts.commonName, 'Nguyễn Thị Đường');
    assert.equal(leader?.level, 'B-T');
    assert.equal(leader?.claimedAt, at);
    assert.equal(leader?.provenAt, at + 900);
    assert.deepEqual(leader?.covers, { revision: 2, of: 3, octets: one.length, whole: false });
    assert.deepEqual(leader?.afterwards, [
      { kind: 'signature', revision: 2, field: 'seal', page: 1, box: [250, 192, 360, 302] },
    ]);
    assert.deepEqual(seal?.covers, { revision: 3, of: 3, octets: two.length, whole: true });
    assert.deepEqual(seal?.afterwards, []);
  });

test('without a stamp the level is B-B, and the moment is the signer’s word', async () => {
  const [one] = (await judge(await signed(base, authority))).signatures;
  assert.equal(one?.level, 'B-B');
  assert.equal(one?.provenAt, undefined);
  assert.equal(one?.claimedAt, at);
});

test('with data about revocation the level is B-LT, for both of two signatures', async () => {
  const one = await signed(base, authority, { stamper, revocations });
  const two = await signed(one, authority, { signer: office, stamper, revocations, fieldName: 'seal' });
  const judged = await judge(two);
  assert.deepEqual(
    judged.signatures.map(({ level }) => level),
    ['B-LT', 'B-LT'],
  );
  assert.deepEqual(judged.signatures[0]?.trust.revocation, 'good');
  assert.deepEqual(
    judged.signatures[0]?.afterwards.map(({ kind, revision }) => [kind, revision]),
    [
      ['validation-data', 2],
      ['signature', 3],
      ['validation-data', 4],
    ],
  );
  // Years later, when the certificates have ended, the stamp and the data still speak for the moment.
  const later = must(await judgePdf(two, { roots, at: at + 3 * 365 * 86_400_000 }));
  assert.deepEqual(
    later.signatures.map(({ level }) => level),
    ['B-LT', 'B-LT'],
  );
});

test('the level can be reached later, and without a stamp it is not B-LT', async () => {
  const one = await signed(base, authority);
  const two = must(await keepValidationData(one, { ...revocations, at, fieldName: 'leader' }));
  assert.equal((await judge(two)).signatures[0]?.level, 'B-B');
  const none = await keepValidationData(one, { ...revocations, at, fieldName: 'nobody' });
  assert.deepEqual(none, { ok: false, refusal: { code: 'field-name' } });
});

test('what the caller adds about revocation does not make B-LT of a file that lacks it', async () => {
  const one = await signed(base, authority, { stamper });
  const chain = [authority.person.certificate, ...authority.person.chain, authority.root];
  const data = [];
  for (const [i, certificate] of [...chain.slice(0, -1), authority.clock.certificate].entries()) {
    const issuer = i === chain.length - 1 ? chain[1] : chain[i + 1];
    data.push(must(await revocations.source.fetch(certificate, issuer as Uint8Array)));
  }
  const [found] = must(await judgePdf(one, { roots, at, revocations: data })).signatures;
  assert.equal(found?.trust.revocation, 'good');
  assert.equal(found?.level, 'B-T');
});

test('a signature that is larger than was thought gets a larger place', async () => {
  const chain = [...authority.clock.chain];
  for (let i = 0; i < 13; i++)
    chain.push((await authority.issue({ crls: [`http://crl.example.vn/${'x'.repeat(600)}`] })).certificate);
  const talkative = stamperOf({ ...authority, clock: { ...authority.clock, chain } });
  let asked = 0;
  const counting = { stamp: (digest: Uint8Array) => (asked++, talkative.stamp(digest)) };
  const bytes = await signed(base, authority, { stamper: counting });
  assert.equal(asked, 2);
  assert.ok((await judge(bytes)).valid);
});

test('two hundred files are signed in one go, each valid alone', { timeout: 120_000 }, async () => {
  const from = performance.now();
  const all = [];
  for (let i = 0; i < 200; i++) {
    const bytes = writePdf(paper({ 12: `<</Paper ${i}>>` }));
    all.push(await signed(bytes, authority, { stamper, appearance: leaderLook(face) }));
  }
  const seconds = (performance.now() - from) / 1000;
  assert.equal(new Set(all.map((bytes) => Buffer.from(bytes).toString('base64'))).size, 200);
  for (const bytes of all) assert.ok((await judge(bytes)).valid);
  assert.ok(seconds < 60, `${seconds} s`);
});

const refusals: readonly [code: string, bytes: Uint8Array, wish: Partial<PdfSigning>][] = [
  ['field-name', base, { fieldName: '' }],
  ['field-name', base, { fieldName: 'a.b' }],
  ['field-taken', base, { fieldName: 'note' }],
  ['page-missing', base, { appearance: { ...leaderLook(face), page: 2 } }],
  ['page-missing', base, { appearance: { ...leaderLook(face), page: 0 } }],
  [
    'box-outside',
    base,
    { appearance: { ...leaderLook(face), box: { x: 500, y: 0, width: 200, height: 50 } } },
  ],
  [
    'box-outside',
    base,
    { appearance: { ...leaderLook(face), box: { x: NaN, y: 0, width: 20, height: 50 } } },
  ],
  ['text-too-long', base, { appearance: { ...leaderLook(face), lines: ['dài '.repeat(900)] } }],
  ['picture-odd', base, { appearance: { ...sealLook(face), picture: Buffer.from('GIF89a') } }],
  ['pdf-encrypted', writePdf(paper(), { trailer: ' /Encrypt 5 0 R' }), {}],
  [
    'pdf-form',
    writePdf(paper({ 1: '<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [] /XFA 4 0 R>>>>' })),
    {},
  ],
  ['pdf-trailing', Buffer.concat([base, Buffer.from('more')]), {}],
  ['pdf-odd', Buffer.from('no pdf'), {}],
  [
    'signer-unavailable',
    base,
    { signer: { ...authority.person, sign: () => Promise.reject(new SignerUnavailable()) } },
  ],
];
for (const [code, bytes, wish] of refusals)
  test(`a wish is refused as ${code}`, async () => {
    const asked = await signPdf(bytes, { signer: authority.person, at, fieldName: 'leader', ...wish });
    assert.equal(asked.ok || asked.refusal.code, code);
  });

test('a field name is taken once, and white space behind a file does no harm', async () => {
  const one = await signed(Buffer.concat([base, Buffer.from('\r\n  \n')]), authority);
  assert.ok((await judge(one)).valid);
  const again = await signPdf(one, { signer: authority.person, at, fieldName: 'leader' });
  assert.equal(again.ok || again.refusal.code, 'field-taken');
});

test('a file that came in several revisions is signed as it is now', async () => {
  const newer = appendTo(base, { 4: paper()[7] ?? '' });
  const judged = await judge(await signed(newer, authority));
  assert.ok(judged.valid);
  assert.equal(judged.signatures[0]?.covers.revision, 3);
});

test('numbers that are referred to although nothing stands there are left alone', async () => {
  // Size is 11: the first new object would be 11 otherwise, and fill what the page asks for.
  const page = (paper()[3] ?? '').replace('/Contents 4 0 R', '/Contents [4 0 R 11 0 R 14 0 R]');
  const one = await signed(writePdf(paper({ 3: page })), authority, { stamper, revocations });
  const two = await signed(one, authority, { fieldName: 'seal', appearance: sealLook(face) });
  assert.deepEqual((await judge(two)).refused, []);
  assert.doesNotMatch(Buffer.from(two).toString('latin1'), /\n1[14] 0 obj/);
});

test('a file with an object that cannot be read is refused before it is signed', async () => {
  const text = writePdf(paper())
    .toString('latin1')
    .replace('(Pay 900) Tj ET\nendstream', '(Pay 900) Tj ET \nendstreax');
  const asked = await signPdf(Buffer.from(text, 'latin1'), {
    signer: authority.person,
    at,
    fieldName: 'leader',
  });
  assert.equal(asked.ok || asked.refusal.code, 'pdf-odd');
});
