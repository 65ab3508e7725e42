import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReading, procedureOfEveryType } from '#builders/forms';
import { checkAnswers, inventAnswers } from '../index.ts';

const { form } = procedureOfEveryType();
const context = aReading('2026-11-25', { channel: 'online', representing: 'self' });

test('an invented person answers so that the submission is accepted, and the seed names the person', () => {
  for (let seed = 1; seed <= 10; seed++) {
    const answers = inventAnswers(form, context, seed);
    assert.deepEqual(checkAnswers(form, answers, context), []);
    assert.deepEqual(inventAnswers(form, context, seed), answers);
  }
  assert.notDeepEqual(inventAnswers(form, context, 1), inventAnswers(form, context, 2));
});
