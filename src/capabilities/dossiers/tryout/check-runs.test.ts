import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aFewLists, sampleCodes, sampleDefinition } from '#builders/forms';
import type { ProcedureDefinition } from '#capabilities/forms';
import { answersFor, at } from '../testing/builders.ts';
import { runProblems } from './check-runs.ts';
import { roads } from './moves.ts';
import { endDifferences } from './run-end.ts';
import { mostRuns, runAgain, type SavedRun } from './saved-run.ts';

const lists = aFewLists();
const begun = (definition: ProcedureDefinition, road: SavedRun['road'] = 'granted', pace = 0.95) => ({
  persona: {
    name: 'Nguyễn Thị Thử',
    channel: 'online' as const,
    answers: answersFor(definition),
  },
  road,
  pace,
  elsewhere: false,
  startAt: at(9),
});
const kept = (definition: ProcedureDefinition, road: SavedRun['road'] = 'granted'): SavedRun => {
  const run = begun(definition, road);
  return { id: 'lan-1', name: 'Lần một', ...run, end: runAgain(run, { definition, lists }).end };
};

test('a saved run of every live procedure, on every road, ends as it did, also after JSON', () => {
  for (const code of sampleCodes().filter((each) => each !== 'generic')) {
    const definition = sampleDefinition(code);
    for (const road of roads) {
      const runs: unknown = JSON.parse(JSON.stringify([kept(definition, road)]));
      assert.deepEqual(runProblems(runs as readonly unknown[], { definition, lists }), [], `${code} ${road}`);
    }
  }
});

test('what a person would notice is named, and nothing else', () => {
  const definition = sampleDefinition('1.004873');
  const run = kept(definition);
  const said = (changed: Partial<ProcedureDefinition>): string =>
    runProblems([run], { definition: { ...definition, ...changed }, lists })
      .map(({ at: where, code, text }) => `${code} ${where} ${text.vi}`)
      .join('\n');
  assert.equal(said({}), '');
  assert.equal(said({ notes: [{ vi: 'Ghi chú khác', en: 'Another note' }] }), '', 'a note changes no run');
  const fee = {
    id: 'phi-moi',
    kind: 'phi' as const,
    name: { vi: 'Phí mới', en: 'New fee' },
    amount: 20_000,
    exemptions: [],
    when: 'submission' as const,
    basis: 'Nghị quyết 1',
    setBy: 'province-council' as const,
  };
  assert.match(
    said({ fees: [...definition.fees, fee] }),
    /run-differs runs\.lan-1 .*Lần một.*phí, lệ phí: .*→.*phi-moi 20000/,
  );
  assert.match(said({ time: definition.time.map((each) => ({ ...each, value: 30 })) }), /ngày hẹn trả: /);
  const { steps } = definition.workflow;
  const more = { ...steps[1], id: 'them-buoc', does: 'check' as const } as (typeof steps)[number];
  assert.match(said({ workflow: { steps: steps.toSpliced(2, 0, more) } }), /các bước: .*them-buoc/);
});

test('what is no run is an error, and so are too many', () => {
  const definition = sampleDefinition('1.004873');
  const codes = (runs: readonly unknown[]) =>
    runProblems(runs, { definition, lists }).map(({ code, at: where }) => `${code} ${where}`);
  for (const bad of [null, 1, {}, { ...kept(definition), pace: -1 }, { ...kept(definition), road: 'x' }])
    assert.deepEqual(codes([bad]), ['run-unreadable runs.0']);
  const many = Array.from({ length: mostRuns + 1 }, () => kept(definition));
  assert.deepEqual(codes(many), ['runs-too-many runs']);
});

test('a run from anywhere is judged and never thrown at', () => {
  const definition = sampleDefinition('1.001193');
  const run = kept(definition);
  const hostile = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown);
  const ids = fc.constantFrom(...Object.keys(run.persona.answers), 'fact', '__proto__');
  fc.assert(
    fc.property(fc.dictionary(ids, hostile, { maxKeys: 6 }), hostile, (answers, facts) => {
      const persona = { ...run.persona, answers: { ...run.persona.answers, ...answers }, facts };
      for (const { code } of runProblems([{ ...run, persona }], { definition, lists }))
        assert.match(code, /^run-(differs|unreadable)$/);
    }),
    { numRuns: 60 },
  );
});

test('differences are empty exactly for equal ends', () => {
  const definition = sampleDefinition('1.004873');
  const ends = roads.flatMap((road) =>
    [0.5, 3].map((pace) => runAgain(begun(definition, road, pace), { definition, lists }).end),
  );
  const one = fc.constantFrom(...ends);
  fc.assert(
    fc.property(one, one, (a, b) => {
      assert.equal(endDifferences(a, b).length === 0, JSON.stringify(a) === JSON.stringify(b));
    }),
  );
});
