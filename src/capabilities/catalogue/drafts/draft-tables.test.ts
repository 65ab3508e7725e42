import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sampleDefinition } from '#builders/forms';
import { dmnXml, tableXml } from '#builders/rules';
import { attempt, feesOwed } from '#capabilities/forms';
import { draftTables } from './draft-tables.ts';

const drafted = draftTables();
after(() => drafted.tables.close());

const definition = sampleDefinition('1.004222');
const fees = (rows: readonly (readonly string[])[], inputs = [{ text: 'channel', type: 'string' }]) =>
  dmnXml(
    tableXml({
      name: 'fees',
      inputs,
      outputs: [
        { name: 'id', type: 'string' },
        { name: 'amount', type: 'number' },
      ],
      rows,
    }),
  );
const owed = async (decisions: string | undefined) => {
  const ready = await drafted.definitionOf({ definition, ...(decisions === undefined ? {} : { decisions }) });
  const outcome = attempt(() => feesOwed(ready, { doiTuongMienPhi: 'khong' }, { channel: 'online' }));
  return outcome.ok ? outcome.value.map(({ amount }) => amount) : outcome.refusal.details?.['reason'];
};

test('a draft is judged with the tables it holds, a broken one by none', async () => {
  assert.deepEqual(await owed(undefined), [10000]);
  assert.deepEqual(await owed(fees([['-', '"truc-tuyen"', '7000']])), [7000]);
  assert.equal(await owed(fees([['-', '"truc-tuyen"', '7000 +']])), 'feel-syntax');
  assert.equal(await owed('no XML'), 'xml-syntax');
});

const many = (count: number, cell: string) =>
  Array.from({ length: count }, () => [cell, '"truc-tuyen"', '1']);
const worst = `${'('.repeat(20)}channel${')'.repeat(20)} = "${'x'.repeat(1500)}"`;
const hostile: readonly (readonly [string, string])[] = [
  ['a loop', fees([['-', '"truc-tuyen"', 'count(for i in 1..100000, j in 1..100000 return i)']])],
  ['3,000 dear cells', fees(many(3000, `not(contains(?, "a") and ${worst})`))],
  ['9,000 rows', fees(many(9000, '"a"'))],
  ['an entity bomb', '<!DOCTYPE a [<!ENTITY b "cccccccccc">]><definitions>&b;</definitions>'],
  ['2 MB', fees([]).padEnd(2_000_000)],
];
for (const [what, xml] of hostile)
  test(`a draft with ${what} costs the serving thread under 50 ms, and decides nothing`, async () => {
    const began = process.threadCpuUsage();
    const reason = await owed(xml);
    const { user, system } = process.threadCpuUsage(began);
    assert.equal(typeof reason, 'string', JSON.stringify(reason));
    assert.ok((user + system) / 1000 < 50, `${(user + system) / 1000} ms`);
  });
