import assert from 'node:assert/strict';
import test from 'node:test';
import { PNG } from 'pngjs';
import { judgePdf, signPdf } from '#platform/pdf-signatures';
import { askOutside, isInstalled } from '#test/outside-judge';
import { smallAuthority } from '#test/small-authority';
import { comparedLook, scanAsPdf } from './index.ts';
import { readPaper } from './testing/reader.ts';

const at = Date.UTC(2026, 10, 25, 2, 41, 7);
const authority = await smallAuthority(at);

function picture(width: number, height: number, { clear = false } = {}): Uint8Array {
  const png = new PNG({ width, height });
  for (let i = 0; i < png.data.length; i += 4) png.data.set([200, i % 251, 90, clear ? i % 256 : 255], i);
  return PNG.sync.write(png, { colorType: clear ? 6 : 2, inputHasAlpha: true });
}
const scanned = async (bytes: Uint8Array) =>
  scanAsPdf({ picture: bytes, title: 'Giấy chứng sinh', author: 'Trung tâm A', at });
async function pdfOf(bytes: Uint8Array): Promise<Uint8Array> {
  const made = await scanned(bytes);
  assert.ok(made.ok, JSON.stringify(made));
  return made.value;
}
const boxOf = (pdf: Uint8Array) =>
  /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(Buffer.from(pdf).toString('latin1'))?.slice(1).map(Number);

test('a picture becomes one page, upright, named and tagged, the same bytes each time', async () => {
  const bytes = picture(820, 1160);
  const pdf = await pdfOf(bytes);
  assert.deepEqual(Buffer.from(await pdfOf(bytes)), Buffer.from(pdf));
  const text = Buffer.from(pdf).toString('latin1');
  assert.deepEqual(boxOf(pdf), [595.28, 841.89]);
  assert.match(text, /\/S \/Figure/);
  assert.match(text, /<pdfaid:part>2<\/pdfaid:part>/);
  assert.deepEqual(boxOf(await pdfOf(picture(1160, 820))), [841.89, 595.28], 'a wide one lies');
});

test('points of a plain picture are passed on untouched, and a clear one is put on white', async () => {
  const bytes = picture(60, 40);
  const stream = Buffer.from(bytes).subarray(41, 41 + Buffer.from(bytes).readUInt32BE(33));
  assert.ok(Buffer.from(await pdfOf(bytes)).includes(stream), 'the very stream of the PNG');
  const clear = Buffer.from(await pdfOf(picture(60, 40, { clear: true }))).toString('latin1');
  assert.doesNotMatch(clear, /\/SMask/);
});

test('what cannot be read or is too fine is refused, whatever it says of itself', async () => {
  const code = async (bytes: Uint8Array) => {
    const made = await scanned(bytes);
    return made.ok ? 'made' : made.refusal.code;
  };
  assert.equal(await code(Buffer.from('%PDF-1.7')), 'scan-unreadable');
  assert.equal(await code(Buffer.alloc(2)), 'scan-unreadable');
  assert.equal(await code(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0])), 'scan-unreadable');
  const huge = Buffer.from(picture(8, 8, { clear: true }));
  huge.writeUInt32BE(9000, 16);
  huge.writeUInt32BE(9000, 20);
  assert.equal(await code(huge), 'scan-too-fine');
});

test('the signature of whoever compared it stands in the strip above the picture', async () => {
  const pdf = await pdfOf(picture(820, 1160));
  const signed = await signPdf(pdf, {
    signer: authority.person,
    at,
    fieldName: 'doi-chieu',
    appearance: comparedLook({
      name: 'Nguyễn Thị Đường',
      agency: 'Trung tâm Phục vụ hành chính công xã An Phú',
      at,
    }),
  });
  assert.ok(signed.ok, JSON.stringify(signed));
  const judged = await judgePdf(signed.value, { roots: [authority.root], at });
  assert.ok(judged.ok && judged.value.valid, JSON.stringify(judged));
  assert.match(Buffer.from(signed.value).toString('latin1'), /\/Rect \[361\.28 797\.89 581\.28 835\.89\]/);
  assert.equal((await readPaper(signed.value)).pages.length, 1);
});

const noQpdf = (await isInstalled('qpdf', '--version')) ? false : 'qpdf is not installed';
test('qpdf finds nothing wrong with a scan, nor with a signed one', { skip: noQpdf }, async () => {
  for (const bytes of [picture(300, 400), picture(300, 400, { clear: true })]) {
    const judged = await askOutside('qpdf', ['--check', 'scan.pdf'], { 'scan.pdf': await pdfOf(bytes) });
    assert.ok(judged.ok, judged.said);
  }
});
