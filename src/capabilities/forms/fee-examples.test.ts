import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { sampleDefinition, sampleWithDecisions } from '#builders/forms';
import type { Answers, ProcedureDefinition } from './index.ts';
import { type FeeLine, feesOwed, totalOwed } from './index.ts';

/** A line of the table: only what is written is compared, beside id, kind and amount. */
interface Expected {
  readonly id: string;
  readonly kind: string;
  readonly amount: number;
  readonly count?: number;
  readonly full?: number;
  readonly saved?: number;
  readonly exempt?: string;
  readonly refundable?: false;
  readonly purpose?: string;
}
interface Example {
  readonly procedure: string;
  readonly answers: Answers;
  readonly channel: string;
  readonly today: string;
  /** Exemptions that an officer granted. */
  readonly granted?: readonly string[];
  readonly owed: readonly Expected[];
  /** The sum as a person reckons it on paper. */
  readonly worked: string;
  readonly source: string;
}
const examples = JSON.parse(
  readFileSync(new URL('testing/fee-examples.json', import.meta.url), 'utf8'),
) as readonly Example[];

const samples = new URL('../../../samples/procedures/', import.meta.url);
const read = new Map<string, Promise<ProcedureDefinition>>();
const decided = (code: string): boolean => existsSync(new URL(`${code}/decisions.dmn`, samples));
/** As it is published: with its table where it has one. */
function published(code: string): Promise<ProcedureDefinition> {
  const known =
    read.get(code) ?? (decided(code) ? sampleWithDecisions(code) : Promise.resolve(sampleDefinition(code)));
  read.set(code, known);
  return known;
}
const factsOf = ({ channel, today, granted }: Example) => ({
  channel,
  today,
  ...(granted ? { exemptions: granted } : {}),
});

const shown = (line: FeeLine, { count }: Expected): Expected => ({
  id: line.id,
  kind: line.kind,
  amount: line.amount,
  ...(count === undefined ? {} : { count: line.count }),
  ...(line.full === undefined ? {} : { full: line.full }),
  ...(line.reduction ? { saved: line.reduction.saved } : {}),
  ...(line.exemption ? { exempt: line.exemption.id } : {}),
  ...(line.refundable === false ? { refundable: false } : {}),
  ...(line.purpose ? { purpose: line.purpose } : {}),
});

test('the table of examples is long enough, and each says how it was reckoned and where it stands', () => {
  assert.ok(examples.length >= 60, `${examples.length}`);
  assert.equal(
    new Set(examples.map((each) => JSON.stringify([each.procedure, each.answers, factsOf(each)]))).size,
    examples.length,
  );
  for (const { worked, source } of examples) assert.ok(worked.length > 5 && source.length > 5);
});

for (const example of examples) {
  const { procedure, answers, owed, worked, source } = example;
  test(`${procedure} ${JSON.stringify({ ...answers, ...factsOf(example) })}: ${worked} (${source})`, async () => {
    const lines = feesOwed(await published(procedure), answers, factsOf(example));
    assert.deepEqual(
      lines.map((line, at) => shown(line, owed[at] ?? (line as unknown as Expected))),
      owed,
    );
    assert.equal(
      totalOwed(lines),
      owed.reduce((sum, { amount }) => sum + amount, 0),
    );
    for (const line of lines) {
      assert.equal(
        line.amount + (line.reduction?.saved ?? 0),
        line.exemption ? 0 : (line.full ?? line.amount),
      );
      if (line.reduction) assert.match(line.reduction.basis, /Thông tư/, 'a reduction says its ground');
    }
  });
}

/** Tables set aside: the council rate of 1.001612 stands in its table alone. */
const ofLists = examples.filter(({ procedure }) => decided(procedure) && procedure !== '1.001612');

test('where a procedure has a table and a list, both come to the same sums, so that the list may explain the table', async () => {
  for (const example of ofLists) {
    const { procedure, answers } = example;
    const said = (definition: ProcedureDefinition) =>
      feesOwed(definition, answers, factsOf(example)).map(({ id, amount, full, counted }) => ({
        id,
        amount,
        full,
        counted,
      }));
    const byTable = said(await published(procedure));
    assert.deepEqual(said(sampleDefinition(procedure)), byTable, JSON.stringify(example));
  }
});
