import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemActor } from '#kernel/actor';
import { SetClock } from '#kernel/time';
import { withClient } from '#platform/db';
import { createLog } from '#platform/log';
import { aCtx, aDatabase, aWorkingMorning } from '#test/database';
import { prepare, sameUser } from '#test/prepare';
import { migrateJobs } from './engine.ts';
import { purgeSessionsJob } from './purge-sessions.ts';
import { startWorker } from './worker.ts';

// Run by hand, this file prepares for itself: it needs the address of the worker's role.
const prepared = process.env['TEST_WORKER'] ? undefined : await prepare();
Object.assign(process.env, prepared?.env);
const db = await aDatabase();
const workerUrl = sameUser(process.env['TEST_WORKER'] ?? '', db.name);
after(() => prepared?.stop());

describe('the worker', () => {
  it('has an engine that only the worker role may feed, made as often as one likes', async () => {
    await migrateJobs(db.ownerUrl);
    await migrateJobs(db.ownerUrl);
    const may = await db.sql<{ role: string; may: boolean }>(
      `select r as role, has_schema_privilege(r, 'graphile_worker', 'usage') as may
       from unnest(array['motcua_worker', 'motcua_web']) r`,
    );
    assert.deepEqual(may, [
      { role: 'motcua_worker', may: true },
      { role: 'motcua_web', may: false },
    ]);
    const open = await db.sql(
      `select c.relname from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r'
         and c.relrowsecurity and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'worker_all')`,
    );
    assert.deepEqual(open, []);
  });

  it('reacts within half a second, runs its loops, wakes by cron, and stops when told', async () => {
    await migrateJobs(db.ownerUrl);
    const clock = new SetClock(aWorkingMorning);
    const heard = Promise.withResolvers<number>();
    const looped = Promise.withResolvers<void>();
    const woken: string[] = [];
    const worker = startWorker({
      db: db.worker,
      url: workerUrl,
      clock,
      log: createLog('test', 'silent'),
      ctxFor: (name) => aCtx(db.worker, systemActor(name), clock),
      reactions: [
        {
          name: 'hearing',
          topics: ['unit.renamed'],
          async react() {
            heard.resolve(performance.now());
          },
        },
      ],
      jobs: [
        {
          name: 'test.loop',
          wake: { everyMs: 20 },
          async run() {
            looped.resolve();
            throw new Error('a job that fails does not end the loop');
          },
        },
        {
          name: 'test.cron',
          wake: { cron: '* * * * *' },
          async run(ctx) {
            woken.push(ctx.actor.kind);
            return 1;
          },
        },
      ],
    });
    await looped.promise;
    const put = performance.now();
    await db.sql(`select outbox.put($1, gen_random_uuid(), now(), 'unit.renamed', 'u', '{}')`, [
      '018f0000-0000-7000-8000-000000000001',
    ]);
    assert.ok((await heard.promise) - put < 1500, 'polling is at most 500 ms apart');
    // What cron would do at the next full minute.
    await untilTrue(() =>
      withClient(workerUrl, (client) =>
        client.query(`select graphile_worker.add_job('test.cron', '{}')`),
      ).then(
        () => true,
        () => false,
      ),
    );
    await untilTrue(async () => woken.length > 0);
    assert.deepEqual(woken, ['system']);
    await worker.stop();
    const left = await db.sql(`select 1 from graphile_worker._private_jobs`);
    assert.deepEqual(left, []);
  });

  it('sweeps ended sessions away and leaves the others', async () => {
    const at = (hours: number) => new Date(aWorkingMorning + hours * 3600_000);
    for (const [hash, idle, ends] of [
      ['a', -1, 5],
      ['b', 1, -1],
      ['c', 1, 5],
    ] as const)
      await db.sql(`select sessions.start($1::bytea, 'visitor', null, '{}', $2, $3, $4, '')`, [
        hash,
        at(-2),
        at(idle),
        at(ends),
      ]);
    const ctx = aCtx(db.worker, systemActor('test'));
    assert.equal(await purgeSessionsJob.run(ctx), 2);
    assert.deepEqual(await db.sql(`select convert_from(token_hash, 'UTF8') as hash from sessions.session`), [
      { hash: 'c' },
    ]);
  });
});

async function untilTrue(holds: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    if (await holds()) return;
    await sleep(50);
  }
  assert.fail('it did not become true');
}
