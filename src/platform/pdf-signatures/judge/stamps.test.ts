import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { smallAuthority } from '#test/small-authority';
import { pagesOf } from '../file/pages.ts';
import { PdfFile } from '../file/pdf-file.ts';
import { judgePdf } from '../index.ts';
import { fill, type Placeholder, placeholderFor, signedPart } from '../sign/placeholder.ts';
import { addToForm, addToPage } from '../sign/places.ts';
import { Update } from '../sign/update.ts';
import { dict, name, text } from '../syntax/values.ts';
import { must, signed, sourceOf, stamperOf } from '../testing/signing.ts';
import { paper, writePdf } from '../testing/small-pdf.ts';

const at = Date.UTC(2026, 10, 23, 2, 0, 0);
const authority = await smallAuthority(at);
const roots = [authority.root];
const stamper = stamperOf(authority);

/** A document time stamp is a signature dictionary of its own kind. */
function stampPlace(): Placeholder {
  const plain = placeholderFor({ at }, 6000);
  const head = '<</Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161 /ByteRange [0 ';
  const shift = head.length - plain.rangeAt;
  const body = Buffer.concat([Buffer.from(head), plain.body.subarray(plain.rangeAt)]);
  return { ...plain, body, rangeAt: plain.rangeAt + shift, holeAt: plain.holeAt + shift };
}

async function stamped(
  bytes: Uint8Array,
  rect: readonly number[] = [0, 0, 0, 0],
  turn = false,
): Promise<Uint8Array> {
  const file = new PdfFile(bytes);
  const update = new Update(file);
  const place = stampPlace();
  const value = update.raw(place.body);
  const page = pagesOf(file, file.last.index)[0];
  assert.ok(page);
  const widget = {
    Type: name('Annot'),
    Subtype: name('Widget'),
    FT: name('Sig'),
    T: text(Buffer.from('clock')),
  };
  const field = update.add(dict({ ...widget, V: value, P: page.ref, Rect: rect }));
  addToPage(update, file, page, field);
  addToForm(update, file, field);
  const done = update.finished('clock');
  const start = done.bodies.get(value.number) ?? 0;
  const part = signedPart(done.bytes, start, place);
  if (turn) part[100] = (part[100] ?? 0) ^ 1;
  const token = must(await stamper.stamp(createHash('sha256').update(part).digest()));
  assert.ok(fill(done.bytes, start, place, token));
  return done.bytes;
}

test('a document time stamp over validation data makes B-LTA', async () => {
  const revocations = { source: sourceOf(authority), roots };
  const bytes = await stamped(await signed(writePdf(paper()), authority, { stamper, revocations }));
  const judged = must(await judgePdf(bytes, { roots, at }));
  assert.deepEqual(judged.refused, []);
  assert.deepEqual(
    judged.signatures.map(({ kind, level }) => [kind, level]),
    [
      ['signature', 'B-LTA'],
      ['document-time-stamp', 'B-T'],
    ],
  );
  assert.deepEqual(
    judged.signatures[0]?.afterwards.map(({ kind }) => kind),
    ['validation-data', 'document-time-stamp'],
  );
});

test('it proves the moment of a signature that has no stamp of its own', async () => {
  const bytes = await stamped(await signed(writePdf(paper()), authority));
  const later = must(await judgePdf(bytes, { roots, at: at + 5 * 365 * 86_400_000 }));
  assert.equal(later.signatures[0]?.provenAt, at + 900);
  assert.equal(later.signatures[0]?.level, 'B-T');
  const bare = await signed(writePdf(paper()), authority);
  const ended = must(await judgePdf(bare, { roots, at: at + 5 * 365 * 86_400_000 }));
  assert.deepEqual(
    ended.refused.map(({ refusal }) => refusal.code),
    ['certificate-expired'],
  );
});

test('one on something else, or one that is to be seen, is refused and takes the signature along', async () => {
  const one = await signed(writePdf(paper()), authority);
  const codes = async (bytes: Uint8Array) =>
    must(await judgePdf(bytes, { roots, at })).refused.map(({ refusal }) => refusal.code);
  assert.deepEqual(await codes(await stamped(one, [0, 0, 0, 0], true)), [
    'changed-by-refused',
    'stamp-wrong',
  ]);
  assert.deepEqual(await codes(await stamped(one, [0, 0, 100, 100])), ['changed-annotation']);
});

test('a claim that is later than its proof is refused', async () => {
  const bytes = await signed(writePdf(paper()), authority, { stamper, at: at + 3_600_000 });
  const judged = must(await judgePdf(bytes, { roots, at }));
  assert.deepEqual(
    judged.refused.map(({ refusal }) => refusal.code),
    ['signature-moment'],
  );
});
