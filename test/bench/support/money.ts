import { somePayments } from '#builders/payments';
import { askOnce } from '#capabilities/payments';
import { systemActor } from '#kernel/actor';
import { asDong } from '#kernel/money';
import { systemClock } from '#kernel/time';
import { openDatabase } from '#platform/db';
import type { Gateway } from '#ports/payments';
import type { Ground } from '../../faults/support/ground.ts';
import { aCtx } from '../../support/database.ts';
import { type Spread, spread } from './figures.ts';
import type { Bench } from './rounds.ts';
import { ceilingOf } from './rounds.ts';

export interface MoneyFigures {
  /** Charges that a payment of its own settled, per second: asked at a gateway that answers at once, booked, with receipts and news. */
  readonly settled: Spread;
  /** The same ÷ commits of one row per second. */
  readonly ratio: Spread;
}

const price = 28_000;

/** So many dossiers that owe one fee and have a session at the gateway whose end is not yet known. */
export const openSessions = (ground: Pick<Ground, 'sql'>, count: number, mark: string): Promise<unknown> =>
  ground.sql(
    `with fresh as materialized (
       select n, gen_random_uuid() as dossier, gen_random_uuid() as charge, gen_random_uuid() as session from generate_series(1, $1::int) n),
     charges as (
       insert into payments.charge (home_unit, dossier_id, id, bill, dossier_code, owner_name, fee, kind, name, amount, full_amount, due_at,
         procedure_code, procedure_name, table_version, payee, raised_at)
       select u.id, dossier, charge, '7K3Q9ZPM2C4E', 'H01.1-261125-' || $2::text || n, 'Nguyễn Thị Hoa', 'phi', 'phi', 'Phí', ${price}, ${price}, 'submission',
         '1.001193', 'Khai sinh', 1, u.id, now()
       from fresh cross join lateral (select id from organisations.unit order by id offset n % 6 limit 1) u returning home_unit, id),
     sessions as (
       insert into payments.session (home_unit, id, dossier_id, bill, gateway, reference, amount, payee, state, begun_at, until, ask_at)
       select c.home_unit, f.session, f.dossier, '7K3Q9ZPM2C4E', 'npp', $2::text || lpad(f.n::text, 12, '0'), ${price}, c.home_unit, 'open', now(),
         now() + interval '15 minutes', now() from fresh f join charges c on c.id = f.charge)
     insert into payments.session_line (home_unit, session_id, dossier_id, charge_id, amount)
     select c.home_unit, f.session, f.dossier, f.charge, ${price} from fresh f join charges c on c.id = f.charge`,
    [count, mark],
  );

/** A gateway that says at once that everything was paid. */
const paidAtOnce: Gateway = {
  key: 'npp',
  name: 'Cổng trả lời ngay',
  orderLivesMs: 900_000,
  begin: async () => ({ kind: 'unclear', why: 'not asked here' }),
  ask: async ({ reference, at }) => ({
    kind: 'answered',
    value: { reference, state: 'captured', amount: asDong(price), transaction: reference, bank: 'VCB', at },
  }),
  bill: async () => ({ kind: 'unclear', why: 'not asked here' }),
  readNotice: () => ({ kind: 'forged', why: 'not heard here' }),
  answerNotice: () => ({ status: 404, contentType: 'text/plain', body: '' }),
};

/** What the worker settles in a second, beside a database that does nothing else. */
export async function settling(bench: Bench, workerUrl: string): Promise<MoneyFigures> {
  const { ground, plan, note } = bench;
  note('payments settled');
  const db = openDatabase({
    url: workerUrl,
    max: 4,
    applicationName: 'bench money',
    statementTimeout: 60_000,
  });
  const ctx = { ...aCtx(db, systemActor('payments.ask-gateways')), clock: systemClock };
  const services = somePayments([paidAtOnce]);
  const settled: number[] = [];
  const ratios: number[] = [];
  try {
    for (let round = 0; round <= plan.rounds; round++) {
      await openSessions(ground, plan.seconds * 1000, `B${round}X`);
      const begun = performance.now();
      let done = 0;
      for (;;) {
        const some = await askOnce(ctx, services);
        if (some === 0) break;
        done += some;
      }
      const perSecond = (done * 1000) / (performance.now() - begun);
      // The first round warms the statements.
      if (round === 0) continue;
      const alone = await ceilingOf(
        bench,
        {
          text: `insert into payments.receipt_book (unit_id, symbol, next) values (gen_random_uuid(), 'B' || :n, 1)`,
          most: 1_000_000,
        },
        1,
      );
      settled.push(perSecond);
      ratios.push(perSecond / (alone.pgbench ?? alone.loop));
    }
  } finally {
    await db.close();
  }
  return { settled: spread(settled), ratio: spread(ratios) };
}
