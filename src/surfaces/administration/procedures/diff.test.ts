import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleDefinition } from '#builders/forms';
import { differences } from './diff.ts';

test('equal definitions differ nowhere', () => {
  const definition = sampleDefinition('1.004873');
  assert.deepEqual(differences(definition, structuredClone(definition)), []);
});

test('each difference is named by its path, things with an id by their id', () => {
  const before = { fees: [{ id: 'a', amount: 1 }, { id: 'b' }], name: { vi: 'x' } };
  const after = { fees: [{ id: 'n' }, { id: 'a', amount: 2 }], name: { vi: 'x', en: 'y' } };
  assert.deepEqual(differences(before, after), [
    { at: 'fees.a.amount', kind: 'changed' },
    { at: 'fees.b', kind: 'removed' },
    { at: 'fees.n', kind: 'added' },
    { at: 'name.en', kind: 'added' },
  ]);
});

test('another order is a difference', () => {
  assert.deepEqual(differences([{ id: 'a' }, { id: 'b' }], [{ id: 'b' }, { id: 'a' }]), [
    { at: '', kind: 'changed' },
  ]);
});
