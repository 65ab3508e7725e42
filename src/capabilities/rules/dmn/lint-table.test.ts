import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ATable, dmnXml, tableXml } from '../testing/a-table.ts';
import { lintTables } from './lint-table.ts';
import { readDmn } from './read.ts';

async function findings(table: Partial<ATable>) {
  const outputs = [{ name: 'fee', type: 'number' }];
  const model = await readDmn(
    dmnXml(tableXml({ inputs: [{ text: 'age', type: 'number' }], outputs, rows: [], ...table })),
  );
  assert.ok(model.ok);
  return lintTables(model.value).map(({ decision: _decision, ...finding }) => finding);
}

test('A table that covers everything once has no findings', async () => {
  const rows = [
    ['< 18', '0'],
    ['[18..60)', '1'],
    ['>= 60', '2'],
  ];
  assert.deepEqual(await findings({ rows }), []);
});

test('A gap between two intervals is told with its borders', async () => {
  const rows = [
    ['<= 18', '0'],
    ['> 20', '1'],
  ];
  assert.deepEqual(await findings({ rows }), [
    { code: 'table-gap', values: ['(18..20)'] },
    { code: 'table-gap', values: ['20'] },
  ]);
});

test('Whole numbers leave no gap between 5 and 6', async () => {
  const rows = [
    ['<= 5', '0'],
    ['>= 6', '1'],
  ];
  assert.deepEqual(await findings({ rows, inputs: [{ text: 'n', type: 'integer' }] }), []);
  assert.equal((await findings({ rows })).length, 1);
});

test('An overlap in two columns names the rows and a place', async () => {
  const inputs = [
    { text: 'age', type: 'number' },
    { text: 'kind', type: 'string', values: '"a", "b"' },
  ];
  const rows = [
    ['<= 18', '-', '0'],
    ['>= 18', '"a"', '1'],
    ['> 18', '"b"', '2'],
  ];
  assert.deepEqual(await findings({ rows, inputs }), [
    { code: 'table-overlap', rows: [1, 2], values: ['18', '"a"'] },
  ]);
});

test('A row that never counts: covered before it under F, or empty', async () => {
  const rows = [
    ['-', '0'],
    ['> 3', '1'],
  ];
  assert.deepEqual(await findings({ rows, policy: 'FIRST' }), [{ code: 'table-row-unreachable', row: 2 }]);
  const empty = [
    ['-', '0'],
    ['(3..3)', '1'],
  ];
  assert.deepEqual(await findings({ rows: empty, policy: 'COLLECT' }), [
    { code: 'table-row-unreachable', row: 2 },
  ]);
});

test('Cells that compute are not judged, and that is said', async () => {
  assert.deepEqual(await findings({ rows: [['> limit', '0']] }), [{ code: 'table-not-checked', column: 1 }]);
});
