import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { askOutside, isInstalled } from '#test/outside-judge';
import { carriedProof, carryProof } from './index.ts';

const body = `%PDF-1.4
1 0 obj
<</Type /Catalog /Pages 2 0 R>>
endobj
2 0 obj
<</Type /Pages /Kids [3 0 R] /Count 1>>
endobj
3 0 obj
<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>
endobj
4 0 obj
<</Length 38>>
stream
BT /F 12 Tf 20 100 Td (Ket qua) Tj ET 
endstream
endobj
5 0 obj
<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>
endobj
`;
const places = [1, 2, 3, 4, 5].map((n) => String(body.indexOf(`\n${n} 0 obj`) + 1).padStart(10, '0'));
const table = `xref\n0 6\n0000000000 65535 f \n${places.map((at) => `${at} 00000 n \n`).join('')}`;
const paper = `${body}${table}trailer\n<</Size 6 /Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF`;
const bytesOf = (letters: string) => new Uint8Array(Buffer.from(letters, 'latin1'));
const lettersOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const proof = JSON.stringify({ format: 'x', content: 'Đặng Thị Hồng '.repeat(40) });

function carried(letters = paper, text = proof): Uint8Array {
  const made = carryProof(bytesOf(letters), text);
  assert.ok(made.ok);
  return made.value;
}
const codeOf = (letters: string, text = proof) => {
  const made = carryProof(bytesOf(letters), text);
  return made.ok ? 'carried' : made.refusal.code;
};

test('the file comes back to the octet, whatever it ended with, and the text letter by letter', () => {
  for (const end of ['', '\n', '\r', '\r\n']) {
    const whole = carried(paper + end);
    const found = carriedProof(whole);
    assert.equal(found?.text, proof);
    assert.equal(lettersOf(whole.subarray(0, found?.octets)), paper + end);
    assert.equal(lettersOf(whole).endsWith(`startxref\n${body.length}\n%%EOF\n`), true);
    assert.ok(
      lettersOf(whole)
        .split('\n')
        .every((line) => line.length <= 120),
    );
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 500 }), (text) => {
      fc.pre(text.isWellFormed());
      assert.equal(carriedProof(carried(paper, text))?.text, text);
    }),
  );
});

test('a file without a proof carries none, and what is no PDF, or carries one, takes none', () => {
  assert.equal(carriedProof(bytesOf(paper)), undefined);
  assert.equal(carriedProof(new Uint8Array()), undefined);
  assert.equal(codeOf('no paper'), 'carry-odd');
  assert.equal(codeOf(`${paper}\n\n`), 'carry-odd');
  assert.equal(codeOf(paper, ''), 'carry-odd');
  assert.equal(codeOf(paper, 'x'.repeat(800_000)), 'carry-odd');
  assert.equal(codeOf(lettersOf(carried())), 'carry-twice');
});

const whole = lettersOf(carried(`${paper}\n`));
const first = whole.indexOf('\n%motcua-proof');
const block = whole.slice(first);
const end = block.slice(block.lastIndexOf('startxref'));
const lines = block.slice(0, -end.length);
const withBlock = (letters: string): string => whole.slice(0, first) + letters;
const hidden = '9 0 obj\n<<>>\nendobj\n';
const attacks: Readonly<Record<string, string>> = {
  'the block twice': whole + block,
  'another block behind the first': whole + block.replace(/(%motcua-proof )[^\n]{4}/, '$1AAAA'),
  'another number': withBlock(`${lines}startxref\n9\n%%EOF\n`),
  'an object before the block': withBlock(`\n${hidden}${block.slice(1)}`),
  'an object between two lines': withBlock(
    block.replace('\n%', '\n@').replace('\n%', `\n${hidden}%`).replace('\n@', '\n%'),
  ),
  'an object behind the lines': withBlock(`${lines}${hidden}${end}`),
  'an object in a line': withBlock(block.replace(/(%motcua-proof [^\n]{20})/, `$1\n${hidden}`)),
  'a line that is longer': withBlock(block.replace(/([^\n]{90})\n%motcua-proof /, '$1')),
  'lines that are shorter': withBlock(block.replace(/(%motcua-proof [^\n]{40})/, '$1\n%motcua-proof ')),
  'a blank in a line': withBlock(block.replace('%motcua-proof ', '%motcua-proof  ')),
  'an empty line before': withBlock(`\n${block}`),
  'an empty line behind': withBlock(`${lines}\n${end}`),
  'no end of line': whole.slice(0, -1),
  'one end of line more': `${whole}\n`,
  'a carriage return': `${whole.slice(0, -1)}\r\n`,
  'bits behind the last letter': withBlock(`\n%motcua-proof QR==\n${end}`),
  'no padding': withBlock(`\n%motcua-proof QQ\n${end}`),
  'no UTF-8': withBlock(`\n%motcua-proof /w==\n${end}`),
  'no letters': withBlock(`\n%motcua-proof \n${end}`),
};

test('nothing else behind a file is passed over', () => {
  assert.equal(carriedProof(bytesOf(withBlock(`\n%motcua-proof QQ==\n${end}`)))?.text, 'A');
  for (const [name, letters] of Object.entries(attacks)) {
    assert.notEqual(letters, whole, name);
    assert.equal(carriedProof(bytesOf(letters)), undefined, name);
  }
  for (let cut = 1; cut <= block.length; cut++)
    assert.equal(carriedProof(bytesOf(whole.slice(0, -cut))), undefined);
  for (let at = first; at < whole.length; at++) {
    const turned = bytesOf(whole);
    turned[at] = (turned[at] ?? 0) ^ 1;
    const found = carriedProof(turned);
    assert.ok(found === undefined || (found.text !== proof && found.octets === first), String(at));
  }
});

test('lines without end are read no slower than they are long', () => {
  const many = '\n%motcua-proof A'.repeat(60_000);
  assert.equal(
    carriedProof(bytesOf(`${paper}${many}\nx\n%motcua-proof AAAA\nstartxref\n9\n%%EOF\n`)),
    undefined,
  );
  assert.equal(carriedProof(bytesOf(`${paper}${many}\nstartxref\n9\n%%EOF\n`)), undefined);
});

for (const [program, ask, args, said] of [
  ['qpdf', '--version', ['--check', 'paper.pdf'], /No syntax or stream encoding errors found/],
  ['pdftotext', '-v', ['paper.pdf', '-'], /Ket qua/],
] as const) {
  const skip = (await isInstalled(program, ask)) ? false : `${program} is not installed`;
  test(`${program} takes a file that carries its proof`, { skip }, async () => {
    for (const end of ['', '\n', '\r\n']) {
      const found = await askOutside(program, args, { 'paper.pdf': carried(paper + end) });
      assert.ok(found.ok, found.said);
      assert.match(found.said, said);
      assert.doesNotMatch(found.said, /warning|error:/i);
    }
  });
}
