import assert from 'node:assert/strict';
import test from 'node:test';
import { parseCsv } from '#platform/validation';
import { csvText } from './csv.ts';

test('a spreadsheet reads the names as Vietnamese and runs nothing', () => {
  const rows = [
    ['Mã', 'Tên'],
    ['H01-1', '=HYPERLINK("http://x","y")'],
    ['H01-2', '@SUM(A1)'],
    ['H01-3', '+84 912'],
    ['H01-4', '-1\tx'],
    ['H01-5', 'Nguyễn "Ba", ấp 3'],
  ];
  const text = csvText(rows);
  assert.equal(text.charCodeAt(0), 0xfeff);
  const read = parseCsv(text);
  assert.ok(read.ok);
  assert.deepEqual(
    read.value.map((row) => row[1]),
    ['Tên', '\'=HYPERLINK("http://x","y")', "'@SUM(A1)", "'+84 912", "'-1\tx", 'Nguyễn "Ba", ấp 3'],
  );
});
