import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refused } from '../refused.ts';
import { commands } from './index.ts';
import { nearest } from './nearest.ts';
import { findCommand, parseTyped } from './parse.ts';

const refusal = (work: () => unknown): Refused => {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof Refused, String(error));
    assert.equal(error.exitCode, 2);
    return error;
  }
  throw new assert.AssertionError({ message: 'was not refused' });
};

test('a misspelt command is refused with the one that was probably meant', () => {
  assert.match(refusal(() => findCommand(commands, 'migarte')).message, /Did you mean migrate\?/);
  assert.match(refusal(() => findCommand(commands, 'import')).message, /Did you mean import-catalogue\?/);
  assert.doesNotMatch(refusal(() => findCommand(commands, 'xyzzy')).message, /Did you mean/);
});

test('a misspelt option, a missing word and a word too many are refused', () => {
  const command = findCommand(commands, 'import-catalogue');
  assert.match(
    refusal(() => parseTyped(command, ['a.csv', '--detials=x'])).message,
    /Did you mean --details\?/,
  );
  assert.match(refusal(() => parseTyped(command, [])).message, /needs <file>/);
  assert.match(refusal(() => parseTyped(command, ['a', 'b'])).message, /"b"/);
  assert.match(refusal(() => parseTyped(command, ['a', '--details'])).message, /needs a value/);
  assert.match(refusal(() => parseTyped(command, ['a', '--dry-run=yes'])).message, /takes no value/);
});

test('values come after a sign of equality or as the next word', () => {
  const command = findCommand(commands, 'import-catalogue');
  const expected = { words: ['a.csv'], options: { '--details': 'd.jsonl', '--dry-run': true } };
  assert.deepEqual(parseTyped(command, ['--details=d.jsonl', 'a.csv', '--dry-run']), expected);
  assert.deepEqual(parseTyped(command, ['a.csv', '--details', 'd.jsonl', '--dry-run']), expected);
});

test('nearest prefers a beginning, then few changed letters', () => {
  assert.equal(nearest('serv', ['seed', 'serve']), 'serve');
  assert.equal(nearest('sead', ['seed', 'serve']), 'seed');
  assert.equal(nearest('a', ['serve']), undefined);
});
