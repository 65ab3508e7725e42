import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '#kernel/time';
import { type Database, openDatabase } from '#platform/db';
import { Sessions } from '#platform/sessions';
import { productSecrets } from '../../../src/main/config/secrets.ts';
import { openRooms, type Rooms } from '../../../src/main/rooms.ts';
import { aPort } from '../../support/port.ts';
import { root } from '../../support/tree.ts';
import { keptAlive, type Request, type Response, send } from './client.ts';
import type { Ground } from './ground.ts';
import { childNamed, isAlive, postmasterOf, signal } from './processes.ts';

/** Somebody signed in, for requests from outside. */
export interface Visitor {
  readonly cookie: string;
  readonly csrf: string;
}

/** The whole product as `npm start` runs it, on a ground of its own: supervisor, web, worker, database. */
export interface Product {
  readonly ground: Ground;
  readonly origin: string;
  readonly log: string;
  /** Rooms and connections of the test itself, beside the product. */
  readonly db: Database;
  readonly rooms: Rooms;
  /** How long the start took until the product said that it is ready, in ms. */
  readonly startMs: number;
  pid(which: 'supervisor' | 'web' | 'worker' | 'database'): number;
  signIn(kind: 'visitor' | 'citizen' | 'officer', subject: string | null, data?: object): Promise<Visitor>;
  request(method: string, url: string, options?: Request): Promise<Response>;
  /** What the product logged as an error, the latest lines: why a page was not what was meant. */
  complaints(): string;
  /** Waits until it answers well; @returns how long it took, in ms. */
  untilReady(withinMs: number): Promise<number>;
  stop(): Promise<void>;
}

export async function aProduct(
  ground: Ground,
  environment: Readonly<Record<string, string>> = {},
): Promise<Product> {
  const secrets = productSecrets(ground.folder);
  const log = path.join(ground.folder, 'product.log');
  const sink = openSync(log, 'a');
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(root, 'src/main/cli.ts'), 'start'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', sink],
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        TMPDIR: process.env['TMPDIR'],
        DATA_DIR: ground.folder,
        DEMO: 'off',
        METRICS: 'on',
        PORT: String(await aPort()),
        LOG_LEVEL: 'debug',
        ...environment,
      },
    },
  );
  closeSync(sink);
  const origin = await originOf(child, log).catch(async (error: unknown) => {
    await ground.stop();
    throw error;
  });
  const startMs = performance.now() - begun;
  const db = openDatabase({
    url: ground.webUrl,
    max: 4,
    applicationName: 'faults',
    statementTimeout: 30_000,
  });
  const rooms = await openRooms({ db, clock: systemClock, root, codePattern: '{unit}-{yyMMdd}-{n:4}' });
  const sessions = new Sessions(db, systemClock, secrets.csrfKey);
  const agent = keptAlive(256);
  const supervisor = child.pid ?? 0;
  const find = (which: 'supervisor' | 'web' | 'worker' | 'database'): number | undefined => {
    if (which === 'supervisor') return supervisor;
    return which === 'database' ? postmasterOf(ground.folder) : childNamed(supervisor, `${which}.ts`);
  };

  const product: Product = {
    ground,
    origin,
    log,
    db,
    rooms,
    startMs,
    pid(which) {
      const found = find(which);
      assert.ok(found, `the ${which} process runs`);
      return found;
    },
    async signIn(kind, subject, data = {}) {
      const token = await sessions.start(kind, subject, data, 'faults');
      return { cookie: `__Host-mc=${token}`, csrf: sessions.csrfFor(token) };
    },
    request: (method, url, options) => send(agent, method, `${origin}${url}`, options),
    complaints: () => complaintsOf(log),
    async untilReady(withinMs) {
      const from = performance.now();
      for (;;) {
        const answer = await product
          .request('GET', '/readyz', { timeoutMs: 3000 })
          .catch((error: unknown) => String(error));
        const took = performance.now() - from;
        if (typeof answer !== 'string' && answer.status === 200) return took;
        assert.ok(
          took < withinMs,
          `not ready within ${withinMs} ms: ${typeof answer === 'string' ? answer : answer.text}`,
        );
        await sleep(25);
      }
    },
    async stop() {
      agent.destroy();
      await db.close();
      const all = (['supervisor', 'web', 'worker', 'database'] as const).map(find);
      child.kill('SIGTERM');
      for (let i = 0; i < 600 && isAlive(supervisor); i++) await sleep(25);
      // Whatever a failed test left behind goes by its own number.
      signal(all.filter((pid) => pid !== undefined && isAlive(pid)) as number[], 'SIGKILL');
      // A process that outlived all this would keep the pipe open, and with it the test.
      child.stdout?.destroy();
      child.unref();
      await ground.stop();
    },
  };
  return product;
}

const complaintsOf = (log: string): string =>
  readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('{') || /^\{"level":[56]0/.test(line))
    .slice(-12)
    .join('\n')
    .slice(-4000);

async function originOf(child: ChildProcess, log: string): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    // It ends of itself and says why when it does not become ready; by its own way out it ends what it started.
    const alarm = setTimeout(() => child.kill('SIGTERM'), 90_000);
    child.once('exit', () => {
      clearTimeout(alarm);
      reject(new Error(`the product ended before it was ready: ${said} ${complaintsOf(log)}`));
    });
    child.stdout?.on('data', (text: Buffer) => {
      said += String(text);
      const found = /ready at (http:\/\/localhost:\d+)/.exec(said)?.[1];
      if (found === undefined) return;
      clearTimeout(alarm);
      child.removeAllListeners('exit');
      resolve(found);
    });
  });
}
