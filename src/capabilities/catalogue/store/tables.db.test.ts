import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleDefinition } from '#builders/forms';
import { dmnXml, tableXml } from '#builders/rules';
import { attempt, feesOwed } from '#capabilities/forms';
import {
  approveDraft,
  openCatalogue,
  procedureDraft,
  saveProcedureDraft,
  sendForApproval,
  startProcedureDraft,
} from '../index.ts';
import { aStage, services, value } from '../testing/stage.ts';

const code = '1.004873';
const stage = await aStage(code);
const { drafter, approver, clock, db } = stage;
const catalogue = openCatalogue(db.web, clock, {
  generic: sampleDefinition('generic'),
  synonyms: { filler: [], entries: [] },
  lifeEvents: [],
});

async function publish(decisions: string): Promise<number> {
  const id = value(await startProcedureDraft(drafter, services, { code, from: 'current' }));
  const draft = await procedureDraft(drafter, id);
  assert.ok(draft);
  value(await saveProcedureDraft(drafter, id, draft.revision, { ...draft.content, decisions }));
  value(await sendForApproval(drafter, id));
  return value(await approveDraft(approver, services, id, { effectiveFrom: '2026-11-25' }));
}
const table = (amount: string) =>
  dmnXml(
    tableXml({
      name: 'fees',
      inputs: [{ text: 'channel' }],
      outputs: [{ name: 'amount', type: 'number' }],
      rows: [['-', amount]],
    }),
  );
const owed = async (version: number) => {
  const definition = await catalogue.definitionOf(code, version);
  const outcome = attempt(() => feesOwed(definition, {}, { channel: 'online' }));
  return outcome.ok ? outcome.value.map(({ amount }) => amount) : outcome.refusal.details?.['reason'];
};

test('each version is judged by its own tables, which are made ready once', async () => {
  const first = await publish(table('1000'));
  const second = await publish(table('2000'));
  assert.deepEqual([await owed(first), await owed(second)], [[1000], [2000]]);
  assert.equal(await catalogue.definitionOf(code, first), await catalogue.definitionOf(code, first));
  catalogue.forget();
  const current = await catalogue.current(code);
  assert.ok(current?.definition);
  assert.equal(feesOwed(current.definition, {}, { channel: 'online' })[0]?.amount, 2000);
  const seen = await catalogue.version(code, first);
  assert.ok(seen?.definition);
  assert.equal(feesOwed(seen.definition, {}, { channel: 'online' })[0]?.amount, 1000);
});

test('a version whose file cannot be read decides nothing; it does not fall back to the list', async () => {
  assert.equal(await owed(await publish('<dmn/>')), 'xml-syntax');
});
