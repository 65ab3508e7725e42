import { type UnitId, uuidv7 } from '#kernel/ids';
import { dateOfDayNumber, dayNumberOf, localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { json } from '#platform/db';
import type { Job } from '#platform/jobs';
import {
  closeReturned,
  dayFacts,
  endRun,
  noteDifference,
  takeRun,
  unresolvedRows,
  wantRun,
} from './queries/index.ts';
import { readMoneyFiles } from './read-files.ts';
import { reconcile } from './reconcile.ts';
import type { MatchingServices } from './services.ts';
import { settleTransfers } from './settle-transfers.ts';

/** Longer than a comparison may take: whoever began it is gone. */
const leaseMs = 300_000;
const iso = (at: number): string => new Date(at).toISOString();

/** Compares the days that somebody, a file or the morning has asked for, one wish at a time. */
export async function matchWanted(ctx: Ctx, services: MatchingServices): Promise<number> {
  const now = ctx.clock.now();
  const scope = scopeOf(ctx.actor);
  const run = await ctx.db.transact(scope, (transactor) =>
    transactor.find(takeRun, { now: iso(now), until: iso(now + leaseMs) }),
  );
  if (!run) return 0;
  const unit = (await services.keeper()) ?? run.unit_id;
  const result = await reconcile(ctx, services, {
    gateway: run.gateway,
    from: run.from_day,
    to: run.to_day,
    unit,
  });
  await ctx.db.transact(scope, (transactor) =>
    transactor.get(endRun, { id: run.id, at: iso(ctx.clock.now()), result: json(result) }),
  );
  return 1;
}

/**
 * In the early morning: the day before is compared once more, also with what the night has brought; where money moved at
 * a gateway and no file of it came, somebody is asked to fetch it.
 */
export async function matchYesterday(ctx: Ctx, services: MatchingServices): Promise<number> {
  const now = ctx.clock.now();
  const day = dateOfDayNumber((dayNumberOf(localDate(now)) ?? 0) - 1);
  const unit = await services.keeper();
  if (!unit) return 0;
  for (const { key } of services.gateways)
    await ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
      const facts = await transactor.get(dayFacts, { gateway: key, day });
      if (facts.there)
        await transactor.get(wantRun, {
          id: uuidv7(now),
          gateway: key,
          from: day,
          to: day,
          unit,
          at: iso(now),
          by: '',
        });
      else if (facts.moved)
        await transactor.get(noteDifference, {
          difference: json(fileMissing(key, day, unit, now)),
        });
    });
  return services.gateways.length;
}

const fileMissing = (gateway: string, day: string, unit: UnitId, now: number) => ({
  kind: 'file-missing',
  gateway,
  reference: day,
  day,
  unit,
  keptBy: unit,
  at: iso(now),
});

/**
 * Looks for what has no end, and closes transfers that were marked to be given back and have been.
 * @returns how much without an end there is.
 */
export async function findUnresolved(ctx: Ctx, services: Pick<MatchingServices, 'keeper'>): Promise<number> {
  const unit = (await services.keeper()) ?? null;
  const now = iso(ctx.clock.now());
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    // First, so that a rest of the money has its item at once.
    await transactor.rows(closeReturned, { now });
    return (await transactor.get(unresolvedRows, { unit, now })).found;
  });
}

/** Everything of matching that happens without somebody asking for it. */
export const matchingJobs = (services: MatchingServices): readonly Job[] => [
  readMoneyFiles(services),
  settleTransfers(services),
  { name: 'payments.match-days', wake: { everyMs: 2000 }, run: (ctx) => matchWanted(ctx, services) },
  // 05:00 in Viet Nam: files of the day before come in the night.
  {
    name: 'payments.match-yesterday',
    wake: { cron: '0 22 * * *' },
    run: (ctx) => matchYesterday(ctx, services),
  },
  {
    name: 'payments.find-unresolved',
    wake: { cron: '*/5 * * * *' },
    run: (ctx) => findUnresolved(ctx, services),
  },
];
