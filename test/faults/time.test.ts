import assert from 'node:assert/strict';
import { actOnDossier, type DossierRef, dossierJobs } from '#capabilities/dossiers';
import { closeShift, findShift, ownShiftFromBefore } from '#capabilities/payments';
import { type Actor, systemActor } from '#kernel/actor';
import { type Clock, SetClock } from '#kernel/time';
import { SteadyClock } from '#platform/clock';
import { aCtx } from '#test/database';
import { unitsOfHouse } from '#test/pages';
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

row(
  'A14',
  'waits of every kind move the due date as a clock that looks at each minute does',
  { small: 60, full: 900 },
  async () => {
    const luck = chance('A14');
    const begun = house.clock.now();
    const leader = 'officer:unit-leader@committeeA';
    const feeDesk = 'officer:fee-desk@centreA';
    for (let i = 0; i < times(14, 400); i++) {
      house.clock.set(begun + luck.whole(0, 20 * 24 * 60) * 60_000);
      const filed = await house.aWalkIn({ code });
      await house.act(filed, 'take-over', {}, specialist);
      for (let wait = luck.whole(1, 3); wait > 0; wait--) {
        const later = (): void => house.clock.set(house.clock.now() + luck.whole(1, 4 * 24 * 60) * 60_000);
        later();
        await waitOnce(luck.whole(0, 2), filed, later);
      }
    }
    house.clock.set(begun);
    await assertTrue({ database: house.db.ownerUrl }, { I3: times(14, 400), I6: times(10, 300) });

    async function waitOnce(kind: number, filed: DossierRef, later: () => void): Promise<void> {
      if (kind === 0) {
        await house.act(filed, 'pause', { reason: 'Chờ xác minh' }, leader);
        later();
        await house.act(filed, 'resume', {}, leader);
      } else if (kind === 1) {
        const papers = [{ demand: 'x', title: 'Bản sao', reason: 'Bị mờ' }];
        await house.act(filed, 'ask-supplement', { papers, reason: 'Thiếu', days: 30 }, specialist);
        later();
        await house.act(filed, 'confirm-supplement', {}, specialist);
      } else {
        const fee = `f${house.clock.now()}`;
        const asked = { fees: [{ id: fee, kind: 'le-phi', name: 'Lệ phí', amount: 20_000 }], reason: 'Luật' };
        await house.act(filed, 'ask-fee', asked, specialist);
        later();
        // Everything owed, so that nothing keeps the clock standing.
        const fees = (await house.view(filed, feeDesk)).state.fees
          .filter((each) => !each.paid)
          .map((each) => each.id);
        await closeOldTill(feeDesk);
        await house.act(filed, 'take-fee', { fees, receipt: 'BL' }, feeDesk);
      }
    }

    /** Days pass here: what was taken on an earlier one is counted first, as its officer has to. */
    async function closeOldTill(officer: typeof feeDesk): Promise<void> {
      const ctx = await house.ctx(officer);
      const old = await ownShiftFromBefore(ctx, [unitsOfHouse.centreA]);
      const look = old && (await findShift(ctx, old.id));
      if (!look) return;
      const counted = look.shift.float + look.till.balance;
      const closing = { shift: look.shift.id, counted, remark: '' };
      const closed = await closeShift(ctx, house.doors.payments, closing);
      assert.ok(closed.ok, closed.ok ? '' : closed.refusal.code);
    }
  },
);
