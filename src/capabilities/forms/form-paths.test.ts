import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReading, neverVisited, procedureOfEveryType, sampleDefinitions } from '#builders/forms';
import type { Facts } from './index.ts';

const reading = (facts: Facts) => aReading('2026-11-25', facts);

for (const definition of [...sampleDefinitions(), procedureOfEveryType()])
  test(`${definition.code} ${definition.form.id}: everything is reached, forward and back`, () => {
    assert.deepEqual(neverVisited(definition, reading), [], 'never visited');
  });

test('what nobody can come to is named', () => {
  const definition = procedureOfEveryType();
  const never = { q: 'coKhong', is: 'khong-bao-gio' } as const;
  const [page, ...pages] = definition.form.pages;
  const [step, ...steps] = definition.workflow.steps;
  const [paper] = definition.documents;
  assert.ok(page && step && paper);
  const blocked = {
    ...definition,
    documents: [...definition.documents, { ...paper, id: 'giay-thua', if: never }],
    workflow: { steps: [step, ...steps, { ...step, id: 'buoc-thua', if: never }] },
    form: {
      ...definition.form,
      pages: [page, ...pages.map((each, i) => (i === pages.length - 1 ? { ...each, if: never } : each))],
    },
  };
  const missed = neverVisited(blocked, reading);
  const last = pages.at(-1)?.id;
  assert.ok(missed.includes(`page ${last}`), missed.join('; '));
  assert.ok(missed.includes('document giay-thua') && missed.includes('step buoc-thua'), missed.join('; '));
});
