import assert from 'node:assert/strict';
import test from 'node:test';
import { signDetached } from '#platform/cms';
import { withinBounds } from '#test/bounds';
import { smallAuthority } from '#test/small-authority';
import { PdfFile } from '../file/pdf-file.ts';
import { judgePdf, keepValidationData, signPdf } from '../index.ts';
import { Budget } from '../limits.ts';
import { fill, placeholderFor, signedPart } from '../sign/placeholder.ts';
import { addToForm } from '../sign/places.ts';
import { Update } from '../sign/update.ts';
import { Reader } from '../syntax/reader.ts';
import { changed } from '../syntax/values.ts';
import { leaderLook, must, signed, sourceOf, stamperOf, tinos } from '../testing/signing.ts';
import { type Appending, appendTo, type Bodies, paper, streamBody, writePdf } from '../testing/small-pdf.ts';

const at = Date.UTC(2026, 10, 23, 2, 0, 0);
const authority = await smallAuthority(at);
const stranger = await smallAuthority(at);
const roots = [authority.root];
const stamper = stamperOf(authority);
const face = tinos();
const bodies = paper();
const base = writePdf(bodies);
const original = await signed(base, authority, { stamper, appearance: leaderLook(face) });
const letters = Buffer.from(original).toString('latin1');

/** What the file says at last of an object. */
function now(number: number, text: string = letters): string {
  const at = text.lastIndexOf(`\n${number} 0 obj\n`);
  return text.slice(at + `\n${number} 0 obj\n`.length, text.indexOf('\nendobj', at));
}
const size = Math.max(...[...letters.matchAll(/\/Size (\d+)/g)].map((one) => Number(one[1])));
const widget = Number(/(\d+) 0 obj\n<<\/Type \/Annot \/Subtype \/Widget \/FT \/Sig /.exec(letters)?.[1]);
const value = Number(/(\d+) 0 obj\n<<\/Type \/Sig /.exec(letters)?.[1]);
const offsetOf = (number: number): number => letters.indexOf(`\n${number} 0 obj\n`) + 1;
const [, first = 0, second = 0, third = 0] = (/\/ByteRange \[(\d+) (\d+) (\d+) (\d+) *\]/.exec(letters) ?? [])
  .slice(1)
  .map(Number);
const after = (more: Bodies, wish?: Appending): Uint8Array => appendTo(original, more, wish);

/** Replaces letters of the signature dictionary by as many others. */
function turned(from: string | RegExp, to: string): Uint8Array {
  const place = letters.search(from);
  const found = typeof from === 'string' ? from : (from.exec(letters)?.[0] ?? '');
  assert.ok(place >= 0 && to.length <= found.length, `${String(from)} → ${to}`);
  return Buffer.from(
    letters.slice(0, place) + to.padEnd(found.length) + letters.slice(place + found.length),
    'latin1',
  );
}
const range = /\/ByteRange \[[^\]]*\]/;
const widgetOver = (entries: string): string =>
  `<</Type /Annot /Subtype /Widget /FT /Sig /T (x) /P 3 0 R /Rect [0 0 200 100] ${entries}>>`;
const pageWith = (annots: string): string => (bodies[3] ?? '').replace('[8 0 R]', annots);
const otherDates = '<</Title (Paper) /ModDate (D:2027)>>';
const catalogWith = (entries: string): string => now(1).replace(/>>$/, `${entries}>>`);

test('the untouched original is accepted', async () => {
  const judged = must(await judgePdf(original, { roots, at }));
  assert.ok(judged.valid);
  assert.equal(judged.signatures.length, 1);
  assert.ok(judged.signatures[0]?.covers.whole);
  assert.ok(widget > 0 && value > 0 && first > 0 && second > first && third > 0);
});

/** The signature's dictionary once more, somewhere else, with other ranges: wrapping. */
const wrapped = (): Uint8Array => {
  const moved = now(value).replace(range, `/ByteRange [0 ${first} ${second + 200} ${third}]`);
  return after({ [value]: moved });
};
/** Keeps the signed bytes at both ends and puts other objects into the widened gap. */
const widened = (): Uint8Array => {
  const [head, hole, tail] = [letters.slice(0, first), letters.slice(first, second), letters.slice(second)];
  const put = `\n4 0 obj\n${bodies[7]}\nendobj\n`;
  const text = head + hole + put + tail;
  return Buffer.from(
    text.replace(range, `/ByteRange [0 ${first} ${second + put.length} ${third}]`),
    'latin1',
  );
};

const attacks: readonly [name: string, code: RegExp, bytes: () => Uint8Array][] = [
  // Universal signature forgery: what is to be verified is made hard to find.
  ['no ByteRange', /signature-range/, () => turned('/ByteRange', '/ByteRangX')],
  ['ByteRange of nothing', /signature-range/, () => turned(range, '/ByteRange []')],
  ['ByteRange of null', /signature-range/, () => turned(range, '/ByteRange null')],
  ['ByteRange of zeros', /signature-range/, () => turned(range, '/ByteRange [0 0 0 0]')],
  [
    'ByteRange with negative numbers',
    /signature-range/,
    () => turned(range, `/ByteRange [0 ${first} -1 ${third}]`),
  ],
  ['ByteRange with two numbers', /signature-range/, () => turned(range, `/ByteRange [0 ${first}]`)],
  [
    'ByteRange that does not begin at 0',
    /signature-range/,
    () => turned(range, `/ByteRange [1 ${first - 1} ${second} ${third}]`),
  ],
  [
    'ByteRange with a hole',
    /signature-range/,
    () => turned(range, `/ByteRange [0 ${first - 40} ${second} ${third}]`),
  ],
  [
    'ByteRange with a hole behind',
    /signature-range/,
    () => turned(range, `/ByteRange [0 ${first} ${second + 40} ${third - 40}]`),
  ],
  [
    'ByteRange that ends early',
    /signature-revision/,
    () => turned(range, `/ByteRange [0 ${first} ${second} ${third - 40}]`),
  ],
  [
    'ByteRange beyond the end',
    /signature-revision/,
    () => turned(range, `/ByteRange [0 ${first} ${second} ${third + 9}]`),
  ],
  ['ByteRange by reference', /signature-range/, () => turned(range, '/ByteRange 5 0 R')],
  ['no Contents', /signature-contents/, () => turned('/Contents <3', '/ContentX <3')],
  ['Contents of nothing', /signature-range/, () => turned(/\/Contents <[0-9A-F]+>/, '/Contents <>')],
  [
    'Contents of zeros',
    /signature-contents/,
    () => turned(/\/Contents <[0-9A-F]{80}/, `/Contents <${'0'.repeat(80)}`),
  ],
  ['Contents by reference', /signature-contents/, () => turned(/\/Contents <[0-9A-F]+>/, '/Contents 5 0 R')],
  ['Contents with white space', /signature-contents/, () => turned(/0000>/, '000 >')],
  ['Contents with something behind', /signature-contents/, () => turned(/0000>/, '0041>')],
  ['no SubFilter', /signature-subfilter/, () => turned('/SubFilter', '/SubFiltex')],
  [
    'SubFilter of another kind',
    /signature-subfilter/,
    () => turned('/ETSI.CAdES.detached', '/adbe.x509.rsa_sha1'),
  ],
  ['no Filter', /signature-subfilter/, () => turned('/Filter /Adobe', '/Filtex /Adobe')],
  ['two ByteRanges', /pdf-odd/, () => turned(/\/Name <[0-9A-F]+>/, '/ByteRange [0 9 9 9]')],
  // Signature wrapping.
  ['wrapping: the dictionary moved', /signature-range|signature-revision|changed/, wrapped],
  ['wrapping: a widened gap', /signature-range|pdf-odd|pdf-points-back/, widened],
  // Incremental saving.
  ['other content of the page', /changed-object/, () => after({ 4: bodies[7] ?? '' })],
  ['another page', /changed-page/, () => after({ 3: (bodies[3] ?? '').replace('4 0 R', '7 0 R') })],
  ['pages turned', /changed-page/, () => after({ 3: pageWith(`[8 0 R ${widget} 0 R] /Rotate 180`) })],
  [
    'a page more',
    /changed-page|changed-hidden/,
    () => after({ 2: '<</Type /Pages /Kids [3 0 R 90 0 R] /Count 2>>', 90: bodies[3] ?? '' }),
  ],
  [
    'another tree of pages',
    /changed-catalog/,
    () => after({ 1: now(1).replace('/Pages 2 0 R', '/Pages 2 0 R /PageMode /UseOutlines') }),
  ],
  ['another catalog', /changed-catalog/, () => after({ 91: now(1) }, { root: '91 0 R' })],
  ['another font', /changed-object/, () => after({ 5: '<</Type /Font /Subtype /Type1 /BaseFont /Symbol>>' })],
  [
    'update without trailer',
    /pdf-trailing|pdf-odd/,
    () => Buffer.concat([original, Buffer.from('4 0 obj\n<<>>\nendobj\n')]),
  ],
  [
    'update without cross-reference',
    /pdf-odd|pdf-trailing/,
    () =>
      Buffer.concat([
        original,
        Buffer.from(`4 0 obj\n${bodies[7]}\nendobj\ntrailer\n<</Root 1 0 R /Size ${size}>>\n%%EOF\n`),
      ]),
  ],
  [
    'update whose startxref lies',
    /pdf-odd/,
    () =>
      Buffer.from(
        Buffer.from(after({ 4: bodies[7] ?? '' }))
          .toString('latin1')
          .replace(
            /startxref\n(\d+)\n%%EOF\n$/,
            (_, one: string) => `startxref\n${Number(one) - 3}\n%%EOF\n`,
          ),
        'latin1',
      ),
  ],
  [
    'the signature taken out of the form',
    /changed-form|signature-removed/,
    () => after({ 1: now(1).replace(` ${widget} 0 R]`, ']') }),
  ],
  [
    'the signature’s field emptied',
    /signature-removed/,
    () => after({ [widget]: now(widget).replace(/\/V \d+ 0 R/, '') }),
  ],
  ['the form taken away', /signature-removed/, () => after({ 1: '<</Type /Catalog /Pages 2 0 R>>' })],
  [
    'the signature replaced by another',
    /signature-removed/,
    () => after({ [widget]: now(widget).replace(/\/V \d+ 0 R/, '/V 7 0 R') }),
  ],
  [
    'the look of the signature replaced',
    /changed-form/,
    () => after({ [widget]: now(widget).replace(/\/AP <<\/N \d+ 0 R/, '/AP <</N 9 0 R') }),
  ],
  [
    'the place of the signature moved',
    /changed-form/,
    () => after({ [widget]: now(widget).replace(/\/Rect \[[^\]]*\]/, '/Rect [0 0 1 1]') }),
  ],
  [
    'the name of an action in the catalog',
    /changed-catalog/,
    () => after({ 1: catalogWith(' /OpenAction <</S /JavaScript /JS (x)>>') }),
  ],
  [
    'other dates, and another title',
    /changed-object/,
    () => after({ 6: '<</Title (Other) /ModDate (D:2027)>>' }),
  ],
  ['encrypted afterwards', /pdf-encrypted/, () => after({ 92: '<<>>' }, { trailer: ' /Encrypt 92 0 R' })],
  // Shadow attacks.
  [
    'shadow hide: what lies over the words is replaced',
    /changed-object/,
    () => after({ 10: streamBody('0 0 1 1 re f', ' /Type /XObject /Subtype /Form /BBox [0 0 1 1]') }),
  ],
  ['shadow hide: what lies over the words is taken away', /changed-object/, () => after({}, { free: [10] })],
  [
    'shadow hide: layers',
    /changed-catalog/,
    () => after({ 1: catalogWith(' /OCProperties <</OCGs [] /D <</OFF []>>>>') }),
  ],
  [
    'shadow replace: value of a field',
    /changed-form/,
    () => after({ 8: (bodies[8] ?? '').replace('(nothing)', '(something)') }),
  ],
  [
    'shadow replace: look of a field',
    /changed-object/,
    () => after({ 9: streamBody('BT ET', ' /Type /XObject /Subtype /Form /BBox [0 0 228 20]') }),
  ],
  [
    'shadow hide and replace: the cross-reference points at hidden content',
    /pdf-points-back/,
    () => after({}, { pointing: { 3: offsetOf(7) } }),
  ],
  [
    'shadow hide and replace: at an older object',
    /pdf-points-back/,
    () => after({}, { pointing: { 4: offsetOf(5) } }),
  ],
  [
    'shadow hide and replace: the hidden content gets a new catalog',
    /pdf-odd/,
    () => after({}, { root: '7 0 R' }),
  ],
  // Annotations and fields over content.
  [
    'an annotation over content',
    /changed-annotation|changed-hidden/,
    () =>
      after({
        3: now(3).replace('/Annots [', '/Annots [95 0 R '),
        95: '<</Type /Annot /Subtype /FreeText /Rect [0 0 500 800] /DA (/F 9 Tf) /Contents (x)>>',
      }),
  ],
  [
    'an annotation at the end',
    /changed-annotation/,
    () =>
      after({
        3: now(3).replace(/\/Annots \[([^\]]*)\]/, '/Annots [$1 95 0 R]'),
        95: '<</Type /Annot /Subtype /Stamp /Rect [0 0 500 800]>>',
      }),
  ],
  [
    'annotations taken away',
    /changed-annotation/,
    () => after({ 3: now(3).replace(/\/Annots \[[^\]]*\]/, '/Annots []') }),
  ],
  [
    'a field that does not sign',
    /changed-form/,
    () =>
      after({
        1: now(1).replace(/\/Fields \[([^\]]*)\]/, '/Fields [$1 95 0 R]'),
        95: '<</Type /Annot /Subtype /Widget /FT /Tx /T (x) /V (y) /Rect [0 0 9 9]>>',
      }),
  ],
  [
    'a signature field without signature',
    /changed-form/,
    () => after({ 1: now(1).replace(/\/Fields \[([^\]]*)\]/, '/Fields [$1 95 0 R]'), 95: widgetOver('') }),
  ],
  [
    'a signature field with an action',
    /changed-annotation/,
    () =>
      after({
        1: now(1).replace(/\/Fields \[([^\]]*)\]/, '/Fields [$1 95 0 R]'),
        95: widgetOver('/V 96 0 R /A <</S /Launch>>'),
        96: '<</Type /Sig>>',
      }),
  ],
  [
    'a signature field with a signature of nobody',
    /changed-by-refused|signature-/,
    () =>
      after({
        1: now(1).replace(/\/Fields \[([^\]]*)\]/, '/Fields [$1 95 0 R]'),
        3: now(3).replace(/\/Annots \[([^\]]*)\]/, '/Annots [$1 95 0 R]'),
        95: widgetOver('/V 96 0 R'),
        96: '<</Type /Sig /Filter /A /SubFilter /ETSI.CAdES.detached /ByteRange [0 0 0 0] /Contents <00>>>',
      }),
  ],
  // Objects that one reader sees and another does not.
  [
    'an object twice in one update',
    /changed-structure/,
    () =>
      after({ 6: '<</Title (Paper) /ModDate (D:2027)>>' }, { between: `4 0 obj\n${bodies[7]}\nendobj\n` }),
  ],
  ['an object that nothing needs', /changed-hidden/, () => after({ 97: bodies[7] ?? '' })],
  ['a comment between objects', /changed-structure/, () => after({}, { between: '% hidden\n' })],
  [
    'a second end of file within an update',
    /changed-structure/,
    () => after({}, { between: 'startxref\n0\n%%EOF\n' }),
  ],
  ['something behind the end of file', /pdf-trailing/, () => Buffer.concat([original, Buffer.from('x')])],
  [
    'white space behind the end of file',
    /pdf-trailing/,
    () => Buffer.concat([original, Buffer.from('\n\n')]),
  ],
  [
    'a second end of file behind',
    /pdf-odd|pdf-trailing/,
    () => Buffer.concat([original, Buffer.from('startxref\n9\n%%EOF\n')]),
  ],
  [
    'the same end of file twice',
    /pdf-trailing|pdf-odd/,
    () => Buffer.concat([original, Buffer.from(letters.slice(letters.lastIndexOf('startxref')), 'latin1')]),
  ],
  ['another header', /pdf-odd/, () => Buffer.concat([Buffer.from('%!PS\n'), original])],
  [
    'two cross-references in one update',
    /changed-structure|pdf-odd/,
    () => after({}, { trailer: ' /XRefStm 9' }),
  ],
];

for (const [name, code, bytes] of attacks)
  test(`attack refused: ${name}`, async () => {
    const file = bytes();
    const judged = await withinBounds(file.length, () => judgePdf(file, { roots, at }));
    const codes = judged.ok ? judged.value.refused.map(({ refusal }) => refusal.code) : [judged.refusal.code];
    assert.ok(!judged.ok || !judged.value.valid, 'accepted');
    assert.match(codes.join(' '), code, JSON.stringify(judged));
    if (judged.ok) assert.deepEqual(judged.value.signatures, []);
  });

/** An update that goes on from before the signature, and names whatever it needs of it. */
function skipping(pointing: Readonly<Record<number, number>>, more: Bodies): Uint8Array {
  const previous = /startxref\n(\d+)\n/.exec(letters)?.[1] ?? '';
  const text = Buffer.from(after(more, { pointing })).toString('latin1');
  const last = text.lastIndexOf('/Prev ');
  return Buffer.from(
    text.slice(0, last) + text.slice(last).replace(/\/Prev \d+/, `/Prev ${previous}`),
    'latin1',
  );
}

test('a signature that a later update leaves out is no signature', async () => {
  const judged = must(await judgePdf(skipping({}, { 4: bodies[7] ?? '' }), { roots, at }));
  assert.deepEqual(judged, { valid: false, carried: false, signatures: [], refused: [] });
});

test('a signature that a later update names again, past its revision, is refused', async () => {
  const signing = [...letters.matchAll(/\n(\d+) 0 obj\n/g)].filter(({ index }) => index + 1 >= base.length);
  const pointing = Object.fromEntries(signing.map((one) => [one[1], one.index + 1]));
  assert.ok([1, 3, widget, value].every((number) => number in pointing));
  const judged = must(await judgePdf(skipping(pointing, { 4: bodies[7] ?? '' }), { roots, at }));
  assert.deepEqual(
    judged.refused.map(({ refusal }) => refusal.code),
    ['signature-revision'],
  );
});

test('a reference to nothing cannot be filled later, not even by a further signature', async () => {
  const prepared = writePdf(
    paper({ 3: pageWith('[8 0 R]').replace('/Contents 4 0 R', '/Contents [4 0 R 40 0 R]') }),
  );
  const one = Buffer.from(await signed(prepared, authority)).toString('latin1');
  assert.ok(must(await judgePdf(Buffer.from(one, 'latin1'), { roots, at })).valid);
  const catalog = now(1, one).replace(/>>$/, ' /DSS <</Certs [40 0 R]>>>>');
  const two = appendTo(Buffer.from(one, 'latin1'), { 1: catalog, 40: bodies[7] ?? '' });
  const judged = must(await judgePdf(two, { roots, at }));
  assert.deepEqual(
    judged.refused.map(({ refusal }) => refusal.code),
    ['changed-hidden'],
  );
});

test('validation data cannot be the cover for a part of a page', async () => {
  const shared = writePdf(paper({ 1: '<</Type /Catalog /Pages 2 0 R /DSS <</Type /DSS /Certs [4 0 R]>>>>' }));
  const one = await signed(shared, authority);
  const two = appendTo(one, { 4: bodies[7] ?? '' });
  assert.deepEqual(
    must(await judgePdf(two, { roots, at })).refused.map(({ refusal }) => refusal.code),
    ['changed-object'],
  );
});

test('whoever is not trusted cannot sign after a signature without taking it along', async () => {
  const two = must(
    await signPdf(original, { signer: stranger.person, at, fieldName: 'x', appearance: leaderLook(face) }),
  );
  const judged = must(await judgePdf(two, { roots, at }));
  const refused = judged.refused.map(({ field, refusal }) => [field, refusal.code]);
  assert.deepEqual(refused, [
    ['leader', 'changed-by-refused'],
    ['x', 'certificate-untrusted'],
  ]);
  assert.ok(must(await judgePdf(two, { roots: [...roots, stranger.root], at })).valid);
});

test('a later signature cannot cover the page', async () => {
  const box = { x: 0, y: 0, width: 595, height: 600 };
  const two = await signed(original, authority, { fieldName: 'x', appearance: { ...leaderLook(face), box } });
  const judged = must(await judgePdf(two, { roots, at }));
  assert.deepEqual(
    judged.refused.map(({ field, refusal }) => [field, refusal.code]),
    [['leader', 'changed-annotation']],
  );
});

test('a hidden revision under a signature: content exchanged and signed again is another signature', async () => {
  const changedFirst = appendTo(original, { 4: bodies[7] ?? '' });
  const two = await signed(changedFirst, authority, { fieldName: 'x' });
  const judged = must(await judgePdf(two, { roots, at }));
  assert.deepEqual(
    judged.refused.map(({ field, refusal }) => [field, refusal.code]),
    [['leader', 'changed-object']],
  );
  assert.deepEqual(
    judged.signatures.map(({ field }) => field),
    ['x'],
  );
});

/** Signs as the author who permits no changes: the catalog names the signature, and both come in one revision. */
async function certified(): Promise<Uint8Array> {
  const file = new PdfFile(
    writePdf(paper({ 1: '<</Type /Catalog /Pages 2 0 R /AcroForm 11 0 R>>', 11: '<</Fields [8 0 R]>>' })),
  );
  const update = new Update(file);
  const read = (body: string) => new Reader(Buffer.from(body), 0, new Budget()).value();
  const place = placeholderFor({ at }, 12_000);
  const value = update.raw(place.body);
  const field = '/Type /Annot /Subtype /Widget /FT /Sig /T (leader) /F 132 /P 3 0 R /Rect [0 0 0 0]';
  addToForm(update, file, update.add(read(`<<${field} /V ${value.number} 0 R>>`)));
  const perms = read(`<</DocMDP ${value.number} 0 R>>`);
  update.replace(file.root(0), changed(file.catalog(0), { Perms: perms }));
  const { bytes, bodies: starts } = update.finished('certified');
  const start = starts.get(value.number) ?? 0;
  const wish = { at, pades: true, stamper };
  const der = must(await signDetached(signedPart(bytes, start, place), authority.person, wish));
  assert.ok(fill(bytes, start, place, der));
  return bytes;
}

test('a file certified against changes takes validation data, and no signature', async () => {
  const one = await certified();
  assert.ok(must(await judgePdf(one, { roots, at })).valid);
  const again = await signPdf(one, { signer: authority.person, at, fieldName: 'x' });
  assert.equal(again.ok || again.refusal.code, 'pdf-certified');
  const source = sourceOf(authority);
  const two = must(await keepValidationData(one, { source, roots, at, fieldName: 'leader' }));
  assert.equal(must(await judgePdf(two, { roots, at })).signatures[0]?.level, 'B-LT');
  const dates = must(await judgePdf(appendTo(one, { 6: otherDates }), { roots, at }));
  assert.deepEqual(
    dates.refused.map(({ refusal }) => refusal.code),
    ['changed-certified'],
  );
});

test('a file may get other dates, which are told', async () => {
  const judged = must(await judgePdf(after({ 6: otherDates }), { roots, at }));
  assert.deepEqual(judged.signatures[0]?.afterwards, [{ kind: 'dates', revision: 2 }]);
});

test('an empty signature field may be signed later, and nothing else of it may change', async () => {
  const empty = '<</Type /Annot /Subtype /Widget /FT /Sig /T (two) /P 3 0 R /Rect [0 0 0 0]>>';
  const form = '<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [11 0 R]>>>>';
  const one = await signed(writePdf(paper({ 1: form, 11: empty })), authority);
  for (const [more, valid] of [
    ['', true],
    [' /A <</S /Launch>>', false],
  ] as const) {
    const file = new PdfFile(one);
    const update = new Update(file);
    const place = placeholderFor({ at }, 4000);
    const value = update.raw(place.body);
    const body = Buffer.from(empty.replace(/>>$/, ` /V ${value.number} 0 R${more}>>`));
    update.replace({ is: 'ref', number: 11, generation: 0 }, new Reader(body, 0, new Budget()).value());
    const { bytes, bodies: starts } = update.finished('x');
    const start = starts.get(value.number) ?? 0;
    const der = must(await signDetached(signedPart(bytes, start, place), authority.person, { pades: true }));
    assert.ok(fill(bytes, start, place, der));
    const judged = must(await judgePdf(bytes, { roots, at }));
    assert.equal(judged.valid, valid, JSON.stringify(judged.refused));
    assert.deepEqual(
      judged.refused.map(({ refusal }) => refusal.code),
      valid ? [] : ['changed-form'],
    );
  }
});

test('a revoked signer is refused by what the file carries', async () => {
  const status = { is: 'revoked', at: at - 1000 } as const;
  const revocations = { source: sourceOf(authority, status), roots };
  const one = await signed(base, authority, { stamper, revocations });
  const judged = must(await judgePdf(one, { roots, at }));
  assert.deepEqual(
    judged.refused.map(({ refusal }) => refusal.code),
    ['certificate-revoked'],
  );
});
