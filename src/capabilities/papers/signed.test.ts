import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { judgePdf } from '#platform/pdf-signatures';
import { askOutside, isInstalled } from '#test/outside-judge';
import { smallAuthority } from '#test/small-authority';
import { drawPaper } from './render.ts';
import { loadTemplates } from './shelf.ts';
import { aPaper, readPaper } from './testing/builders.ts';
import { signedPapers, signedTwice } from './testing/signing.ts';
import type { PaperId } from './values.ts';

const shelf = await loadTemplates(join(import.meta.dirname, '../../../samples/papers'));
const at = Date.UTC(2026, 10, 25, 2, 41);
const authority = await smallAuthority(at);
const noPdfsig = (await isInstalled('pdfsig', '-v')) ? false : 'pdfsig is not installed';

async function signed(id: PaperId): Promise<{ readonly drawn: Uint8Array; readonly signed: Uint8Array }> {
  const template = shelf.find(id);
  assert.ok(template);
  const drawn = await drawPaper(template, aPaper(id));
  assert.ok(drawn.ok);
  const who = { name: 'Nguyễn Thị Đường', agency: 'Ủy ban nhân dân phường Long Xuyên' };
  return { drawn: drawn.value.pdf, signed: await signedTwice(drawn.value, authority, who) };
}

test('every paper is signed twice, and reads as it was drawn', async () => {
  for (const id of signedPapers) {
    const { drawn, signed: bytes } = await signed(id);
    const judged = await judgePdf(bytes, { roots: [authority.root], at });
    assert.ok(
      judged.ok && judged.value.valid && judged.value.signatures.length === 2,
      `${id} ${JSON.stringify(judged)}`,
    );
    assert.ok(Buffer.from(bytes).subarray(0, drawn.length).equals(drawn), id);
    assert.equal((await readPaper(bytes)).text, (await readPaper(drawn)).text, id);
  }
});

test('pdfsig finds both signatures of a paper valid', { skip: noPdfsig }, async () => {
  const { signed: bytes } = await signed('01');
  const { said } = await askOutside('pdfsig', ['-nocert', 'paper.pdf'], { 'paper.pdf': bytes });
  assert.equal(said.match(/Signature is Valid/g)?.length, 2, said);
});
