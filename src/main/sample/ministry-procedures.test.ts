import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReading, neverVisited } from '#builders/forms';
import { type LintWorld, lintProcedure, plainWordsShape } from '#capabilities/catalogue';
import { liveDefinitions } from './catalogue.ts';
import { sampleJson } from './files.ts';
import { ministry } from './sample.ts';

const departments = new Set(ministry.units().map(({ key }) => key));
const world: LintWorld = {
  today: '2026-11-22',
  communes: [],
  decides: ({ level, department }) =>
    level === 'ministry' && (department === undefined || departments.has(department)),
  plainWords: plainWordsShape.parse(sampleJson('words/officialese.json')),
  results: [],
};
const live = liveDefinitions(ministry);

test('sixty procedures with the papers and fees of their records', () => {
  assert.equal(live.length, 60);
  const papers = live.map(({ documents }) => documents.filter(({ group }) => group === 'submit').length);
  // The authorisation of the generic form is one of them.
  assert.ok(papers.every((count) => count >= 2));
  assert.ok(papers.reduce((sum, count) => sum + count, 0) > 200);
  const owing = live.filter(({ fees }) => fees.length > 0);
  assert.ok(owing.length >= 6, `${owing.length} with a fee`);
  const licence = live.find(({ code }) => code === '1.003462');
  assert.deepEqual(
    licence?.fees.map(({ amount, basis }) => [amount, basis]),
    [[2_000_000, 'Thông tư 101/2020/TT-BTC']],
  );
  assert.equal(licence.cases?.length, 8);
});

test('nothing of them speaks of a place that a ministry does not have', () => {
  for (const { code, competence, form } of live) {
    assert.equal(competence.by, undefined, code);
    assert.doesNotMatch(JSON.stringify(form), /home-communes/, code);
  }
});

for (const definition of live)
  test(`${definition.code}: lint clean in the ministry, everything reached forward and back`, () => {
    const errors = lintProcedure({ definition }, world).filter(({ level }) => level === 'error');
    assert.deepEqual(errors, []);
    const missed = neverVisited(definition, (facts) => aReading('2026-11-25', facts));
    assert.deepEqual(missed, [], 'never visited');
  });
