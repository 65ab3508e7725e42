import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SetClock } from '#kernel/time';
import { Breaker } from './breaker.ts';

test('five failures open the circuit for fifteen seconds, then one may try', () => {
  const clock = new SetClock(0);
  const breaker = new Breaker(clock);
  for (let i = 0; i < 5; i++) {
    assert.ok(breaker.mayTry());
    breaker.failed();
  }
  assert.ok(!breaker.mayTry());
  clock.set(14_999);
  assert.ok(!breaker.mayTry());
  clock.set(15_000);
  assert.ok(breaker.mayTry());
  assert.ok(!breaker.mayTry(), 'only one tries');
  breaker.failed();
  assert.ok(!breaker.mayTry(), 'one failure opens it again');
  clock.set(30_000);
  assert.ok(breaker.mayTry());
  breaker.succeeded();
  assert.ok(breaker.mayTry() && breaker.mayTry());
});

test('a success in between starts the count anew', () => {
  const breaker = new Breaker(new SetClock(0));
  for (let i = 0; i < 20; i++) {
    if (i % 4 === 3) breaker.succeeded();
    else breaker.failed();
    assert.ok(breaker.mayTry());
  }
});
