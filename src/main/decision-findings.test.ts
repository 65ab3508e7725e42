import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aFewLists, sampleDefinition } from '#builders/forms';
import { dmnXml, tableXml } from '#builders/rules';
import { draftTables } from '#capabilities/catalogue';
import { asPlainDate } from '#kernel/time';
import { decisionFindings } from './decision-findings.ts';
import { sampleDecisions } from './sample/catalogue.ts';

const drafted = draftTables();
after(() => drafted.tables.close());
const today = asPlainDate('2026-11-25');

async function findings(code: string, decisions: string | undefined) {
  const content = {
    definition: sampleDefinition(code),
    ...(decisions === undefined ? {} : { decisions }),
  };
  const definition = await drafted.definitionOf(content);
  const world = {
    communes: [{ code: '30316', name: 'Phường Châu Đốc' }],
    decides: ({ department }: { department?: string }) => department !== 'so-la',
  };
  const around = { tables: drafted.tables, lists: aFewLists(), today, world };
  const found = await decisionFindings(content, definition, around);
  for (const { text } of found) assert.ok(text?.vi && text.en);
  return found.map(({ level, code: what, at }) => `${level} ${what} ${at}`);
}
const table = (rows: readonly (readonly string[])[], change = {}) =>
  dmnXml(
    tableXml({
      name: 'fees',
      inputs: [{ text: 'channel', type: 'string', values: '"online", "direct"' }],
      outputs: [
        { name: 'id', type: 'string' },
        { name: 'amount', type: 'number' },
      ],
      rows,
      ...change,
    }),
  );

test('tables that ship have neither errors nor gaps', async () => {
  for (const code of ['1.001456', '1.004222', '2.000815', '3.000348'])
    assert.deepEqual(
      (await findings(code, sampleDecisions(code))).filter((each) => !/table-not-checked/.test(each)),
      [],
      code,
    );
  assert.deepEqual(await findings('1.004222', undefined), []);
});

test('what keeps tables from being published is told with its place', async () => {
  const of = (xml: string) => findings('1.004222', xml);
  assert.deepEqual(await of('no XML'), ['error xml-syntax decisions']);
  assert.deepEqual(await of(table([['-', '"truc-tuyen"', '1 +']])), ['error feel-syntax decisions.fees']);
  assert.equal((await of(table([['-', '"nobody"', '1']])))[0], 'error decision-value decisions.fees');
  const loop = 'count(for i in 1..100000, j in 1..100000 return i)';
  assert.deepEqual(await of(table([['-', '"truc-tuyen"', loop]])), ['error feel-too-costly decisions.fees']);
});

test('answers that people can give, and for which a table fails, keep it back', async () => {
  const found = await findings(
    '1.004222',
    table([
      ['"online"', '"truc-tuyen"', '10000'],
      ['"direct"', '"truc-tiep"', 'string length(hoTen) / 1000'],
    ]),
  );
  assert.deepEqual(found, ['error decision-failed decisions.fees']);
  const gap = await findings('1.004222', table([['"online"', '"truc-tuyen"', '10000']]));
  assert.deepEqual(gap, [
    'warning decision-silent decisions.fees',
    'error decision-failed decisions.fees',
    'warning table-gap decisions.fees',
  ]);
});

test('an authority that is not there is told with its row', async () => {
  const competence = (department: string, commune: string) =>
    dmnXml(
      tableXml({
        name: 'competence',
        policy: 'FIRST',
        inputs: [{ text: 'channel' }],
        outputs: ['level', 'department', 'commune'].map((name) => ({ name, type: 'string' })),
        rows: [['-', '"province"', department, commune]],
      }),
    );
  const of = async (department: string, commune: string) =>
    (await findings('1.004222', competence(department, commune))).filter((each) => each.includes('unit-'));
  assert.deepEqual(await of('"so-co"', ''), []);
  assert.deepEqual(await of('"so-la"', ''), ['error unit-missing decisions.competence']);
  assert.deepEqual(await of('', '"99999"'), ['error unit-missing decisions.competence']);
});
