import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { shortMemory } from './index.ts';

test('what was kept is found once', () => {
  const memory = shortMemory<{ n: number }>({ most: 10, forMs: 60_000 });
  memory.keep('a', { n: 1 });
  memory.keep('a', { n: 2 });
  assert.deepEqual(memory.take('a'), { n: 2 });
  assert.equal(memory.take('a'), undefined);
  assert.equal(memory.take('b'), undefined);
});

test('the oldest makes room, and nothing is found after its time', async () => {
  const memory = shortMemory<{ n: number }>({ most: 2, forMs: 20 });
  for (const n of [1, 2, 3]) memory.keep(String(n), { n });
  assert.equal(memory.take('1'), undefined);
  assert.deepEqual(memory.take('2'), { n: 2 });
  await sleep(40);
  assert.equal(memory.take('3'), undefined);
});
