import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleDefinitions } from '#builders/forms';
import { lintProcedure } from './index.ts';
import { anGiang } from './testing/an-giang.ts';

const world = anGiang('2026-11-22');

test('the word list is worth its name', () => {
  assert.ok(world.plainWords.length >= 80);
  assert.equal(new Set(world.plainWords.map((word) => word.say)).size, world.plainWords.length);
});

// `generic` is published by nobody: it takes times and papers from the record of the procedure it stands for.
for (const definition of sampleDefinitions().filter(({ code }) => code !== 'generic'))
  test(`${definition.code} could be published`, () => {
    const errors = lintProcedure({ definition }, world).filter((finding) => finding.level === 'error');
    assert.deepEqual(errors, []);
  });
