import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseCsv, parseCsvRecords } from './csv.ts';

const rowsOf = (text: string) => {
  const parsed = parseCsv(text);
  assert.ok(parsed.ok);
  return parsed.value;
};

test('cells, quotes, doubled quotes and line ends', () => {
  assert.deepEqual(rowsOf('a,b\r\n"x, y","say ""hi"""\n,\n'), [
    ['a', 'b'],
    ['x, y', 'say "hi"'],
    ['', ''],
  ]);
  assert.deepEqual(rowsOf('\ufeffmã,tên\n1,"hai\ndòng"'), [
    ['mã', 'tên'],
    ['1', 'hai\ndòng'],
  ]);
});

test('what is not RFC 4180 is refused with its line', () => {
  assert.deepEqual(parseCsv('a\nb"c\n'), {
    ok: false,
    refusal: { code: 'csv.stray-quote', details: { line: 2 } },
  });
  assert.deepEqual(parseCsv('"a"b\n'), {
    ok: false,
    refusal: { code: 'csv.stray-quote', details: { line: 1 } },
  });
  assert.deepEqual(parseCsv('a,b\n"c,d\n'), {
    ok: false,
    refusal: { code: 'csv.open-quote', details: { line: 2 } },
  });
});

test('records need a header with different names and rows of its width', () => {
  const records = parseCsvRecords('code,name\n1,một\n');
  assert.deepEqual(records, { ok: true, value: [{ code: '1', name: 'một' }] });
  const ragged = parseCsvRecords('a,b\n1,2\n3\n');
  assert.ok(!ragged.ok && ragged.refusal.code === 'csv.ragged' && ragged.refusal.details?.['row'] === 3);
  assert.ok(!parseCsvRecords('').ok);
  assert.ok(!parseCsvRecords('a,a\n1,2\n').ok);
});

test('what is written by the rules is read back the same', () => {
  const write = (rows: string[][]) =>
    rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
  const rows = fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), { minLength: 1 });
  fc.assert(fc.property(rows, (sample) => assert.deepEqual(rowsOf(write(sample)), sample)));
});
