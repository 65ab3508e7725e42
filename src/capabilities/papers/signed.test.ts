import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import test from 'node:test';
import { judgePdf, openFace, signPdf } from '#platform/pdf-signatures';
import { askOutside, isInstalled } from '#test/outside-judge';
import { smallAuthority } from '#test/small-authority';
import { renderPaper } from './render.ts';
import { loadTemplates } from './shelf.ts';
import { aPaper, paperSamples, readPaper } from './testing/builders.ts';
import type { PaperId } from './values.ts';

const shelf = await loadTemplates(join(import.meta.dirname, '../../../samples/papers'));
const at = Date.UTC(2026, 10, 25, 2, 41);
const authority = await smallAuthority(at);
const noPdfsig = (await isInstalled('pdfsig', '-v')) ? false : 'pdfsig is not installed';
const font = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
);
const opened = openFace(readFileSync(font));
assert.ok(opened.ok);
const face = opened.value;

async function signedTwice(
  id: PaperId,
): Promise<{ readonly drawn: Uint8Array; readonly signed: Uint8Array }> {
  const template = shelf.find(id);
  assert.ok(template);
  const drawn = await renderPaper(template, aPaper(id));
  assert.ok(drawn.ok);
  let bytes = drawn.value;
  for (const [fieldName, x] of [
    ['người ký', 330],
    ['cơ quan', 90],
  ] as const) {
    const lines = [
      'Nguyễn Thị Đường',
      'Cơ quan: Ủy ban nhân dân phường Long Xuyên',
      'Thời gian ký: 09:41 25/11/2026',
    ];
    const appearance = { page: 1, box: { x, y: 330, width: 170, height: 60 }, lines, face };
    const signed = await signPdf(bytes, { signer: authority.person, at, fieldName, appearance });
    assert.ok(signed.ok, JSON.stringify(signed));
    bytes = signed.value;
  }
  return { drawn: drawn.value, signed: bytes };
}

test('every paper is signed twice, and reads as it was drawn', async () => {
  for (const id of Object.keys(paperSamples) as PaperId[]) {
    const { drawn, signed } = await signedTwice(id);
    const judged = await judgePdf(signed, { roots: [authority.root], at });
    assert.ok(
      judged.ok && judged.value.valid && judged.value.signatures.length === 2,
      `${id} ${JSON.stringify(judged)}`,
    );
    assert.ok(Buffer.from(signed).subarray(0, drawn.length).equals(drawn), id);
    assert.equal((await readPaper(signed)).text, (await readPaper(drawn)).text, id);
  }
});

test('pdfsig finds both signatures of a paper valid', { skip: noPdfsig }, async () => {
  const { signed } = await signedTwice('01');
  const { said } = await askOutside('pdfsig', ['-nocert', 'paper.pdf'], { 'paper.pdf': signed });
  assert.equal(said.match(/Signature is Valid/g)?.length, 2, said);
});
