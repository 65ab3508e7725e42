import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '#platform/db';
import { signal } from '../../faults/support/processes.ts';
import { type Spread, spread } from './figures.ts';
import type { Loaded } from './load.ts';
import { type Bench, ceilingOf } from './rounds.ts';
import { sameRows } from './same-rows.ts';
import { numberedDrafts } from './scene.ts';

export interface SubmitFigures {
  readonly clients: number;
  readonly perSecond: Spread;
  readonly p50: Spread;
  readonly p99: Spread;
  /** By pgbench; undefined where there is none. */
  readonly ceiling: Spread | undefined;
  readonly loop: Spread;
  /** To the ceiling, or to the loop where there is none. */
  readonly ratio: Spread;
}

/** Submissions that are timed; the first ones of a round warm nothing up, the process is warm already. */
const perRound = (clients: number, seconds: number): number =>
  Math.round((clients === 1 ? 500 : 1500) * seconds);

/**
 * Durable submissions per second through HTTP and their ceiling, turn by turn. The worker stands still meanwhile, for what
 * it does with each (search words, notices, mail) is no part of the answer; `withWorker` says what is left beside it.
 * `judgedAnew`: per second by number of clients when nothing is kept of the check page, and the press reads and judges all.
 */
export async function submissions(bench: Bench): Promise<{
  readonly figures: readonly SubmitFigures[];
  readonly judgedAnew: ReadonlyMap<number, Spread>;
  readonly withWorker: number;
}> {
  const { ground, generator, plan, port, product, note } = bench;
  // Whoever presses has looked at the check page before; the looks are not counted.
  const ready = async (clients: number, looked = true): Promise<readonly string[]> => {
    const { looks, presses } = await bench.submissions(perRound(clients, plan.seconds));
    if (!looked) return presses;
    await generator.run({ port, clients: 8, requests: looks, total: looks.length, seconds: 60 }, 200);
    return presses;
  };
  const run = (clients: number, requests: readonly string[]): Promise<Loaded> =>
    generator.run({ port, clients, requests, total: requests.length, seconds: plan.seconds }, 303);
  note('submissions');
  // Until the compiler of the web process has seen the road often enough.
  for (let warm = 0; warm < 3; warm++) await run(8, await ready(8));
  const [made] = await ground.sql<{ id: string }>(
    'select id from dossiers.dossier where draft_id is not null order by id desc limit 1',
  );
  const numbered = 60_000;
  await numberedDrafts(ground, numbered);
  const statement = await sameRows(ground, made?.id ?? '', numbered);
  const worker = product.pid('worker');
  const rounds = new Map<number, { http: Loaded; ceiling: number | undefined; loop: number }[]>();
  const anew = new Map<number, number[]>([8, 32].map((clients) => [clients, []]));
  signal([worker], 'SIGSTOP');
  try {
    for (let round = 0; round < plan.rounds; round++)
      for (const clients of [1, 8, 32]) {
        // The drafts are made first and on disk before either side begins: neither pays for writing them.
        const requests = await ready(clients);
        await settle(bench);
        const alone = await ceilingOf(bench, statement, clients);
        await settle(bench);
        const http = await run(clients, requests);
        rounds.set(clients, [
          ...(rounds.get(clients) ?? []),
          { http, ceiling: alone.pgbench, loop: alone.loop },
        ]);
      }
    for (let round = 0; round < plan.rounds; round++)
      for (const [clients, all] of anew) {
        const requests = await ready(clients, false);
        await settle(bench);
        all.push((await run(clients, requests)).perSecond);
      }
  } finally {
    signal([worker], 'SIGCONT');
  }
  const withWorker = (await run(8, await ready(8))).perSecond;
  await ground.sql(
    "delete from dossiers.draft where dossier_id is null or id::text like '00000000-0000-7000-8000-%'",
  );
  return {
    figures: [...rounds].map(([clients, all]) => figuresOf(clients, all)),
    judgedAnew: new Map([...anew].map(([clients, all]) => [clients, spread(all)])),
    withWorker,
  };
}

/** Everything written so far is on disk, and the kernel has let go of it. */
async function settle({ rootUrl }: Bench): Promise<void> {
  await withClient(rootUrl, (client) => client.query('checkpoint'));
  await sleep(1000);
}

function figuresOf(
  clients: number,
  all: readonly { http: Loaded; ceiling: number | undefined; loop: number }[],
): SubmitFigures {
  const ceilings = all.flatMap(({ ceiling }) => (ceiling === undefined ? [] : [ceiling]));
  return {
    clients,
    perSecond: spread(all.map(({ http }) => http.perSecond)),
    p50: spread(all.map(({ http }) => http.p50)),
    p99: spread(all.map(({ http }) => http.p99)),
    ceiling: ceilings.length > 0 ? spread(ceilings) : undefined,
    loop: spread(all.map(({ loop }) => loop)),
    ratio: spread(all.map(({ http, ceiling, loop }) => http.perSecond / (ceiling ?? loop))),
  };
}
