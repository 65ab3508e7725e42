import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openFeelWorker } from './feel-worker.ts';

const worker = openFeelWorker({ limitMs: 300, queue: 3 });
after(() => worker.close());

const endless = 'for i in 1..100000, j in 1..100000 return i * j';
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) =>
  outcome.ok ? 'done' : outcome.refusal?.code;

test('An expression of a draft is evaluated in the thread', async () => {
  const outcome = await worker.evaluate('a + age on("2000-02-03", "2026-02-02")', { a: 1 });
  assert.deepEqual(outcome, { ok: true, value: 26 });
  assert.equal(codeOf(await worker.evaluate('a +', {})), 'feel-syntax');
});

test('What runs too long is ended and refused; the next call is answered, and we were never blocked', async () => {
  let ticks = 0;
  const beat = setInterval(() => (ticks += 1), 10);
  const slow = worker.evaluate(endless, {});
  const following = worker.evaluate('1 + 1', {});
  assert.equal(codeOf(await slow), 'too-slow');
  assert.deepEqual(await following, { ok: true, value: 2 });
  clearInterval(beat);
  assert.ok(ticks > 10, `the serving thread ran on (${ticks} beats)`);
});

test('What fills the memory ends the thread, not the process', async () => {
  const patient = openFeelWorker({ limitMs: 20_000 });
  const outcome = await patient.evaluate('for i in 1..3000, j in 1..3000 return [i]', {});
  assert.equal(codeOf(outcome), 'too-large');
  assert.deepEqual(await patient.evaluate('2', {}), { ok: true, value: 2 });
  await patient.close();
});

test('The queue is bounded, and closing answers all who wait', async () => {
  const other = openFeelWorker({ limitMs: 5000, queue: 2 });
  const all = [1, 2, 3, 4, 5].map(() => other.evaluate(endless, {}));
  assert.equal(codeOf(await (all[4] ?? assert.fail())), 'too-busy');
  await other.close();
  const codes = (await Promise.all(all)).map(codeOf);
  assert.ok(
    codes.every((code) => code === 'closed' || code === 'too-busy'),
    codes.join(),
  );
  assert.equal(codeOf(await other.evaluate('1', {})), 'closed');
});
