import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFewLists, sampleDefinition } from '#builders/forms';
import { dmnXml, tableXml } from '#builders/rules';
import { type ProcedureDefinition, readyDecisions, withDecisions } from '#capabilities/forms';
import { aDossier, anOfficer, answersFor, at, centreA } from '../testing/builders.ts';
import { decide } from './decide.ts';
import { weighFiling } from './filing.ts';

const own = sampleDefinition('1.004873');
const having = async (name: string, outputs: readonly string[], row: readonly string[]) =>
  withDecisions(
    own,
    await readyDecisions(
      dmnXml(
        tableXml({
          name,
          inputs: [{ text: 'channel' }],
          outputs: outputs.map((output) => ({ name: output })),
          rows: [row],
        }),
      ),
    ),
  );
const weighed = (definition: ProcedureDefinition) =>
  weighFiling(
    definition,
    { channel: 'online', facts: {}, answers: answersFor(own), files: [] },
    aFewLists(),
    at(9),
  );

test('a filing whose fees cannot be decided has none, and says so', async () => {
  const filing = weighed(await having('fees', ['amount'], ['-', '-5']));
  assert.deepEqual([filing.undecided?.code, filing.fees, filing.demands], ['decision-failed', [], []]);
  assert.equal(filing.undecided?.details?.['decision'], 'fees');
  const right = weighed(await having('fees', ['amount'], ['-', '5000']));
  assert.equal(right.undecided, undefined);
  assert.equal(right.fees[0]?.amount, 5000);
});

test('a dossier is accepted under the time of its table, and not at all where that fails', async () => {
  const accept = (definition: ProcedureDefinition) => {
    const { state, rules } = aDossier();
    return decide(
      'accept',
      {},
      {
        state,
        rules: { ...rules, definition },
        actor: anOfficer(1, centreA, 'one-stop-officer'),
        now: at(9),
        freshId: () => 'id',
      },
    );
  };
  const due = (outcome: ReturnType<typeof accept>) => {
    const first = outcome.ok ? outcome.value[0] : undefined;
    return first?.kind === 'accepted' ? first.payload.due.date : undefined;
  };
  const soon = due(accept(await having('deadline', ['value', 'unit'], ['-', '1', '"working_day"'])));
  const late = due(accept(await having('deadline', ['value', 'unit'], ['-', '9', '"working_day"'])));
  assert.ok(soon && late && soon < late, `${soon} ${late}`);
  const failed = accept(await having('deadline', ['value', 'unit'], ['-', '1', '"fortnight"']));
  assert.ok(!failed.ok && failed.refusal.code === 'decision-failed');
});
