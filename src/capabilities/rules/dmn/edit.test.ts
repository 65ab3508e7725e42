import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dmnXml, tableXml } from '../testing/a-table.ts';
import { checkDecisions, compileDecisions, decide } from './decisions.ts';
import { editTables, emptyDmn, type TableEdit } from './edit.ts';
import { hitPolicies } from './hit-policies.ts';
import { readDmn, writeDmn } from './read.ts';
import { readTables, type TableText } from './table-text.ts';

async function after(xml: string, ...edits: readonly TableEdit[]): Promise<string> {
  let now = xml;
  for (const edit of edits) {
    const model = await readDmn(now);
    assert.ok(model.ok);
    const edited = editTables(model.value, edit);
    assert.ok(edited.ok, edited.ok ? '' : edited.refusal.code);
    now = await writeDmn(edited.value);
  }
  return now;
}
async function refusal(xml: string, edit: TableEdit): Promise<string> {
  const model = await readDmn(xml);
  assert.ok(model.ok);
  const edited = editTables(model.value, edit);
  return edited.ok ? 'done' : edited.refusal.code;
}
async function tablesOf(xml: string): Promise<readonly TableText[]> {
  const model = await readDmn(xml);
  assert.ok(model.ok);
  return readTables(model.value);
}
const column = (text: string, change = {}) => ({
  label: '',
  text,
  type: '',
  values: '',
  otherwise: '',
  ...change,
});
const built: readonly TableEdit[] = [
  { kind: 'add-table', decision: 'fees', name: 'Phí', policy: 'U' },
  {
    kind: 'set-column',
    decision: 'fees',
    side: 'input',
    at: 0,
    column: column('channel', { label: 'Cách nộp', type: 'string', values: '"online", "direct"' }),
  },
  {
    kind: 'set-column',
    decision: 'fees',
    side: 'output',
    at: 0,
    column: column('amount', { type: 'number' }),
  },
  {
    kind: 'set-rows',
    decision: 'fees',
    rows: [
      { inputs: ['"online"'], outputs: ['10000'], note: 'Trực tuyến' },
      { inputs: [''], outputs: [' 20000 '], note: '' },
    ],
  },
];

test('a table made from nothing decides', async () => {
  const xml = await after(emptyDmn, ...built, {
    kind: 'set-table',
    decision: 'fees',
    name: 'Lệ phí',
    policy: 'F',
  });
  const model = await readDmn(xml);
  assert.ok(model.ok);
  assert.deepEqual(checkDecisions(model.value), []);
  const compiled = compileDecisions(model.value);
  assert.ok(compiled.ok);
  const outcome = decide(compiled.value, 'fees', { channel: 'direct' });
  assert.deepEqual(outcome.ok && outcome.value, { value: 20000, hits: [{ table: 'Lệ phí', rows: [2] }] });
  const [table] = await tablesOf(xml);
  assert.deepEqual(table?.inputs[0], {
    label: 'Cách nộp',
    text: 'channel',
    type: 'string',
    values: '"online", "direct"',
    otherwise: undefined,
  });
  assert.deepEqual(table?.rows[1], { inputs: ['-'], outputs: ['20000'], note: '' });
});

test('columns come, move and go with their cells', async () => {
  const two = await after(emptyDmn, ...built, {
    kind: 'set-column',
    decision: 'fees',
    side: 'input',
    at: 1,
    column: column('today'),
  });
  assert.deepEqual((await tablesOf(two))[0]?.rows[0]?.inputs, ['"online"', '-']);
  const place = { decision: 'fees', side: 'input', at: 0 } as const;
  const moved = await after(two, { kind: 'move-column', ...place, by: 1 });
  assert.deepEqual(
    (await tablesOf(moved))[0]?.inputs.map(({ text }) => text),
    ['today', 'channel'],
  );
  assert.deepEqual((await tablesOf(moved))[0]?.rows[0]?.inputs, ['-', '"online"']);
  const less = await after(moved, { kind: 'remove-column', ...place });
  assert.deepEqual((await tablesOf(less))[0]?.rows[0]?.inputs, ['"online"']);
  const edge = await after(two, { kind: 'move-column', ...place, by: -1 });
  assert.deepEqual(await tablesOf(edge), await tablesOf(two), 'the first stays the first');
});

test('each hit policy can be set, and is read again', async () => {
  for (const policy of hitPolicies) {
    const xml = await after(emptyDmn, ...built, { kind: 'set-table', decision: 'fees', name: 'Phí', policy });
    assert.equal((await tablesOf(xml))[0]?.hitPolicy, policy);
  }
});

test('a row that moves keeps what other tools said of it', async () => {
  const rows = [
    ['"a"', '1'],
    ['"b"', '2'],
  ];
  const xml = dmnXml(tableXml({ inputs: [{ text: 'x' }], outputs: [{ name: 'y' }], rows }))
    .replace('<definitions', '<definitions xmlns:camunda="http://camunda.org/schema/1.0/dmn"')
    .replace('<rule id="fee_r0">', '<rule id="fee_r0" camunda:told="yes">');
  const row = (input: string, output: string) => ({ inputs: [input], outputs: [output], note: '' });
  const turned = await after(xml, {
    kind: 'set-rows',
    decision: 'fee',
    rows: [row('"b"', '2'), row('"c"', '3'), row('"a"', '1')],
  });
  const [, , last] = turned.match(/<rule [^>]*>/g) ?? [];
  assert.match(last ?? '', /id="fee_r0".*told="yes"/);
  assert.deepEqual(
    (await tablesOf(turned))[0]?.rows.map(({ inputs }) => inputs[0]),
    ['"b"', '"c"', '"a"'],
  );
});

test('a table goes with the needs of others and its place in the drawing', async () => {
  const drawn = dmnXml(
    tableXml({ name: 'a', inputs: [{ text: 'x' }], outputs: [{ name: 'y' }], rows: [] }),
    tableXml({ name: 'b', needs: ['a'], inputs: [{ text: 'y' }], outputs: [{ name: 'z' }], rows: [] }),
  ).replace(
    '</definitions>',
    '<dmndi:DMNDI xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/"><dmndi:DMNDiagram id="D"><dmndi:DMNShape id="Sa" dmnElementRef="a"><dc:Bounds height="80" width="180" x="0" y="0"/></dmndi:DMNShape><dmndi:DMNShape id="Sb" dmnElementRef="b"><dc:Bounds height="80" width="180" x="0" y="200"/></dmndi:DMNShape></dmndi:DMNDiagram></dmndi:DMNDI></definitions>',
  );
  const xml = await after(drawn, { kind: 'remove-table', decision: 'a' });
  assert.doesNotMatch(xml, /#a"|dmnElementRef="a"/);
  assert.match(xml, /dmnElementRef="b"/);
  const model = await readDmn(xml);
  assert.deepEqual(model.ok && checkDecisions(model.value), []);
});

test('what is not there, or has no usable name, is refused', async () => {
  const xml = await after(emptyDmn, ...built);
  const add = (decision: string): TableEdit => ({ kind: 'add-table', decision, name: '', policy: 'U' });
  assert.equal(await refusal(xml, add('fees')), 'table-exists');
  for (const id of ['', '1a', 'a b', 'a"', 'x'.repeat(80)])
    assert.equal(await refusal(xml, add(id)), 'table-id');
  assert.equal(await refusal(xml, { kind: 'remove-table', decision: 'gone' }), 'table-gone');
  const nowhere = { kind: 'remove-column', decision: 'fees', side: 'input', at: 7 } as const;
  assert.equal(await refusal(xml, nowhere), 'column-gone');
});
