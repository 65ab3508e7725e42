import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeError } from './index.ts';

test('an error is told without the values that it may hold', () => {
  const error = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (name)=(Nguyễn Thị Lan) exists',
  });
  const told = describeError(error);
  assert.deepEqual(
    { ...told, stack: '' },
    { type: 'Error', code: '23505', message: 'duplicate key', stack: '' },
  );
  assert.match(String(told['stack']), /log\.test/);
});

test('a description is described as itself, for the log describes what its caller has described', () => {
  const told = describeError(new TypeError('x is not a function'));
  assert.deepEqual(describeError(told), told);
  assert.deepEqual(describeError('gone'), { message: 'gone' });
});
