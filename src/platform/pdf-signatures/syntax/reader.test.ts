import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { PdfFault } from '../fault.ts';
import { Budget } from '../limits.ts';
import { Reader } from './reader.ts';
import { textBytes, textOf } from './strings.ts';
import { instantOf, pdfDate } from './times.ts';
import { dict, isText, name, type PdfValue, ref, same, text } from './values.ts';
import { written } from './write.ts';

const read = (letters: string): PdfValue =>
  new Reader(Buffer.from(letters, 'latin1'), 0, new Budget()).value();
const bytesOf = (value: PdfValue): string =>
  isText(value) ? Buffer.from(value.bytes).toString('latin1') : '';

test('values are read as the standard writes them', () => {
  assert.equal(read(' % a remark\n 12 '), 12);
  assert.equal(read('-.5]'), -0.5);
  assert.equal(read('true'), true);
  assert.equal(read('null'), null);
  assert.deepEqual(read('/A#20B#2f'), name('A B/'));
  assert.deepEqual(read('[1 2 0 R 3 0]'), [1, ref(2), 3, 0]);
  assert.deepEqual(
    read('<</A 1/B[/C]/D<</E 2 0 R>>>>'),
    dict({ A: 1, B: [name('C')], D: dict({ E: ref(2) }) }),
  );
  assert.equal(bytesOf(read('(a\\(b\\)\\\\(c)\\101\\7\\n\\\nd\r\ne)')), 'a(b)\\(c)A\x07\nd\ne');
  assert.equal(bytesOf(read('<48 65 6C6\nC7>')), 'Hellp');
});

test('what has two readings is refused', () => {
  const odd = [
    '<</A 1/A 2>>',
    '<</A>>',
    '<</A 1',
    '[1 2',
    '(a',
    '<4G>',
    '<48',
    '1.2.3',
    '--1',
    'nul',
    'constructor',
    '/A#0',
    '/A#00',
    ')',
    '',
    '1e5',
    `0.${'1'.repeat(40)}`,
    '<<1 2>>',
    '+',
    '.',
  ];
  for (const letters of odd) assert.throws(() => read(letters), PdfFault, letters);
});

const leaf = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer({ min: -1e6, max: 1e6 }),
  fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 128),
  fc
    .string({ unit: 'binary-ascii', minLength: 1 })
    .filter((one) => !one.includes('\0'))
    .map(name),
  fc.uint8Array().map((bytes) => text(bytes)),
  fc.nat({ max: 99_999 }).map((n) => ref(n)),
);
const value = fc.letrec<{ value: PdfValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.stringMatching(/^[A-Za-z]{1,6}$/), tie('value'), { maxKeys: 5 }).map(dict),
  ),
})).value;

test('what is written is read back the same', () => {
  fc.assert(
    fc.property(value, (one) => same(read(`${written(one)} `), one)),
    { numRuns: 500 },
  );
});

test('texts and dates survive', () => {
  for (const letters of ['plain', 'Nguyễn Thị Đường', '', '漢字 😀'])
    assert.equal(textOf(textBytes(letters)), letters);
  const at = Date.UTC(2026, 10, 23, 18, 5, 9);
  assert.equal(pdfDate(at), "D:20261124010509+07'00'");
  assert.equal(instantOf(pdfDate(at)), at);
  assert.equal(instantOf('D:20261123180509Z'), at);
  assert.equal(instantOf("D:20261123130509-05'00"), at);
  for (const odd of ['', 'D:2026x', 'D:20261345', '20261123', 'D:20261123250000Z'])
    assert.equal(instantOf(odd), undefined);
});
