import assert from 'node:assert/strict';
import { actOnDossier, dossierJobs } from '#capabilities/dossiers';
import { type Actor, systemActor } from '#kernel/actor';
import { type Clock, SetClock } from '#kernel/time';
import { SteadyClock } from '#platform/clock';
import { aCtx } from '#test/database';
import { assertTrue } from './support/judge.ts';
import { row } from './support/row.ts';
import { chance, times } from './support/seed.ts';
import { aWholeHouse } from './support/whole-house.ts';
import { code } from './support/workload.ts';

const hour = 3_600_000;
const day = 24 * hour;
const jumps = [3 * day, -day, hour, -hour, 400 * day, -1000, 999];

const { house } = await aWholeHouse();
const counter = 'officer:one-stop-officer@centreA';
const specialist = 'officer:specialist@committeeA';

/** The wall clock that anybody can set, and the time that passes, which nobody can. */
const world = { wall: house.clock.now(), passed: 0 };
const pass = (ms: number): void => {
  world.wall += ms;
  world.passed += ms;
};
const steady = new SteadyClock(
  () => world.wall,
  () => world.passed,
);

const sweepAll = async (clock: Clock): Promise<void> => {
  const ctx = { ...aCtx(house.db.worker, systemActor('time')), clock };
  for (const job of dossierJobs(house.services)) await job.run(ctx);
};
const dues = () =>
  house.db.sql('select code, due_date, due_minute, stage, state from dossiers.dossier order by code');
const falseAlarms = () =>
  house.db.sql<{ n: number }>(
    `select (select count(*)::int from dossiers.warning where kind = 'overdue-unannounced')
       + (select count(*)::int from dossiers.work where flags @> array['overdue-unannounced'])
       + (select count(*)::int from dossiers.act where kind in ('supplement-expired', 'draft-confirmed')) as n`,
  );

row(
  'A13',
  'jumps of the wall clock: nothing is overdue, nothing expires, no date moves, no act is older than the one before',
  { small: 40, full: 300 },
  async () => {
    const luck = chance('A13');
    const open = [];
    for (let i = 0; i < times(6, 60); i++) {
      const filed = await house.aDossier({ code, by: 'citizen1' });
      if (i % 3 > 0) await house.act(filed, 'accept', {}, counter);
      if (i % 3 === 2) {
        const papers = [{ demand: 'x', title: 'Bản sao', reason: 'Bị mờ' }];
        await house.act(filed, 'ask-supplement', { papers, reason: 'Thiếu', days: 2 }, specialist);
      }
      open.push(filed);
    }
    await sweepAll(steady);
    const before = await dues();
    for (const jump of luck.shuffle(jumps)) {
      world.wall += jump;
      pass(luck.whole(100, 900));
      await sweepAll(steady);
      assert.deepEqual(await dues(), before, `a jump of ${jump / 1000} s moved something`);
      assert.equal((await falseAlarms())[0]?.n, 0, `after a jump of ${jump / 1000} s something is overdue`);
      assert.equal(steady.skew() !== 0, Math.abs(jump) > 2000, `a jump of ${jump / 1000} s is told`);
      world.wall -= jump;
      pass(1100);
      assert.equal(steady.skew(), 0);
    }
    // An act while the wall clock stands in the past is signed with the time that has passed.
    world.wall -= day;
    pass(60_000);
    const officer: Actor = await house.actor(specialist);
    const accepted = open[1];
    assert.ok(accepted);
    const ctx = { ...aCtx(house.db.web, officer), clock: steady };
    const taken = await actOnDossier(ctx, house.services, accepted, 'take-over', {});
    assert.ok(taken.ok, JSON.stringify(taken));
    await assertTrue({ database: house.db.ownerUrl }, { I3: open.length, I6: 2 });

    // The same sweeps do speak when the time has truly passed: otherwise nothing above was proved.
    await sweepAll(new SetClock(house.clock.now() + 30 * day));
    await sweepAll(new SetClock(house.clock.now() + 30 * day));
    assert.ok(((await falseAlarms())[0]?.n ?? 0) > 0);
  },
);
