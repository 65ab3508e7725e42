import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ATable, dmnXml, tableXml } from '../testing/a-table.ts';
import { checkDecisions, compileDecisions, decide } from './decisions.ts';
import { readDmn, writeDmn } from './read.ts';
import { readTables } from './table-text.ts';

async function modelOf(xml: string) {
  const model = await readDmn(xml);
  assert.ok(model.ok, model.ok ? '' : JSON.stringify(model.refusal));
  return model.value;
}
async function decided(tables: readonly ATable[], name: string, context: Record<string, unknown>) {
  const compiled = compileDecisions(await modelOf(dmnXml(...tables.map(tableXml))));
  assert.ok(compiled.ok, compiled.ok ? '' : JSON.stringify(compiled.refusal));
  return decide(compiled.value, name, context);
}
async function codeOf(xml: string): Promise<string> {
  const model = await readDmn(xml);
  if (!model.ok) return model.refusal.code;
  const compiled = compileDecisions(model.value);
  return compiled.ok ? 'done' : `${compiled.refusal.code} ${JSON.stringify(compiled.refusal.details)}`;
}

const oneColumn = (
  policy: string,
  rows: readonly (readonly string[])[],
  more: Partial<ATable> = {},
): ATable => ({
  policy,
  inputs: [{ text: 'n', type: 'number' }],
  outputs: [{ name: 'fee', type: 'number' }],
  rows,
  ...more,
});
const overlapping = [
  ['> 1', '10'],
  ['> 2', '30'],
  ['> 3', '20'],
];

test('Each hit policy makes its own of the rows that hit', async () => {
  const cases: readonly [string, string | undefined, unknown, readonly number[]][] = [
    ['FIRST', undefined, 10, [1]],
    ['RULE ORDER', undefined, [10, 30, 20], [1, 2, 3]],
    ['COLLECT', undefined, [10, 30, 20], [1, 2, 3]],
    ['COLLECT', 'SUM', 60, [1, 2, 3]],
    ['COLLECT', 'MIN', 10, [1, 2, 3]],
    ['COLLECT', 'MAX', 30, [1, 2, 3]],
    ['COLLECT', 'COUNT', 3, [1, 2, 3]],
    ['PRIORITY', undefined, 30, [2]],
    ['OUTPUT ORDER', undefined, [30, 20, 10], [2, 3, 1]],
  ];
  for (const [policy, aggregation, value, rows] of cases) {
    const outputs = [{ name: 'fee', type: 'number', values: '30, 20, 10' }];
    const table = oneColumn(policy, overlapping, { outputs, ...(aggregation ? { aggregation } : {}) });
    const outcome = await decided([table], 'fee', { n: 5 });
    assert.deepEqual(
      outcome,
      { ok: true, value: { value, hits: [{ table: 'fee', rows }] } },
      policy + aggregation,
    );
  }
});

test('Two rows that hit under U are refused with their numbers; under A only if they differ', async () => {
  const unique = await decided([oneColumn('UNIQUE', overlapping)], 'fee', { n: 3 });
  assert.deepEqual(unique, {
    ok: false,
    refusal: { code: 'dmn-overlap', details: { decision: 'fee', rows: '1, 2' } },
  });
  assert.ok((await decided([oneColumn('UNIQUE', overlapping)], 'fee', { n: 2 })).ok);
  const any = await decided([oneColumn('ANY', overlapping)], 'fee', { n: 3 });
  assert.equal(any.ok || any.refusal.code, 'dmn-any-differs');
  const same = await decided(
    [
      oneColumn('ANY', [
        ['> 1', '5'],
        ['> 2', '5'],
      ]),
    ],
    'fee',
    { n: 3 },
  );
  assert.equal(same.ok && same.value.value, 5);
});

test('Where nothing hits there is the default, or null', async () => {
  assert.deepEqual(await decided([oneColumn('UNIQUE', overlapping)], 'fee', { n: 0 }), {
    ok: true,
    value: { value: null, hits: [{ table: 'fee', rows: [] }] },
  });
  const outputs = [{ name: 'fee', type: 'number', otherwise: '8000' }];
  const outcome = await decided([oneColumn('UNIQUE', overlapping, { outputs })], 'fee', {});
  assert.equal(outcome.ok && outcome.value.value, 8000);
});

test('A fee in tiers with a cap, by channel, built on another decision', async () => {
  const channel: ATable = {
    name: 'share',
    inputs: [{ text: 'channel', type: 'string', values: '"online","counter"' }],
    outputs: [{ name: 'share', type: 'number' }],
    rows: [
      ['"online"', '0.5'],
      ['"counter"', '1'],
    ],
  };
  const fee: ATable = {
    name: 'land fee',
    needs: ['share'],
    policy: 'FIRST',
    inputs: [{ text: 'value', type: 'number' }],
    outputs: [
      { name: 'amount', type: 'number' },
      { name: 'ground', type: 'string' },
    ],
    rows: [
      ['<= 1000000', '20000 * share', '"NQ 1, a"'],
      ['-', 'min([value * 0.0015 * share, 5000000])', '"NQ 1, b"'],
    ],
  };
  const of = (context: Record<string, unknown>) => decided([channel, fee], 'land fee', context);
  assert.deepEqual(await of({ value: 1_000_000, channel: 'online' }), {
    ok: true,
    value: {
      value: { amount: 10000, ground: 'NQ 1, a' },
      hits: [
        { table: 'share', rows: [1] },
        { table: 'land fee', rows: [1] },
      ],
    },
  });
  const capped = await of({ value: 9e12, channel: 'counter' });
  assert.deepEqual(capped.ok && capped.value.value, { amount: 5_000_000, ground: 'NQ 1, b' });
  const fax = await of({ value: 1, channel: 'fax' });
  assert.equal(fax.ok || fax.refusal.code, 'dmn-input-not-allowed');
});

test('A value of another type than its column declares counts as absent', async () => {
  const outcome = await decided([oneColumn('UNIQUE', [['-', '"ten"']])], 'fee', { n: '5' });
  assert.equal(outcome.ok && outcome.value.value, null);
});

test('Problems name decision, row and column, all at once', async () => {
  const rows = [
    ['> 1', '10'],
    ['> 1 and', 'now()'],
  ];
  const problems = checkDecisions(await modelOf(dmnXml(tableXml(oneColumn('UNIQUE', rows)))));
  assert.deepEqual(
    problems.map(({ code, details }) => [code, details?.['decision'], details?.['row'], details?.['column']]),
    [
      ['feel-syntax', 'fee', 2, 1],
      ['feel-clock', 'fee', 2, 2],
    ],
  );
});

test('What is not executed is refused by name', async () => {
  const service = '<decisionService id="s" name="s"/>';
  assert.match(await codeOf(dmnXml(service)), /^dmn-not-executed .*DecisionService/);
  const juel = tableXml(oneColumn('UNIQUE', [['-', '1']])).replace(
    '<outputEntry>',
    '<outputEntry expressionLanguage="juel">',
  );
  assert.match(await codeOf(dmnXml(juel)), /^dmn-language .*juel/);
  const later = '<decision id="x" name="x"><conditional/></decision>';
  const model = await readDmn(dmnXml(later));
  assert.deepEqual(model.ok || model.refusal, {
    code: 'dmn-not-executed',
    details: { element: 'conditional' },
  });
  const circle = [
    tableXml(oneColumn('UNIQUE', [['-', '1']], { name: 'a', needs: ['b'] })),
    tableXml(oneColumn('UNIQUE', [['-', '1']], { name: 'b', needs: ['a'] })),
  ];
  assert.match(await codeOf(dmnXml(...circle)), /^dmn-circle/);
});

test('What was read is written again with all that it said', async () => {
  const xml = dmnXml(tableXml(oneColumn('FIRST', overlapping))).replace(
    '<decision id="fee"',
    '<decision id="fee" xmlns:camunda="http://camunda.org/schema/1.0/dmn" camunda:historyTimeToLive="180"',
  );
  const once = await writeDmn(await modelOf(xml));
  assert.match(once, /historyTimeToLive="180"/);
  assert.match(once, /hitPolicy="FIRST"/);
  assert.equal(await writeDmn(await modelOf(once)), once);
  assert.deepEqual(readTables(await modelOf(once)), readTables(await modelOf(xml)));
  assert.deepEqual(readTables(await modelOf(once))[0]?.rows[1], {
    inputs: ['> 2'],
    outputs: ['30'],
    note: '',
  });
});

test('Files of DMN 1.1 are read as 1.3, and written again with their drawing', async () => {
  const drawing =
    '<extensionElements><biodi:bounds x="55"><biodi:waypoints x="1" /></biodi:bounds></extensionElements>';
  const xml = dmnXml(tableXml(oneColumn('FIRST', overlapping)))
    .replace(/(<decision [^>]*>)/, `$1${drawing}`)
    .replace('<definitions', '<definitions xmlns:biodi="http://bpmn.io/schema/dmn/biodi/1.0"')
    .replace('https://www.omg.org/spec/DMN/20191111/MODEL/', 'http://www.omg.org/spec/DMN/20151101/dmn.xsd');
  assert.equal(await codeOf(xml), 'done');
  const written = await writeDmn(await modelOf(xml));
  assert.match(written, /bounds x="55"/);
  assert.match(written, /waypoints x="1"/);
  assert.equal(await writeDmn(await modelOf(written)), written);
});
