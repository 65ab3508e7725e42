import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SetClock } from '#kernel/time';
import { Guesses, restMinutes } from './guesses.ts';

test('five wrong tries rest the pair of address and code, not the code and not the address', () => {
  const clock = new SetClock(0);
  const guesses = new Guesses(clock);
  for (let n = 0; n < 4; n++) guesses.wrong('10.0.0.1', 'A');
  assert.equal(guesses.exhausted('10.0.0.1', 'A'), false);
  guesses.wrong('10.0.0.1', 'A');
  assert.equal(guesses.exhausted('10.0.0.1', 'A'), true);
  assert.equal(guesses.exhausted('10.0.0.2', 'A'), false);
  assert.equal(guesses.exhausted('10.0.0.1', 'B'), false);
  clock.set(restMinutes * 60_000);
  assert.equal(guesses.exhausted('10.0.0.1', 'A'), false);
  guesses.wrong('10.0.0.1', 'A');
  assert.equal(guesses.exhausted('10.0.0.1', 'A'), false, 'the count begins anew');
});
