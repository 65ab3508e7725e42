import { z } from 'zod';
import { bankCash, closeShift, findShift, openShift } from '#capabilities/payments';
import type { OfficerActor } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import type { Outcome } from '#kernel/outcome';
import { instantAt, localDate, type PlainDate, SetClock } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { systemScope } from '#platform/db';
import { inBatch } from './batch.ts';
import { chanceFor } from './chance.ts';
import type { StageSet } from './stage-set.ts';
import { statement } from './statement.ts';
import type { Teller } from './teller.ts';

interface OfDay {
  readonly unit: string;
  readonly officer: string;
  readonly day: string;
}
const found = z.object({ id: z.string() });
const dayOpened = `(opened_at at time zone 'Asia/Ho_Chi_Minh')::date`;

/** Without who closed it: nobody has counted it yet. */
const putAside = statement<OfDay, { id: string }>(
  'put-shift-aside',
  ['unit', 'officer', 'day'],
  found,
  `update payments.shift set closed_at = opened_at, expected = 0, counted = 0
   where unit_id = $1::uuid and officer_id = $2::uuid and closed_at is null and ${dayOpened} <> $3::date returning id`,
);
const takeUp = statement<OfDay, { id: string }>(
  'take-shift-up',
  ['unit', 'officer', 'day'],
  found,
  `update payments.shift set closed_at = null, expected = null, counted = null
   where unit_id = $1::uuid and officer_id = $2::uuid and closed_at is not null and closed_by is null and ${dayOpened} = $3::date returning id`,
);
const unfinished = statement<
  Record<never, never>,
  { unit: string; officer: string; id: string; day: string }
>(
  'unfinished-shifts',
  [],
  z.object({ unit: z.string(), officer: z.string(), id: z.string(), day: z.string() }),
  `select unit_id as unit, officer_id as officer, id, ${dayOpened}::text as day from payments.shift
   where closed_by is null order by ${dayOpened}, unit_id, officer_id`,
);

/** Offices close at 17:00; the money is counted after that. */
const closing = 17 * 60 + 4;
const perBatch = 40;

function done<T>(outcome: Outcome<T>, what: string): T {
  if (!outcome.ok) throw new Error(`A shift of the sample was not ${what}: ${outcome.refusal.code}`);
  return outcome.value;
}

/**
 * The shift of this officer on the day at which the story has arrived. Stories are told one after another, not day by day: the shift of
 * another day is put aside until its turn comes again, and `closeShifts` counts them all at the end.
 */
export async function atTheTill(teller: Teller, officer: OfficerActor): Promise<void> {
  const now = teller.clock.now();
  const day = localDate(now);
  const unit = teller.state.receiver;
  const ctx = teller.ctx(officer);
  const ofDay = { unit, officer: officer.officer, day };
  const there = await ctx.db.transact(scopeOf(officer), async (t) => {
    await t.rows(putAside, ofDay);
    return t.find(takeUp, ofDay);
  });
  if (there) return;
  const chance = chanceFor(1, `shift ${officer.officer} ${day}`);
  const clock = new SetClock(Math.min(now - 60_000, instantAt(day, 7 * 60 - chance.between(2, 14))));
  const opened = await openShift({ ...ctx, clock }, { unit, float: 50_000 * chance.between(2, 10) });
  // Open already: an earlier story of the same day has opened it.
  if (!opened.ok && opened.refusal.code !== 'shift-open') done(opened, 'opened');
}

/** Counts and closes every shift at the end of its day, but those of today; most go to the bank. */
export async function closeShifts(set: StageSet): Promise<number> {
  const today = localDate(set.now);
  const rows = await set.worker.read(systemScope, (reader) => reader.rows(unfinished, {}));
  for (let at = 0; at < rows.length; at += perBatch)
    await inBatch(set.web, async (db) => {
      for (const { unit, officer: id, id: shift, day } of rows.slice(at, at + perBatch)) {
        const officer = await set.officerById(id);
        const ctx = (minute: number): Ctx => ({
          clock: new SetClock(instantAt(day as PlainDate, minute)),
          actor: officer,
          locale: 'vi',
          db,
          log: set.log,
          requestId: 'sample-shifts',
        });
        const ofDay = { unit, officer: id, day };
        await db.transact(scopeOf(officer), async (t) => {
          await t.rows(putAside, ofDay);
          await t.rows(takeUp, ofDay);
        });
        // The last of its officer: it stays open.
        if (day === today) continue;
        await endOfDay(set, ctx, { shift, day: day as PlainDate });
      }
    });
  return rows.length;
}

async function endOfDay(
  set: StageSet,
  ctx: (minute: number) => Ctx,
  { shift, day }: { readonly shift: string; readonly day: PlainDate },
): Promise<void> {
  const chance = chanceFor(1, `close ${shift}`);
  const minute = closing + chance.below(12);
  const look = await findShift(ctx(minute), shift);
  if (!look) throw new Error('A shift of the sample is not there');
  const { till } = look;
  const services = { unit: (of: UnitId) => set.services.unit(of) };
  const counted = look.shift.float + till.balance;
  done(await closeShift(ctx(minute), services, { shift, counted, remark: '' }), 'closed');
  if (till.balance <= 0 || !chance.percent(80)) return;
  const number = `GNT ${day.slice(2).replaceAll('-', '')}-${String(chance.between(1, 99)).padStart(2, '0')}`;
  done(await bankCash(ctx(minute + 6), services, { shift, amount: till.balance, number, day }), 'banked');
}
