import assert from 'node:assert/strict';
import test from 'node:test';
import { smallAuthority } from '#test/small-authority';
import { judgePdf } from '../index.ts';
import { must, signed } from '../testing/signing.ts';
import { appendTo, paper, streamBody } from '../testing/small-pdf.ts';

const at = Date.UTC(2026, 10, 23, 2, 0, 0);
const authority = await smallAuthority(at);
const roots = [authority.root];

/** As Word writes: a table without the packed objects, then an empty table that names the stream with them. */
function wordLike(): Buffer {
  const bodies = paper();
  let text = '%PDF-1.7\n';
  const places = new Map<number, number>();
  const put = (number: number, body: string): void => {
    places.set(number, text.length);
    text += `${number} 0 obj\n${body}\nendobj\n`;
  };
  for (const number of [1, 2, 3, 4, 7, 8, 9, 10]) put(number, bodies[number] ?? '');
  const head = `5 0 6 ${(bodies[5] ?? '').length} `;
  put(11, streamBody(`${head}${bodies[5]}${bodies[6]}`, ` /Type /ObjStm /N 2 /First ${head.length}`));
  const rows = Array.from({ length: 13 }, (_, number) => {
    if (number === 5 || number === 6) return [2, 11, number - 5];
    return number === 0 ? [0, 0, 0] : [1, number === 12 ? text.length : (places.get(number) ?? 0), 0];
  });
  const data = Buffer.concat(
    rows.map(([type = 0, a = 0, b = 0]) => Buffer.from([type, a >> 8, a & 255, b])),
  ).toString('latin1');
  put(12, streamBody(data, ' /Type /XRef /Size 13 /W [1 2 1] /Root 1 0 R'));
  const lines = Array.from({ length: 13 }, (_, number) => {
    const offset = number === 0 ? undefined : places.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const facts = '/Size 13 /Root 1 0 R /Info 6 0 R';
  const first = text.length;
  text += `xref\n0 13\n${lines.join('')}trailer\n<<${facts}>>\nstartxref\n${first}\n%%EOF\n`;
  const second = text.length;
  text += `xref\n0 0\ntrailer\n<<${facts} /Prev ${first} /XRefStm ${places.get(12)}>>\nstartxref\n${second}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}

test('a file as Word writes it is signed twice and judged', async () => {
  const two = await signed(await signed(wordLike(), authority), authority, { fieldName: 'b' });
  const judged = must(await judgePdf(two, { roots, at }));
  assert.deepEqual(judged.refused, []);
  assert.equal(judged.signatures.length, 2);
});

test('a second cross-reference after a signature is refused', async () => {
  const one = await signed(wordLike(), authority);
  const stream = Buffer.from(one).toString('latin1').indexOf('\n12 0 obj') + 1;
  const judged = await judgePdf(appendTo(one, {}, { trailer: ` /XRefStm ${stream}` }), { roots, at });
  // What it names again is the file before the signature.
  assert.equal(judged.ok || judged.refusal.code, 'signature-removed');
});
