import assert from 'node:assert/strict';
import { sameUser } from '../../support/prepare.ts';
import { aBareServer } from './bare.ts';
import { byLoop, byPgbench, findPgbench, type Statement } from './ceiling.ts';
import type { Generator, Loaded } from './load.ts';
import type { Scene } from './scene.ts';

export interface Plan {
  readonly rounds: number;
  readonly seconds: number;
}

/** Everything a measurement leans on. */
export interface Bench extends Scene {
  readonly generator: Generator;
  readonly plan: Plan;
  /** As the superuser, whom no policy concerns. */
  readonly rootUrl: string;
  readonly pgbench: string | undefined;
  readonly note: (line: string) => void;
}

export function aBench(scene: Scene, generator: Generator, plan: Plan, note: (line: string) => void): Bench {
  const rootUrl = sameUser(scene.ground.rootUrl, 'motcua');
  return { ...scene, generator, plan, rootUrl, pgbench: findPgbench(), note };
}

/** Per second: the statement alone by pgbench (undefined where there is none), and by a bare loop over the driver. */
export async function ceilingOf(
  { rootUrl, pgbench, plan }: Bench,
  statement: Statement,
  clients: number,
): Promise<{ pgbench: number | undefined; loop: number }> {
  const bench = pgbench && (await byPgbench(pgbench, rootUrl, statement, clients, Math.ceil(plan.seconds)));
  return { pgbench: bench || undefined, loop: await byLoop(rootUrl, statement, clients, plan.seconds) };
}

/** What one page makes of its SQL and of its machine. */
export interface PageRound {
  readonly page: Loaded;
  readonly sql: number | undefined;
  readonly loop: number;
  readonly bare: number;
}

/** A page, its SQL alone and a constant of the same size, turn by turn. */
export async function pageRounds(
  bench: Bench,
  requests: readonly string[],
  statement: Statement,
  clients: number,
  /** What the right page says; a form or a sentence of refusal has the same status. */
  says = /<h1/,
): Promise<readonly PageRound[]> {
  const { generator, plan, port, product } = bench;
  const job = { clients, requests, total: Number.MAX_SAFE_INTEGER, seconds: plan.seconds };
  const [path = '/', cookie] = [
    requests[0]?.split(' ')[1],
    /\r\ncookie: ([^\r]*)/.exec(requests[0] ?? '')?.[1],
  ];
  const { text } = await product.request('GET', path, cookie === undefined ? {} : { cookie });
  assert.match(text, says);
  const server = await aBareServer(text.length);
  const rounds: PageRound[] = [];
  try {
    await generator.run({ ...job, port, seconds: Math.min(1, plan.seconds) }, 200);
    for (let round = 0; round < plan.rounds; round++) {
      const alone = await ceilingOf(bench, statement, clients);
      const page = await generator.run({ ...job, port }, 200);
      const constant = await generator.run({ ...job, port: server.port }, 200);
      rounds.push({ page, sql: alone.pgbench, loop: alone.loop, bare: constant.perSecond });
    }
  } finally {
    server.stop();
  }
  return rounds;
}
