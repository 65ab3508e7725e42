import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PaperRow, proposed, readPapers } from './papers.ts';

const row = (id: string, extra: Partial<PaperRow> = {}): PaperRow => ({
  id,
  name: { vi: id },
  kind: 'submit',
  originals: 1,
  copies: 0,
  required: true,
  inRegister: false,
  ...extra,
});
const none = new Map();

test('counts become papers; a paper of a register needs none', () => {
  const rows = [row('to-khai'), row('cu-tru', { inRegister: true })];
  const read = readPapers(rows, { '_goc.to-khai': '2', '_goc.cu-tru': '', '_tra-cuu.cu-tru': 'yes' }, none);
  assert.deepEqual(read.faults, []);
  assert.deepEqual(
    read.papers.map(({ demand, source, originals }) => [demand, source, originals]),
    [
      ['to-khai', 'paper', 2],
      ['cu-tru', 'register', 0],
    ],
  );
});

test('a paper that is required and absent is named, unless its alternative is there', () => {
  const rows = [row('a'), row('b', { insteadOf: 'a', required: false })];
  assert.equal(readPapers(rows, { '_goc.a': '', '_goc.b': '' }, none).faults[0]?.code, 'paper-missing');
  assert.deepEqual(readPapers(rows, { '_goc.a': '', '_goc.b': '1' }, none).faults, []);
});

test('a number that is none is one fault, not two', () => {
  const read = readPapers([row('a')], { '_goc.a': 'hai' }, none);
  assert.deepEqual(
    read.faults.map(({ code }) => code),
    ['count-shape'],
  );
});

test('what is only shown must be compared and is not kept', () => {
  const rows = [row('can-cuoc', { kind: 'show' })];
  assert.equal(readPapers(rows, {}, none).faults[0]?.code, 'compare-missing');
  const read = readPapers(rows, { '_doi-chieu.can-cuoc': 'yes' }, none);
  assert.deepEqual([read.compared, read.papers], [['can-cuoc'], []]);
});

test('a row that the sent sheet did not have is fresh', () => {
  assert.equal(readPapers([row('a')], {}, none).fresh, true);
  assert.equal(readPapers([row('a')], { '_goc.a': '1' }, none).fresh, false);
});

test('only required papers propose their numbers', () => {
  assert.equal(proposed(row('a', { originals: 2 }), 'originals'), '2');
  assert.equal(proposed(row('a', { required: false }), 'originals'), '');
  assert.equal(proposed(row('a'), 'copies'), '');
});
