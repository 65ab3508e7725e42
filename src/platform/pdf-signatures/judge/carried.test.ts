import assert from 'node:assert/strict';
import test from 'node:test';
import { carriedProof, carryProof } from '#platform/carried-proof';
import { askOutside, isInstalled } from '#test/outside-judge';
import { smallAuthority } from '#test/small-authority';
import { judgePdf, keepValidationData, signPdf } from '../index.ts';
import { leaderLook, must, signed, sourceOf, stamperOf, tinos } from '../testing/signing.ts';
import { appendTo, paper, writePdf } from '../testing/small-pdf.ts';

const at = Date.UTC(2026, 10, 23, 2, 0, 0);
const authority = await smallAuthority(at);
const roots = [authority.root];
const appearance = leaderLook(tinos());
const original = await signed(writePdf(paper()), authority, { stamper: stamperOf(authority), appearance });
const proof = JSON.stringify({ content: 'Giấy khai sinh '.repeat(30) });
const whole = must(carryProof(original, proof));
const letters = Buffer.from(whole).toString('latin1');
const block = letters.slice(original.length);
const bytesOf = (text: string) => Buffer.from(text, 'latin1');
const behind = (text: string) => Buffer.concat([original, bytesOf(text)]);
const hidden = '99 0 obj\n<</Type /Annot>>\nendobj\n';

test('a file that carries its proof is judged as the file without it', async () => {
  for (const kind of ['table', 'stream', 'packed'] as const) {
    const bytes = await signed(writePdf(paper(), { kind }), authority, { appearance });
    const judged = must(await judgePdf(must(carryProof(bytes, proof)), { roots, at }));
    assert.ok(judged.valid && judged.carried);
    assert.deepEqual(judged.signatures[0]?.covers, { revision: 2, of: 2, octets: bytes.length, whole: true });
    const { carried: _carried, ...same } = judged;
    const { carried, ...without } = must(await judgePdf(bytes, { roots, at }));
    assert.equal(carried, false);
    assert.deepEqual(JSON.stringify(same), JSON.stringify(without));
  }
});

const attacks: Readonly<Record<string, Uint8Array>> = {
  'the block twice': bytesOf(letters + block),
  'another number of the cross-reference': behind(block.replace(/startxref\n\d+/, 'startxref\n9')),
  'an object in the block': behind(block.replace('\n%', `\n${hidden}%`)),
  'an object behind the lines': behind(block.replace('startxref', `${hidden}startxref`)),
  'cut in the middle': whole.subarray(0, original.length + block.length / 2),
  'cut by its last octet': whole.subarray(0, -1),
  'an update behind the proof': appendTo(whole, { 6: '<</Title (Other) /ModDate (D:2027)>>' }),
  'an update behind the proof, and a proof again': must(
    carryProof(appendTo(whole, { 4: 'null' }).subarray(0, -1), proof),
  ),
};
for (const [name, bytes] of Object.entries(attacks))
  test(`${name} is refused`, async () => {
    const judged = await judgePdf(bytes, { roots, at });
    assert.ok(!judged.ok || !judged.value.valid, JSON.stringify(judged));
  });

test('a proof does not excuse what was put between it and the signature', async () => {
  const changed = appendTo(original, { 4: '<</Length 0>>\nstream\n\nendstream' });
  const judged = must(await judgePdf(must(carryProof(changed, proof)), { roots, at }));
  assert.ok(judged.carried && !judged.valid);
});

test('what carries its proof is not signed any more', async () => {
  const again = await signPdf(whole, { signer: authority.person, at, fieldName: 'second' });
  assert.equal(!again.ok && again.refusal.code, 'pdf-trailing');
  const kept = { source: sourceOf(authority), roots, at, fieldName: 'leader' };
  const more = await keepValidationData(whole, kept);
  assert.equal(!more.ok && more.refusal.code, 'pdf-trailing');
  assert.equal(carriedProof(original), undefined);
});

const noPdfsig = (await isInstalled('pdfsig', '-v')) ? false : 'pdfsig is not installed';
const noQpdf = (await isInstalled('qpdf', '--version')) ? false : 'qpdf is not installed';
test('pdfsig finds the signature valid behind a proof', { skip: noPdfsig }, async () => {
  const { said } = await askOutside('pdfsig', ['-nocert', 'paper.pdf'], { 'paper.pdf': whole });
  assert.match(said, /Signature Validation: Signature is Valid\./);
});
test('qpdf finds no fault in a signed file that carries its proof', { skip: noQpdf }, async () => {
  const { ok, said } = await askOutside('qpdf', ['--check', 'paper.pdf'], { 'paper.pdf': whole });
  assert.ok(ok && /No syntax or stream encoding errors found/.test(said), said);
});
