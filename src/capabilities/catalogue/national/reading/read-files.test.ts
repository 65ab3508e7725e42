import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { judgeFile } from './judge-file.ts';
import { nationalListLimits } from './limits.ts';
import { readListApart } from './read-apart.ts';
import { readListFiles } from './read-files.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const shipped = (file: string) =>
  readFileSync(new URL(`../../../../../samples/national/${file}`, import.meta.url));
const codeOf = (outcome: ReturnType<typeof readListFiles>) =>
  outcome.ok ? 'read' : [outcome.refusal.code, outcome.refusal.details?.['line']].filter(Boolean).join(' ');
const head = 'code,name\n';

test('the shipped list is read apart, as the command reads it', async () => {
  const files = { list: shipped('procedures.csv.gz'), details: shipped('procedures_detail.jsonl.gz') };
  const outcome = await readListApart()(files);
  assert.ok(outcome.ok);
  const { counts } = outcome.value.report;
  assert.deepEqual([counts.rows, counts.imported + counts.rowsSetAside], [3055, 3055]);
  assert.equal(counts.detailLines, 1678);
});

test('what is no list is refused by its first bytes, whatever it is called', () => {
  const code = (part: 'list' | 'details', given: Uint8Array) => {
    const judged = judgeFile(part, given);
    return judged.ok ? 'read on' : judged.refusal.code;
  };
  assert.equal(code('list', bytes('\ufeff"code",x,"name"\r\n1,2,3')), 'read on');
  assert.equal(code('list', gzipSync(bytes(head))), 'read on');
  assert.equal(code('details', bytes('{"code":"1.000001"}')), 'read on');
  assert.equal(code('list', new Uint8Array()), 'national-file-none');
  assert.equal(code('list', new Uint8Array(nationalListLimits.list + 1)), 'national-file-large');
  for (const magic of ['PK\u0003\u0004', '%PDF-1.7\n\u0001', '\u0000\u0001'])
    assert.equal(code('list', bytes(magic)), 'national-file-kind');
  assert.equal(code('list', bytes('<!doctype html><script>')), 'national-file-columns');
  assert.equal(code('details', bytes(head)), 'national-file-kind');
});

test('what breaks further in is refused with its line', () => {
  const read = (list: string | Uint8Array, details?: string | Uint8Array) => {
    const whole = (part: string | Uint8Array) => (typeof part === 'string' ? bytes(part) : part);
    return codeOf(
      readListFiles({ list: whole(list), details: details === undefined ? undefined : whole(details) }),
    );
  };
  assert.equal(read(`${head}1.000001,Một\n`), 'read');
  assert.equal(read(`${head}1.000001,Một"\n`), 'national-file-csv 2');
  assert.equal(read(`${head}1.000001\n`), 'national-file-ragged 2');
  assert.equal(read('ma,ten\n1,2\n'), 'national-file-columns');
  assert.equal(read(`${head}1.000001,${'x'.repeat(50_001)}\n`), 'national-file-cell 2');
  assert.equal(read(head + '1.000001,M\n'.repeat(20_001)), 'national-file-rows');
  assert.equal(read(new Uint8Array([0x1f, 0x8b, 1, 2])), 'national-file-text');
  assert.equal(read(new Uint8Array([0x41, 0xff, 0xfe])), 'national-file-text');
  assert.equal(read(gzipSync(Buffer.alloc(60_000_001, 'a'))), 'national-file-bomb');
  assert.equal(read(`${head}1.000001,M\n`, '{'.padEnd(500_001, 'x')), 'national-file-cell 1');
  assert.equal(read(`${head}1.000001,M\n`, '\n'.repeat(20_001)), 'national-file-rows');
});

test('a line 10,000 deep is set aside, and only that line', () => {
  const deep = `{"code":"1.000001","cases":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
  const outcome = readListFiles({ list: bytes(`${head}1.000001,Một\n`), details: bytes(deep) });
  assert.ok(outcome.ok);
  assert.equal(outcome.value.report.counts.detailsSetAside, 1);
});

test('a reading that takes too long or too much is ended, and says so', async () => {
  const files = { list: shipped('procedures.csv.gz'), details: shipped('procedures_detail.jsonl.gz') };
  const slow = await readListApart({ ms: 20, megabytes: 700 })(files);
  assert.equal(codeOf(slow), 'national-file-slow');
  const heavy = await readListApart({ ms: 60_000, megabytes: 12 })(files);
  assert.equal(codeOf(heavy), 'national-file-heavy');
});
