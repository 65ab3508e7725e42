import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleDefinition } from '#builders/forms';
import { type ATable, dmnXml, tableXml } from '#builders/rules';
import { competenceFor } from '../competence.ts';
import type { ProcedureDefinition } from '../definition.ts';
import { requiredDocuments } from '../demands.ts';
import { eligibility } from '../eligibility.ts';
import { feesOwed } from '../fees.ts';
import { timeFor } from '../legal-time.ts';
import { tablesIn } from '../testing/tables.ts';
import { attempt } from './ask.ts';
import { checkDecisionNames } from './check.ts';
import { undecided } from './decided.ts';
import { readyDecisions, withDecisions } from './ready.ts';
import { decisionProblemText } from './sentences.ts';

const death = sampleDefinition('1.000656');
const marriage = sampleDefinition('1.000894');
const today = '2026-11-25';
const facts = { channel: 'online', today };
const amount = { name: 'amount', type: 'number' };
const id = { name: 'id', type: 'string' };

const aTable = (name: string, rest: Partial<ATable>): string =>
  tableXml({ name, inputs: [{ text: 'channel', type: 'string' }], outputs: [], rows: [], ...rest });
const having = async (definition: ProcedureDefinition, ...tables: string[]) =>
  withDecisions(definition, await readyDecisions(dmnXml(...tables)));
async function reasonOf(definition: Promise<ProcedureDefinition>): Promise<unknown> {
  const ready = await definition;
  const outcome = attempt(() => feesOwed(ready, {}, facts));
  return outcome.ok ? 'done' : outcome.refusal.details?.['reason'];
}

test('the table says which fees are owed; name, kind and exemptions stay those of the definition', async () => {
  const outputs = [id, amount, { name: 'ground', type: 'string' }];
  const rows = [['"online"', '"le-phi-ho-tich"', '5000', '"Nghị quyết 1, Điều 2"']];
  const definition = await having(death, aTable('fees', { policy: 'COLLECT', outputs, rows }));
  const [line, ...others] = feesOwed(definition, {}, facts);
  assert.deepEqual(others, []);
  assert.deepEqual(
    [line?.id, line?.kind, line?.amount, line?.basis, line?.count],
    ['le-phi-ho-tich', 'le-phi', 5000, 'Nghị quyết 1, Điều 2', 1],
  );
  const granted = feesOwed(definition, {}, { ...facts, exemptions: ['khuyet-tat'] });
  assert.deepEqual([granted[0]?.amount, granted[0]?.exemption?.id], [0, 'khuyet-tat']);
  assert.deepEqual(feesOwed(definition, {}, { ...facts, channel: 'direct' }), [], 'a list may be empty');
});

test('a council’s own rate goes before the general one, by the order of the rows', async () => {
  const outputs = [id, amount];
  const rows = [
    ['"online"', '"le-phi-ho-tich"', '3000'],
    ['-', '"le-phi-ho-tich"', '8000'],
  ];
  const definition = await having(death, aTable('fees', { policy: 'FIRST', outputs, rows }));
  assert.equal(feesOwed(definition, {}, facts)[0]?.amount, 3000);
  assert.equal(feesOwed(definition, {}, { ...facts, channel: 'post' })[0]?.amount, 8000);
});

test('what is no price is never one', async () => {
  const fees = (cell: string, more: Partial<ATable> = {}) =>
    having(
      death,
      aTable('fees', { outputs: [id, amount], rows: [['-', '"le-phi-ho-tich"', cell]], ...more }),
    );
  assert.equal(await reasonOf(fees('8000')), 'done');
  for (const cell of ['-1', '2000.5', '"8000"', 'unheard', '10 ** 20', 'null'])
    assert.equal(await reasonOf(fees(cell)), 'value-wrong', cell);
  const twice = ['-', '"le-phi-ho-tich"', '1'];
  assert.equal(await reasonOf(fees('1', { rows: [twice, twice] })), 'dmn-overlap');
  assert.equal(await reasonOf(fees('1', { policy: 'COLLECT', rows: [twice, twice] })), 'fee-twice');
  assert.equal(await reasonOf(fees('1', { rows: [['"post"', '"le-phi-ho-tich"', '1']] })), 'no-row');
  assert.equal(await reasonOf(fees('1', { rows: [['-', '"nobody"', '1']] })), 'value-wrong');
  assert.equal(
    await reasonOf(Promise.resolve(withDecisions(death, await readyDecisions('no XML')))),
    'xml-syntax',
  );
  const broken = withDecisions(death, await readyDecisions('no XML'));
  assert.equal(undecided(broken, {}, facts)?.code, 'decision-failed');
  assert.ok(
    attempt(() => feesOwed(withDecisions(broken, undefined), {}, facts)).ok,
    'taken away, the list counts',
  );
});

test('copies of a definition keep their tables, and nothing of them is written down', async () => {
  const rows = [['-', '"le-phi-ho-tich"', '1']];
  const definition = await having(death, aTable('fees', { outputs: [id, amount], rows }));
  assert.equal(feesOwed({ ...definition, version: 9 }, {}, facts)[0]?.amount, 1);
  assert.deepEqual(JSON.parse(JSON.stringify(definition)), JSON.parse(JSON.stringify(death)));
});

test('papers are asked for by the table, in the place of conditions and cases', async () => {
  const [first, second] = death.documents.filter((rule) => rule.alternativeOf === undefined);
  assert.ok(first && second);
  const rows = [
    ['"online"', `"${first.id}"`, 'false'],
    ['"direct"', `"${second.id}"`, 'true'],
  ];
  const outputs = [id, { name: 'required', type: 'boolean' }];
  const definition = await having(death, aTable('documents', { policy: 'COLLECT', outputs, rows }));
  const asked = (channel: string) =>
    requiredDocuments(definition, {}, { channel, today }).map((demand) => [demand.id, demand.required]);
  assert.deepEqual(asked('online'), [[first.id, false]]);
  assert.deepEqual(asked('direct'), [[second.id, second.group !== 'note']]);
  assert.deepEqual(asked('post'), []);
});

test('the time comes from the table, and from the list where the table is silent', async () => {
  const outputs = [
    { name: 'value', type: 'number' },
    { name: 'unit', type: 'string' },
    { name: 'ground', type: 'string' },
  ];
  const rows = [['"online"', '2', '"working_day"', '"Nghị định 1"']];
  const definition = await having(death, aTable('deadline', { outputs, rows }));
  assert.deepEqual(timeFor(definition, 'online', undefined, {}, facts), {
    channel: 'online',
    value: 2,
    unit: 'working_day',
    basis: 'Nghị định 1',
  });
  assert.deepEqual(
    timeFor(definition, 'direct', undefined, {}, facts),
    timeFor(death, 'direct', undefined, {}, facts),
  );
  const never = await having(death, aTable('deadline', { outputs, rows: [['-', '0', '"working_day"', '']] }));
  assert.ok(!attempt(() => timeFor(never, 'online', undefined, {}, facts)).ok);
});

test('who decides comes from the content', async () => {
  const outputs = ['level', 'department', 'commune'].map((name) => ({ name, type: 'string' }));
  const rows = [['> 7', '"province"', '"so-xay-dung"', '']];
  const inputs = [{ text: 'soTang', type: 'number' }];
  const permit = sampleDefinition('1.013225');
  const definition = await having(permit, aTable('competence', { inputs, outputs, rows }));
  assert.deepEqual(competenceFor(definition, { soTang: 9 }), {
    level: 'province',
    department: 'so-xay-dung',
    commune: undefined,
    placed: permit.competence.by !== undefined,
  });
  assert.equal(competenceFor(definition, { soTang: 2 }).level, permit.competence.level);
});

test('the pre-check is judged by the table, with a sentence for whoever is turned away', async () => {
  const [first, second] = marriage.eligibility.filter((question) => question.advice !== true);
  assert.ok(first && second);
  const name = (question: string) => question.replaceAll('-', '_');
  const inputs = [first, second].map((question) => ({ text: name(question.id), type: 'string' }));
  const outputs = [
    { name: 'passes', type: 'boolean' },
    { name: 'reason', type: 'string' },
  ];
  const rows = [
    ['"no"', '"no"', 'false', `"${second.id}"`],
    ['-', '-', 'true', ''],
  ];
  const definition = await having(
    marriage,
    aTable('eligibility', { policy: 'FIRST', inputs, outputs, rows }),
  );
  const replies = (...given: string[]) =>
    Object.fromEntries(
      marriage.eligibility.map((question, at) => [question.id, given[at] ?? question.passIf] as const),
    );
  const judged = eligibility(definition, { ...replies(), [first.id]: 'no', [second.id]: 'no' });
  assert.deepEqual([judged.verdict, judged.failed.map((each) => each.id)], ['not-eligible', [second.id]]);
  const one = eligibility(definition, { ...replies(), [first.id]: 'no', [second.id]: 'yes' });
  assert.equal(one.verdict, 'eligible', 'the table says that one alone does not stop the way');
});

test('names that do not fit are told, each with what would fit', async () => {
  const problems = async (definition: ProcedureDefinition, ...tables: string[]) =>
    checkDecisionNames(definition, await tablesIn(dmnXml(...tables))).map((problem) => {
      const { vi, en } = decisionProblemText(problem);
      for (const text of [vi, en ?? '']) assert.doesNotMatch(text, /undefined|\{/);
      return `${problem.level} ${problem.code} ${problem.decision}`;
    });
  const right = {
    outputs: [id, amount],
    rows: [
      ['-', '"ban-sao"', '1'],
      ['-', '"le-phi-ho-tich"', '1'],
    ],
  };
  const fees = (change: Partial<ATable>) =>
    problems(death, aTable('fees', { policy: 'COLLECT', ...right, ...change }));
  assert.deepEqual(await fees({}), []);
  assert.deepEqual(await fees({ inputs: [{ text: 'fact.channel' }] }), []);
  assert.deepEqual(await fees({ inputs: [{ text: 'weather' }] }), ['error decision-input fees']);
  assert.deepEqual(await fees({ outputs: [id, { name: 'price', type: 'number' }] }), [
    'error decision-output-missing fees',
    'error decision-output fees',
  ]);
  assert.deepEqual(await fees({ outputs: [id, { name: 'amount', type: 'string' }], rows: [] }), [
    'error decision-output-type fees',
    'warning decision-silent fees',
    'warning decision-silent fees',
  ]);
  assert.deepEqual(await fees({ rows: [['-', '"gone"', '-5']] }), [
    'error decision-value fees',
    'error decision-value fees',
    'warning decision-silent fees',
    'warning decision-silent fees',
  ]);
  assert.deepEqual(await problems(death, aTable('prices', { outputs: [amount], rows: [] })), [
    'error decision-unknown prices',
  ]);
  const deadline = aTable('deadline', {
    inputs: [{ text: 'today' }],
    outputs: [{ name: 'value' }, { name: 'unit' }],
    rows: [['-', '2', '"week"']],
  });
  assert.deepEqual(await problems(death, deadline), [
    'error decision-input deadline',
    'error decision-value deadline',
  ]);
});
