import assert from 'node:assert/strict';
import test from 'node:test';
import { PNG } from 'pngjs';
import { askOutside, isInstalled } from '#test/outside-judge';
import { smallAuthority } from '#test/small-authority';
import { judgePdf } from './index.ts';
import { leaderLook, must, sealLook, signed, sourceOf, stamperOf, tinos } from './testing/signing.ts';
import { paper, writePdf } from './testing/small-pdf.ts';

const lacking = async (program: string, ask: string) =>
  (await isInstalled(program, ask)) ? false : `${program} is not installed`;
const [noPdfsig, noQpdf, noPdftoppm] = [
  await lacking('pdfsig', '-v'),
  await lacking('qpdf', '--version'),
  await lacking('pdftoppm', '-v'),
];
const at = Date.UTC(2026, 10, 23, 2, 0, 0);
const face = tinos();

async function twice(bytes: Uint8Array, key: 'p256' | 'rsa2048' = 'p256') {
  const authority = await smallAuthority(at, key);
  const all = {
    stamper: stamperOf(authority),
    revocations: { source: sourceOf(authority), roots: [authority.root] },
  };
  const one = await signed(bytes, authority, { ...all, appearance: leaderLook(face), reason: 'Ký duyệt' });
  return {
    authority,
    bytes: await signed(one, authority, { ...all, fieldName: 'dấu', appearance: sealLook(face) }),
  };
}

for (const kind of ['table', 'stream', 'packed'] as const)
  for (const key of ['p256', 'rsa2048'] as const)
    test(`pdfsig finds both signatures valid, ${kind} and ${key}`, { skip: noPdfsig }, async () => {
      const { bytes } = await twice(writePdf(paper(), { kind }), key);
      const { said } = await askOutside('pdfsig', ['-nocert', 'paper.pdf'], { 'paper.pdf': bytes });
      assert.equal(said.match(/Signature Validation: Signature is Valid\./g)?.length, 2, said);
      assert.equal(said.match(/Signature Type: ETSI\.CAdES\.detached/g)?.length, 2, said);
      assert.match(said, /Signing Time: Nov 23 2026/);
      assert.match(said, /Signature Field Name: dấu/);
      const turned = Uint8Array.from(bytes);
      turned[200] = (turned[200] ?? 0) ^ 1;
      const other = await askOutside('pdfsig', ['-nocert', 'paper.pdf'], { 'paper.pdf': turned });
      assert.doesNotMatch(other.said, /Signature is Valid/);
    });

test('qpdf finds no fault in what was appended', { skip: noQpdf }, async () => {
  for (const kind of ['table', 'stream', 'packed'] as const) {
    const { bytes } = await twice(writePdf(paper(), { kind }));
    const { ok, said } = await askOutside('qpdf', ['--check', 'paper.pdf'], { 'paper.pdf': bytes });
    assert.ok(ok && /No syntax or stream encoding errors found/.test(said), said);
  }
});

test('files that qpdf has written, linearized ones too, are signed and judged', {
  skip: noQpdf,
}, async () => {
  for (const option of ['--linearize', '--object-streams=generate', '--object-streams=disable']) {
    const ask = `qpdf ${option} in.pdf out.pdf && base64 out.pdf`;
    const { said } = await askOutside('sh', ['-c', ask], { 'in.pdf': writePdf(paper()) });
    const { bytes, authority } = await twice(Buffer.from(said, 'base64'));
    const judged = must(await judgePdf(bytes, { roots: [authority.root], at }));
    assert.ok(judged.valid && judged.signatures.length === 2, option);
  }
});

for (const turn of [0, 90, 180, 270])
  test(`the look stands upright where it was put, on a page turned by ${turn}`, {
    skip: noPdftoppm,
  }, async () => {
    const page = (paper()[3] ?? '').replace('/Type /Page ', `/Type /Page /Rotate ${turn} `);
    const authority = await smallAuthority(at);
    const box = { x: 300, y: 400, width: 120, height: 120 };
    const look = { ...sealLook(face), box };
    const bytes = await signed(writePdf(paper({ 3: page })), authority, { appearance: look });
    const draw = 'pdftoppm -r 72 -png -singlefile paper.pdf out && base64 out.png';
    const { said } = await askOutside('sh', ['-c', draw], { 'paper.pdf': bytes });
    const png = PNG.sync.read(Buffer.from(said, 'base64'));
    const red = [];
    for (let i = 0; i < png.width * png.height; i++) {
      const [r = 255, g = 255] = [png.data[4 * i], png.data[4 * i + 1]];
      if (r > 120 && g < 100) red.push({ x: i % png.width, y: Math.floor(i / png.width) });
    }
    const [xs, ys] = [red.map(({ x }) => x), red.map(({ y }) => y)];
    assert.ok(red.length > 500, `${red.length} red`);
    assert.ok(
      Math.min(...xs) >= 300 && Math.max(...xs) <= 420 && Math.min(...ys) >= 400 && Math.max(...ys) <= 520,
    );
    // The filled middle of the seal is above the lines of text.
    const middle = red.filter(({ x, y }) => Math.abs(x - 360) < 6 && y > 425 && y < 455).length;
    assert.ok(middle > 150, `${middle}`);
  });
