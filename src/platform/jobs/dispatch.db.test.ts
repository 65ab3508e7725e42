import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { systemActor } from '#kernel/actor';
import { type OfficerId, uuidv7 } from '#kernel/ids';
import { SetClock } from '#kernel/time';
import { type Query, systemScope } from '#platform/db';
import { createLog } from '#platform/log';
import { aCtx, aDatabase, type TestDatabase } from '#test/database';
import { listStuckEvents, retryStuckEvent } from './attention.ts';
import { type Dispatching, dispatchOnce, drainOutbox, mostTries } from './dispatch.ts';
import type { OutboxEvent, Reaction } from './types.ts';

const start = Date.UTC(2026, 10, 25, 2, 0);
const unit = uuidv7(start);

function dispatching(db: TestDatabase, ...reactions: Reaction[]): Dispatching & { clock: SetClock } {
  const clock = new SetClock(start);
  return {
    db: db.worker,
    clock,
    reactions,
    log: createLog('test', 'silent'),
    ctxFor: (name) => aCtx(db.worker, systemActor(name), clock),
  };
}

async function put(db: TestDatabase, subject: string, seq: number, topic = 'dossier.accepted', at = start) {
  const id = uuidv7(at);
  await db.sql('select outbox.put($1, $2, $3, $4, $5, $6)', [
    unit,
    id,
    new Date(at),
    topic,
    subject,
    { seq },
  ]);
  return id;
}

const sql = <P extends object>(name: string, text: string, ...order: string[]): Query<P, unknown> => ({
  name: `test.${name}`,
  text,
  order,
  row: z.unknown(),
});
const note = sql<{ id: string }>('note', 'insert into noted (event) values ($1)', 'id');
const die = sql('die', 'select pg_terminate_backend(pg_backend_pid())');

/** An officer whose post stands in the database, which asks for the role itself. */
async function anOfficerOf(db: TestDatabase, role: 'system-administrator' | 'specialist', at: number) {
  const officer = uuidv7(start) as OfficerId;
  await db.sql(
    `insert into organisations.unit (id, key, code, name, short_name, kind, valid_from)
     values ($1, 'u', 'H01', 'u', 'u', 'department', '2025-07-01') on conflict do nothing`,
    [unit],
  );
  await db.sql(
    `insert into identity.officer (id, name, name_folded, email, created_at) values ($1, 'A', 'a', 'a@example.vn', $2)`,
    [officer, new Date(start)],
  );
  await db.sql(
    'insert into identity.post (id, officer_id, unit_id, role, valid_from) values ($1, $2, $3, $4, $5)',
    [uuidv7(start), officer, unit, role, new Date(start)],
  );
  return aCtx(
    db.web,
    { kind: 'officer', officer, name: 'A', posts: [], readableUnits: [], everywhere: false },
    new SetClock(at),
  );
}

/** Notes each delivery as a row, by a transaction of its own that enlists in the event's. */
const noting = (seen: OutboxEvent[], then: (event: OutboxEvent) => void = () => {}): Reaction => ({
  name: 'noting',
  topics: (topic) => topic.startsWith('dossier.'),
  async react(event, { ctx }) {
    seen.push(event);
    await ctx.db.transact(systemScope, (transactor) => transactor.rows(note, { id: event.id }));
    then(event);
  },
});
// Opened before the first test, so that they are closed after the last.
const opened: TestDatabase[] = [];
for (let n = 0; n < 7; n++) {
  const db = await aDatabase();
  await db.sql('create table noted (event uuid)');
  await db.sql('grant all on noted to motcua_worker');
  opened.push(db);
}
const aNotingDatabase = (): TestDatabase => {
  const db = opened.pop();
  assert.ok(db);
  return db;
};
const noted = async (db: TestDatabase) => (await db.sql('select event from noted')).length;
const waiting = async (db: TestDatabase) =>
  (await db.sql('select 1 from outbox.event where done_at is null')).length;

describe('the dispatcher of the outbox', () => {
  it('hands each event to the reactions that it concerns, once', async () => {
    const db = aNotingDatabase();
    const seen: OutboxEvent[] = [];
    await put(db, 'one', 1);
    await put(db, 'two', 1, 'unit.renamed');
    const given = dispatching(db, noting(seen));
    assert.equal(await drainOutbox(given), 2);
    assert.equal(await drainOutbox(given), 0);
    assert.deepEqual(
      seen.map((event) => event.subject),
      ['one'],
    );
    assert.equal(await noted(db), 1);
  });

  it('keeps the order of acts within a subject, whatever the clock and the identifiers say', async () => {
    const db = aNotingDatabase();
    const seen: OutboxEvent[] = [];
    for (const seq of [5, 3, 4, 1, 2])
      for (const subject of ['a', 'b', 'c'])
        await put(db, subject, seq, 'dossier.x', start - seq * 86_400_000);
    await drainOutbox({ ...dispatching(db, noting(seen)), lanes: 3 });
    for (const subject of ['a', 'b', 'c']) {
      const order = seen.filter((event) => event.subject === subject).map((event) => event.payload['seq']);
      assert.deepEqual(order, [1, 2, 3, 4, 5]);
    }
  });

  it('loses nothing and doubles nothing when it dies in the middle', async () => {
    const db = aNotingDatabase();
    const seen: OutboxEvent[] = [];
    await put(db, 'one', 1);
    let kills = 3;
    const reaction: Reaction = {
      ...noting(seen),
      async react(event, reacting) {
        await noting(seen).react(event, reacting);
        // The connection ends between the effect and the mark, as it does when the process is killed.
        if (kills-- > 0) await reacting.transactor.rows(die, {});
      },
    };
    const given = dispatching(db, reaction);
    for (let turn = 0; turn < 3; turn++) await assert.rejects(dispatchOnce(given));
    assert.equal(await noted(db), 0);
    assert.equal(await waiting(db), 1);
    await drainOutbox(given);
    assert.equal(seen.length, 4);
    assert.equal(await noted(db), 1);
    assert.deepEqual(await db.sql('select tries from outbox.event'), [{ tries: 0 }]);
  });

  it('two workers at one outbox share it', async () => {
    const db = aNotingDatabase();
    const seen: OutboxEvent[] = [];
    for (let n = 0; n < 30; n++) await put(db, `s${n % 6}`, n);
    const given = dispatching(db, noting(seen));
    await Promise.all([drainOutbox(given), drainOutbox(given), drainOutbox(given)]);
    await drainOutbox(given);
    assert.equal(seen.length, 30);
    assert.equal(await noted(db), 30);
    for (let subject = 0; subject < 6; subject++) {
      const order = seen
        .filter((event) => event.subject === `s${subject}`)
        .map((event) => Number(event.payload['seq']));
      assert.deepEqual(
        order,
        order.toSorted((a, b) => a - b),
      );
    }
  });

  it('tries again with a growing pause, keeps the subject in order, and leaves what never works to a human', async () => {
    const db = aNotingDatabase();
    const seen: OutboxEvent[] = [];
    const bad = await put(db, 'one', 1);
    await put(db, 'one', 2);
    await put(db, 'other', 1);
    const given = dispatching(
      db,
      noting(seen, (event) => {
        if (event.id === bad) throw new Error('not today');
      }),
    );
    await drainOutbox(given);
    const others = () => seen.filter((event) => event.id !== bad);
    assert.deepEqual(
      others().map((event) => event.subject),
      ['other'],
    );
    const pauses: number[] = [];
    let last = start;
    for (let second = 0; second < 700 && pauses.length < mostTries - 1; second++) {
      given.clock.set(start + second * 1000);
      const before = seen.length;
      await dispatchOnce(given);
      if (seen.length > before && seen.at(-1)?.id === bad) {
        pauses.push((given.clock.now() - last) / 1000);
        last = given.clock.now();
      }
    }
    assert.deepEqual(pauses, [1, 2, 4, 8, 16, 32, 64]);
    await drainOutbox(given);
    assert.deepEqual(
      others().map((event) => event.payload['seq']),
      [1, 2],
    );
    assert.equal(await noted(db), 2);

    const ctx = await anOfficerOf(db, 'system-administrator', last);
    const [stuck] = await listStuckEvents(ctx);
    assert.equal(stuck?.id, bad);
    assert.equal(stuck.tries, mostTries);
    assert.match(stuck.failure, /noting · Error · not today/);
    const outsiders = [aCtx(db.web), await anOfficerOf(db, 'specialist', last)];
    for (const other of outsiders) {
      assert.deepEqual(await listStuckEvents(other), []);
      assert.equal(await retryStuckEvent(other, { homeUnit: unit, id: bad }), false);
    }
    await db.sql(`update outbox.event set failure = $1 where id = $2`, [
      'noting · 550 <dao@example.vn> unknown, 089190000001',
      bad,
    ]);
    assert.equal((await listStuckEvents(ctx))[0]?.failure, 'noting · 550 <…> unknown, …');

    given.clock.set(last + 1);
    const mended = dispatching(db, noting([]));
    assert.equal(await drainOutbox(mended), 0);
    assert.equal(await retryStuckEvent(ctx, { homeUnit: unit, id: bad }), true);
    assert.equal(await drainOutbox(mended), 1);
    assert.deepEqual(await listStuckEvents(ctx), []);
    assert.equal(await retryStuckEvent(ctx, { homeUnit: unit, id: bad }), false, 'it is done');
    const journal = await db.sql('select actor_id, action, subject, details from audit.entry');
    assert.deepEqual(journal, [
      {
        actor_id: ctx.actor.kind === 'officer' ? ctx.actor.officer : '',
        action: 'outbox.retry',
        subject: `event:${bad}`,
        details: { topic: 'dossier.accepted' },
      },
    ]);
  });

  it('is not held up by a pause that a wrong clock wrote', async () => {
    const db = aNotingDatabase();
    await put(db, 'one', 1);
    await db.sql('update outbox.event set next_try_at = $1', [new Date(start + 3 * 86_400_000)]);
    assert.equal(await drainOutbox(dispatching(db, noting([]))), 1);
  });

  it('lets nobody but the system enlist', async () => {
    const db = aNotingDatabase();
    await put(db, 'one', 1);
    const reaction: Reaction = {
      name: 'as-a-citizen',
      topics: ['dossier.accepted'],
      react: (_, { ctx }) => ctx.db.transact({ kind: 'citizen', person: unit }, async () => {}),
    };
    assert.deepEqual(await dispatchOnce(dispatching(db, reaction)), { done: 0, failed: 1 });
  });
});
