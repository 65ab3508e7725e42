import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SteadyClock } from './index.ts';

const aClock = () => {
  const at = { wall: 1_000_000, passed: 0 };
  const clock = new SteadyClock(
    () => at.wall,
    () => at.passed,
  );
  const wait = (ms: number, drift = 0) => {
    at.passed += ms;
    at.wall += ms + drift;
  };
  return { clock, wait, at };
};

test('a jump of the wall clock is reported and not followed (A13)', () => {
  for (const jump of [3 * 86_400_000, -86_400_000, 3_600_000, -3_600_000]) {
    const { clock, wait, at } = aClock();
    wait(5000);
    at.wall += jump;
    assert.equal(clock.now(), 1_005_000);
    assert.equal(clock.skew(), jump);
    wait(60_000);
    assert.equal(clock.now(), 1_065_000);
    at.wall -= jump;
    assert.equal(clock.skew(), 0, 'a clock that was put right is trusted again');
  }
});

test('small corrections are followed slowly', () => {
  const { clock, wait, at } = aClock();
  at.wall += 1000;
  for (let i = 0; i < 60; i++) {
    wait(1500);
    clock.now();
  }
  assert.ok(Math.abs(clock.now() - at.wall) <= 1, `${clock.now()} and ${at.wall}`);
});

test('time never goes backwards, whatever the wall clock does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ ms: fc.nat(5000), drift: fc.integer({ min: -4000, max: 4000 }) })),
      (steps) => {
        const { clock, wait } = aClock();
        let last = clock.now();
        for (const { ms, drift } of steps) {
          wait(ms, drift);
          const now = clock.now();
          assert.ok(now >= last);
          last = now;
        }
      },
    ),
  );
});
