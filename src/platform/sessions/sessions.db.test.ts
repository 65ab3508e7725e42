import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SetClock } from '#kernel/time';
import { aDatabase, aWorkingMorning } from '#test/database';
import { Sessions } from './index.ts';

const db = await aDatabase();
const minute = 60_000;

test('a session lives on by what a person asks, not by what an open page asks by itself', async () => {
  const clock = new SetClock(aWorkingMorning);
  const sessions = new Sessions(db.web, clock, '5e'.repeat(32));
  const start = clock.now();
  const token = await sessions.start('officer', null, {}, 'test');
  const other = await sessions.start('officer', null, {}, 'test');
  for (let at = 5; at < 30; at += 5) {
    clock.set(start + at * minute);
    assert.ok(await sessions.find(token, false), `asked by the page after ${at} minutes`);
    assert.ok(await sessions.find(other), `asked by the person after ${at} minutes`);
  }
  clock.set(start + 30 * minute);
  assert.equal(await sessions.find(token, false), undefined);
  assert.equal((await sessions.find(other))?.idleUntil, start + 60 * minute);
});

test('a person who asks right after the page did is counted', async () => {
  const clock = new SetClock(aWorkingMorning);
  const sessions = new Sessions(db.web, clock, '5e'.repeat(32));
  const start = clock.now();
  const token = await sessions.start('officer', null, {}, 'test');
  clock.set(start + 29 * minute);
  await sessions.find(token, false);
  await sessions.find(token);
  clock.set(start + 40 * minute);
  assert.ok(await sessions.find(token));
});
