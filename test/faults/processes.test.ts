import assert from 'node:assert/strict';
import path from 'node:path';
import { after } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { localDate, systemClock } from '#kernel/time';
import { DatabaseUnavailable } from '#platform/db';
import { Numbers } from '#platform/numbers';
import { unitsOfHouse } from '../support/pages/cast.ts';
import { aGround } from './support/ground.ts';
import { Journal } from './support/journal.ts';
import { assertTrue } from './support/judge.ts';
import { aMailSink } from './support/mail-sink.ts';
import { patient } from './support/patience.ts';
import { databaseProcesses, signal } from './support/processes.ts';
import { aProduct } from './support/product.ts';
import { row } from './support/row.ts';
import { chance, times } from './support/seed.ts';
import { codeOf, errands, percentile, press, submitAll } from './support/workload.ts';

// Web, worker and database of the test's own, which it may kill and freeze.
const ground = await aGround();
const mail = await aMailSink();
const product = await aProduct(ground, { MAIL: mail.url });
after(async () => {
  await product.stop();
  await mail.close();
});
const journal = new Journal(path.join(ground.folder, 'journal.jsonl'));
after(() => journal.close());
const evidence = {
  database: ground.ownerUrl,
  journal: journal.file,
  files: path.join(ground.folder, 'files'),
  logs: [product.log, path.join(ground.folder, 'postgres', 'postgres.log')],
};
journal.canary('089190000001');
journal.canary('Nguyễn Thị Lan');

row(
  'A2',
  'a worker killed between an effect and its mark goes on with the same outward key',
  { small: 60, full: 1800 },
  async () => {
    const luck = chance('A2');
    const kills = times(3, 500);
    let struck = 0;
    let next = luck.whole(1, 4);
    mail.onTaken = () => {
      // The message has left, the sender does not know it yet.
      if (struck >= kills || --next > 0) return;
      next = luck.whole(2, 6);
      struck++;
      journal.fault('kill worker');
      signal([product.pid('worker')], 'SIGKILL');
    };
    const all = await errands(product, times(24, 2500));
    await submitAll(product, journal, luck, all, { clients: 4, giveUpMs: 30_000 });
    const waiting = () =>
      ground.sql<{ events: number; letters: number; sent: number }>(
        `select (select count(*)::int from outbox.event where done_at is null) as events,
         (select count(*)::int from messages.delivery where state <> 'sent') as letters,
         (select count(*)::int from messages.delivery where state = 'sent') as sent`,
      );
    const endMs = patient(times(45_000, 1_500_000));
    const begun = performance.now();
    for (;;) {
      const [left] = await waiting();
      if (left?.events === 0 && left.letters === 0) break;
      assert.ok(performance.now() - begun < endMs, `still waiting: ${JSON.stringify(left)}`);
      await sleep(200);
    }
    mail.onTaken = () => {};
    assert.equal(struck, kills, 'the worker was killed as often as meant');
    const [{ sent } = { sent: 0 }] = await waiting();
    const distinct = new Set(mail.taken.map((letter) => letter.messageId));
    assert.ok(sent >= all.length, 'each submission was told about');
    assert.equal(distinct.size, sent, 'each message has one outward key, however often it was sent');
    assert.ok(mail.taken.length > distinct.size, 'some were sent again');
    const [twice] = await ground.sql<{ n: number }>(
      `select count(*)::int as n from (select 1 from messages.delivery group by dossier_code, kind, address having count(*) > 1) d`,
    );
    assert.equal(twice?.n, 0, 'nobody is told the same thing twice');
    await assertTrue(evidence, { I1: all.length, I5: all.length, I7: all.length });
  },
);

row(
  'A1',
  'kill -9 of the web process during submissions loses and doubles nothing',
  { small: 60, full: 900 },
  async () => {
    const luck = chance('A1');
    const kills = times(4, 200);
    const all = await errands(product, times(250, 12_000));
    const backMs = patient(20_000);
    let running = true;
    const killer = (async () => {
      const recovered: number[] = [];
      for (let i = 0; i < kills && running; i++) {
        await sleep(luck.whole(100, 700));
        journal.fault('kill web');
        signal([product.pid('web')], 'SIGKILL');
        recovered.push(await product.untilReady(backMs));
      }
      return recovered;
    })();
    const run = await submitAll(product, journal, luck, all, { clients: times(20, 50), giveUpMs: 30_000 });
    running = false;
    const recovered = await killer;
    assert.ok(recovered.length > 0, 'somebody was killed while others submitted');
    assert.deepEqual(run.refused, [], `nobody was refused because of a retry: ${product.complaints()}`);
    assert.ok(run.tries > all.length, 'some had to press again');
    for (const errand of luck.shuffle(all).slice(0, 20)) {
      const n = journal.ask({ client: 'again', what: 'submit', key: errand.draft, body: errand.hash });
      const known = await codeOf(product, errand);
      assert.ok(known, 'the confirmation names the code');
      journal.answer(n, { outcome: 'done', code: known });
    }
    await assertTrue(evidence, { I1: all.length, I2: all.length, I3: all.length, I5: all.length });
    assert.ok(
      percentile(run.waits, 0.99) < patient(15_000),
      `success after ${Math.round(percentile(run.waits, 0.99))} ms (p99), ready again after ${Math.round(Math.max(...recovered))} ms`,
    );
  },
);

row(
  'A3',
  'kill -9 of the database and its children: 503, nothing acknowledged is lost, back within 15 s',
  { small: 60, full: 900 },
  async () => {
    const luck = chance('A3');
    for (let i = 0; i < times(2, 20); i++) {
      const all = await errands(product, times(150, 600));
      const backMs = patient(15_000);
      const web = product.pid('web');
      const work = submitAll(product, journal, luck, all, { clients: 16, giveUpMs: 40_000 });
      await sleep(luck.whole(20, 250));
      journal.fault('kill database');
      const victims = databaseProcesses(ground.folder);
      signal(luck.shuffle(victims), 'SIGKILL');
      await product.untilReady(backMs);
      const run = await work;
      assert.deepEqual(
        run.refused,
        [],
        `nobody saw an error page because of a retry: ${product.complaints()}`,
      );
      assert.equal(run.withoutRetryAfter, 0, 'each 503 says when to come again');
      assert.equal(product.pid('web'), web, 'the web process lived through it');
      await assertTrue(evidence, { I1: all.length, I2: all.length });
    }
    await numbersOutliveIt();
  },
);

/** With nobody else at work, whose commits would carry the counter to the disk along with their own. */
async function numbersOutliveIt(): Promise<void> {
  const backMs = patient(15_000);
  const unit = unitsOfHouse.centreA;
  const take = (): Promise<number> =>
    new Numbers(product.db).take(unit, localDate(systemClock.now()), 'crash');
  const given = await take();
  signal(databaseProcesses(ground.folder), 'SIGKILL');
  journal.fault('kill database');
  const killed = performance.now();
  const again = async (): Promise<number> => {
    try {
      return await take();
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable) || performance.now() - killed > backMs) throw error;
      await sleep(50);
      return again();
    }
  };
  assert.ok((await again()) > given, 'a number given before the crash was given again after it');
  await product.untilReady(backMs);
}

row(
  'A4',
  'a frozen database: requests end, static pages go on, and after the thaw all is well',
  { small: 60, full: 180 },
  async () => {
    const mostMs = patient(3500);
    const frozenMs = mostMs + times(1500, 26_500);
    const all = await errands(product, times(80, 800));
    const pids = databaseProcesses(ground.folder);
    const asset =
      /href="(\/tai-nguyen\/[^"]+\.css)"/.exec((await product.request('GET', '/')).text)?.[1] ?? '';
    const waits: number[] = [];
    const statics: number[] = [];
    const statuses = new Map<number, number>();
    signal(pids, 'SIGSTOP');
    journal.fault('freeze database');
    const begun = performance.now();
    try {
      const ask = async (errand: (typeof all)[number]): Promise<void> => {
        const answer = await press(product, journal, 'frozen', errand, 25_000);
        waits.push(answer.ms);
        statuses.set(answer.status ?? 0, (statuses.get(answer.status ?? 0) ?? 0) + 1);
      };
      const crowd = Promise.all(
        Array.from({ length: 20 }, async (_, n) => {
          for (let i = n; performance.now() - begun < frozenMs - mostMs; i += 20)
            await ask(all[i % all.length]!);
        }),
      );
      while (performance.now() - begun < frozenMs) {
        const page = await product.request('GET', asset, { timeoutMs: 10_000 });
        assert.equal(page.status, 200);
        statics.push(page.ms);
        await sleep(100);
      }
      await crowd;
    } finally {
      signal(pids, 'SIGCONT');
    }
    const thawed = performance.now();
    const run = await submitAll(product, journal, chance('A4'), all, { clients: 8, giveUpMs: 10_000 });
    const normal = performance.now() - thawed;
    assert.deepEqual([...statuses.keys()], [503], `frozen answers: ${JSON.stringify([...statuses])}`);
    const slowest = Math.max(...waits);
    assert.ok(slowest <= patient(3500), `a request waited ${Math.round(slowest)} ms`);
    assert.ok(
      percentile(statics, 0.99) < patient(500),
      `a static file took ${Math.round(percentile(statics, 0.99))} ms`,
    );
    assert.deepEqual(run.refused, [], product.complaints());
    assert.ok(
      normal < patient(times(10_000, 20_000)),
      `all ${all.length} were submitted ${Math.round(normal)} ms after the thaw`,
    );
    const metrics = (await product.request('GET', '/metrics')).text;
    const lag = Number(/nodejs_eventloop_lag_p99_seconds\{[^}]*web[^}]*\} ([\d.e-]+)/.exec(metrics)?.[1]);
    assert.ok(lag < patient(0.1), `event loop lag p99 ${lag} s`);
    await assertTrue(evidence, { I1: all.length, I2: all.length });
  },
);
