import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCsvTable, type TableReading, tableLimits } from './csv-table.ts';

interface Person {
  readonly name: string;
  readonly age: number;
  readonly line: number;
}
const people: TableReading<Person> = {
  header: ['Tên', 'Tuổi'],
  separators: [',', ';'],
  cell: 20,
  row: ([name = '', age = '', more], line) => {
    if (name === 'skip') return undefined;
    if (more !== undefined) return 'cells';
    return /^\d+$/.test(age) ? { name, age: Number(age), line } : 'Tuổi';
  },
};
const read = (text: string) => readCsvTable(new TextEncoder().encode(text), people);
const refusalOf = (text: string) => {
  const outcome = read(text);
  assert.ok(!outcome.ok);
  return outcome.refusal;
};

describe('a table that is handed in', () => {
  it('is read with commas or semicolons, with or without a mark, and with line ends of any kind', () => {
    const expected = [
      { name: 'An', age: 30, line: 2 },
      { name: 'Bình', age: 40, line: 4 },
    ];
    for (const text of [
      'Tên,Tuổi\nAn,30\n\nBình,40\n',
      '\ufeffTên;Tuổi\r\nAn;30\r\n\r\nBình;40',
      '"Tên","Tuổi"\n"An","30"\n\n"Bình","40"\n\n\n',
      'Tên,Tuổi\nAn,30\nskip,\nBình,40',
      'Tên,Tuổi\nAn,30\n\nBình,40'.normalize('NFD').replace('Bình'.normalize('NFD'), 'Bình'),
    ]) {
      const outcome = read(text);
      assert.deepEqual(outcome, { ok: true, value: expected }, text);
    }
  });

  it('counts the lines of cells that have several', () => {
    const outcome = read('Tên,Tuổi\n"An\nBình",30\nBa,1\n');
    assert.deepEqual(outcome.ok && outcome.value.map(({ line }) => line), [2, 4]);
  });

  it('is taken whole or not at all, and says what cannot be read', () => {
    assert.deepEqual(refusalOf('Tên,Tuổi\nAn,30\nBa,?\nTư,1,2\nNăm,5\n'), {
      code: 'file-line',
      details: { line: 3, reason: 'Tuổi', faults: 2, list: '3 Tuổi, 4 cells' },
    });
    assert.deepEqual(refusalOf(`Tên,Tuổi\n${'A'.repeat(21)},1\n`).details?.['reason'], 'long');
    const many = refusalOf(`Tên,Tuổi\n${'An,?\n'.repeat(1000)}`);
    assert.equal(many.details?.['faults'], tableLimits.faults);
  });

  it('that is none says why', () => {
    assert.equal(refusalOf('').code, 'file-empty');
    assert.equal(refusalOf('Tên,Tuổi\n').code, 'file-empty');
    assert.deepEqual(refusalOf('Tuổi,Tên\n1,An\n'), {
      code: 'file-header',
      details: { expected: 'Tên,Tuổi', found: 'Tuổi,Tên' },
    });
    assert.equal(refusalOf('PK\u0003\u0004').code, 'file-header');
    assert.deepEqual(refusalOf('Tên,Tuổi\nAn,30\n"Ba,40\n'), {
      code: 'file-csv',
      details: { line: 3, reason: 'open-quote' },
    });
    assert.deepEqual(refusalOf('Tên,Tuổi\nA"n,30\n').details, { line: 2, reason: 'stray-quote' });
    const legacy = readCsvTable(Uint8Array.from([...Buffer.from('Tên,Tuổi\n'), 0xe9, 0x2c, 0x31]), people);
    assert.equal(legacy.ok ? '' : legacy.refusal.code, 'file-text');
  });

  it('costs no more than its bounds', () => {
    const large = readCsvTable(new Uint8Array(tableLimits.bytes + 1), people);
    assert.equal(large.ok ? '' : large.refusal.code, 'file-large');
    const long = Buffer.concat([
      Buffer.from('Tên,Tuổi\n'),
      Buffer.from('A,1\n'.repeat(tableLimits.rows + 2)),
    ]);
    const outcome = readCsvTable(long, people);
    assert.equal(outcome.ok ? '' : outcome.refusal.code, 'file-rows');
  });
});
