import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dueOf } from './due.ts';
import { chance, randomCount, settings } from './testing/cases.ts';
import { NaiveClock } from './testing/naive.ts';

/** 1,000,000 in the full run. */
const cases = Number(process.env.DEADLINE_CASES ?? 10_000);
const seed = Number(process.env.DEADLINE_SEED ?? 20261119);

test(`${cases} random cases agree with the naive clock (seed ${seed})`, () => {
  const clocks = settings.map((one) => ({ ...one, naive: new NaiveClock(one.hours, one.days, 2023, 2032) }));
  const below = chance(seed);
  let extended = 0;
  let moved = 0;
  for (let i = 0; i < cases; i++) {
    const { name, calendar, naive } = clocks[i % clocks.length] as (typeof clocks)[number];
    const count = randomCount(below);
    const due = dueOf(calendar, count);
    assert(due.ok, `case ${i} on ${name}: ${JSON.stringify(count)}`);
    const { start, endOfDay, toTheMinute } = due.value;
    const expected = naive.due(count);
    if (start !== expected.start || endOfDay !== expected.endOfDay || toTheMinute !== expected.toTheMinute)
      assert.deepEqual(
        { start, endOfDay, toTheMinute },
        expected,
        `case ${i} on ${name}: ${JSON.stringify(count)}`,
      );
    if (count.waits?.length) extended++;
    if (start !== count.received) moved++;
  }
  assert(
    extended > cases / 5 && moved > cases / 5,
    'the cases reach suspended clocks and receipts outside hours',
  );
});
