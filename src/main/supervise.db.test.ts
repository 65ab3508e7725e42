import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { aPort } from '#test/port';

const here = import.meta.dirname;
const folder = mkdtempSync(path.join(tmpdir(), 'mc-supervise-'));
const dataDir = path.join(folder, 'data');
const postmasterFile = path.join(dataDir, 'postgres', 'cluster', 'postmaster.pid');

// Stand-ins with the manners of the true processes: the supervisor is what is tried here.
writeFileSync(
  path.join(folder, 'web.mjs'),
  `import { createServer } from 'node:http';
import { onStop, receiveSettings, standBy, tellSupervisor } from '${here}/supervisor/handover.ts';
import { openDatabase } from '${path.resolve(here, '../platform/db/index.ts')}';
import { readiness } from '${here}/readiness.ts';
const { settings, secrets } = await receiveSettings();
const db = openDatabase({ url: secrets.databaseUrl, max: 2, applicationName: 'stand-in', statementTimeout: 2000 });
const ready = readiness(db, settings);
const server = createServer(async (req, res) => {
  const answer = await ready();
  res.writeHead(answer.ready ? 200 : 503).end(JSON.stringify({ ...answer, pid: process.pid, env: Object.keys(process.env) }));
});
await standBy();
server.listen(settings.port, settings.host, () => tellSupervisor({ kind: 'ready' }));
onStop(async () => { server.closeAllConnections(); server.close(); await db.close(); });`,
);
writeFileSync(
  path.join(folder, 'worker.mjs'),
  `import { onStop, receiveSettings, tellSupervisor } from '${here}/supervisor/handover.ts';
await receiveSettings();
const alive = setInterval(() => {}, 1000);
onStop(async () => clearInterval(alive));
tellSupervisor({ kind: 'ready' });`,
);
writeFileSync(
  path.join(folder, 'run.mjs'),
  `import { supervise } from '${here}/supervise.ts';
import { decideSettings } from '${here}/config/settings.ts';
const [, , mode, web] = process.argv;
const decision = decideSettings(process.env, '${path.resolve(here, '../..')}');
try {
  await supervise(decision.settings, {
    mode,
    scripts: { web: web ?? '${folder}/web.mjs', worker: '${folder}/worker.mjs' },
    say: (line) => console.log(line),
    note: () => {},
  });
  process.exit(0);
} catch (error) {
  console.error(error.name + ': ' + error.message);
  process.exit(error.exitCode ?? 70);
}`,
);

const port = await aPort();
const flags = ['--disable-warning=ExperimentalWarning', path.join(folder, 'run.mjs')];
const environment = (more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  DATA_DIR: dataDir,
  PORT: String(port),
  DEMO: 'off',
  LOG_LEVEL: 'silent',
  ...more,
});

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  readonly exit: Promise<number | null>;
}

const started: ChildProcess[] = [];
after(async () => {
  for (const child of started) child.kill('SIGKILL');
  const left = postmaster();
  if (left !== undefined && isAlive(left)) process.kill(left, 'SIGINT');
  for (let i = 0; i < 100 && left !== undefined && isAlive(left); i++) await sleep(50);
  rmSync(folder, { recursive: true, force: true });
});

async function start(mode = 'start', more: Record<string, string> = {}, ...args: string[]): Promise<Running> {
  const child = spawn(process.execPath, [...flags, mode, ...args], {
    env: environment(more),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  const exit = new Promise<number | null>((resolve) => void child.once('exit', resolve));
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (text: Buffer) => {
      output += String(text);
      const found = /^Một Cửa is ready at (http:\/\/localhost:\d+)$/m.exec(output);
      if (found?.[1]) resolve(found[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exit.then(() => reject(new Error(`ended before it was ready: ${output}`)));
  });
  return { child, url: url.replace('localhost', '127.0.0.1'), exit };
}

const refused = (more: Record<string, string> = {}, ...args: string[]) =>
  spawnSync(process.execPath, [...flags, ...(args.length > 0 ? args : ['start'])], {
    env: environment(more),
    encoding: 'utf8',
    timeout: 30_000,
  });

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
function postmaster(): number | undefined {
  try {
    return Number(readFileSync(postmasterFile, 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}
/** Direct children of a process, by the kernel's own list. */
const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);

const commandOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
};

interface Probe {
  readonly pid: number;
  readonly ready: boolean;
  readonly env: readonly string[];
}
async function probe(url: string): Promise<Probe | undefined> {
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(4000) });
    return (await answer.json()) as Probe;
  } catch {
    return undefined;
  }
}
/** @returns how long it took, in ms. */
async function until(url: string, wanted: (seen: Probe) => boolean, atMostMs: number): Promise<number> {
  const begin = performance.now();
  for (;;) {
    const seen = await probe(url);
    const took = performance.now() - begin;
    assert.ok(took < atMostMs, `not within ${atMostMs} ms`);
    if (seen && wanted(seen)) return took;
    await sleep(20);
  }
}

test('a start on a new folder, everything that dies in it, and the end of it', {
  timeout: 60_000,
}, async (t) => {
  const { child, url, exit } = await start();
  const supervisor = child.pid ?? 0;

  await t.test('the web process is told nothing by its environment', async () => {
    const seen = await probe(url);
    assert.ok(seen?.ready);
    assert.deepEqual(
      seen.env.filter((name) => /DATA|PORT|DEMO|SECRET|LOG/.test(name)),
      [],
    );
  });

  await t.test('a second start on the same folder is refused', () => {
    const second = refused();
    assert.equal(second.status, 1);
    assert.match(second.stderr, new RegExp(`Một Cửa already runs on .*process ${supervisor}, "start"`));
    assert.ok(isAlive(supervisor));
  });

  await t.test('a given port that is busy is refused before anything is made', () => {
    const other = path.join(folder, 'other');
    const busy = refused({ DATA_DIR: other, PORT: new URL(url).port });
    assert.equal(busy.status, 2, busy.stderr);
    assert.match(busy.stderr, /Port \d+ is busy/);
    assert.equal(existsSync(path.join(other, 'postgres')), false);
  });

  await t.test('a web process killed again and again, faster than a spare is made, comes back', async () => {
    for (let i = 0; i < 4; i++) {
      const before = (await probe(url))?.pid ?? 0;
      process.kill(before, 'SIGKILL');
      await until(url, (seen) => seen.ready && seen.pid !== before, 10_000);
    }
  });

  const running = (script: string) => childrenOf(supervisor).filter((pid) => commandOf(pid).includes(script));

  await t.test(
    'a spare web process stands by without listening and steps in within two seconds',
    async () => {
      for (let i = 0; i < 200 && running('web.mjs').length < 2; i++) await sleep(20);
      const before = (await probe(url))?.pid ?? 0;
      const [spare] = running('web.mjs').filter((pid) => pid !== before);
      assert.ok(spare);
      await sleep(500); // until it is loaded
      process.kill(before, 'SIGKILL');
      await until(url, (seen) => seen.ready && seen.pid === spare, 2000);
    },
  );

  await t.test('a killed spare is no loss', async () => {
    for (let i = 0; i < 200 && running('web.mjs').length < 2; i++) await sleep(20);
    const web = (await probe(url))?.pid ?? 0;
    process.kill(running('web.mjs').find((pid) => pid !== web) ?? 0, 'SIGKILL');
    await sleep(100);
    assert.equal((await probe(url))?.pid, web);
  });

  await t.test('a killed worker is started again', async () => {
    const [before = 0] = running('worker.mjs');
    process.kill(before, 'SIGKILL');
    for (let i = 0; i < 200 && (running('worker.mjs')[0] ?? before) === before; i++) await sleep(20);
    assert.notEqual(running('worker.mjs')[0] ?? before, before);
  });

  await t.test(
    'a killed database serves again within 15 seconds, and the web process lives through it',
    async () => {
      const web = (await probe(url))?.pid;
      const before = postmaster() ?? 0;
      process.kill(before, 'SIGKILL');
      // So short an absence may fall between two looks: what counts is that another server answers.
      const another = () => (postmaster() ?? before) !== before;
      await until(url, (seen) => seen.ready && another(), 15_000);
      assert.equal((await probe(url))?.pid, web);
    },
  );

  await t.test('SIGINT ends every process and gives the folder back', async () => {
    const all = [supervisor, postmaster() ?? 0, ...childrenOf(supervisor)];
    assert.ok(new Set(all).size >= 4, 'supervisor, database, web, worker, perhaps a spare');
    child.kill('SIGINT');
    child.kill('SIGINT'); // once by the terminal, once by the launcher
    assert.equal(await exit, 0);
    assert.deepEqual(all.filter(isAlive), []);
    assert.equal(existsSync(path.join(dataDir, 'motcua.lock')), false);
  });
});

test('after kill -9 of the supervisor nothing serves on, and the next start takes over', {
  timeout: 60_000,
}, async () => {
  const first = await start('serve');
  const web = (await probe(first.url))?.pid ?? 0;
  const database = postmaster() ?? 0;
  first.child.kill('SIGKILL');
  await first.exit;
  for (let i = 0; i < 200 && isAlive(web); i++) await sleep(20);
  assert.equal(isAlive(web), false);
  assert.ok(isAlive(database), 'the database lives on and is adopted');

  const begin = performance.now();
  const second = await start();
  assert.ok(performance.now() - begin < 5000, 'a second start takes at most 5 s');
  assert.equal(postmaster(), database);
  second.child.kill('SIGTERM');
  assert.equal(await second.exit, 0);
  assert.equal(isAlive(database), false);
});

test('a web process that cannot start ends the start with its sentence', { timeout: 60_000 }, async () => {
  const broken = path.join(folder, 'broken.mjs');
  writeFileSync(
    broken,
    `process.on('message', () => { process.send({ kind: 'refused', sentence: 'No paper.' }, () => process.exit(1)); });`,
  );
  const { status, stderr } = refused({}, 'start', broken);
  assert.equal(status, 1);
  assert.match(stderr, /^Refused: No paper\.$/m);
  assert.equal(postmaster(), undefined, 'the database was stopped');
});

test('without a given port a busy one is passed over', async (t) => {
  const { choosePorts } = await import('./supervisor/ports.ts');
  const { decideSettings } = await import('./config/settings.ts');
  const decision = decideSettings({ DEMO: 'on' }, folder);
  assert.ok(decision.ok);
  const free = await choosePorts(decision.settings);
  const ports = Object.values(free).flat();
  assert.equal(
    new Set(ports).size,
    9,
    'web, two to sign in at, one to pay at, one that certifies, one that keeps keys, a wallet, two witnesses',
  );
  const server = createServer().listen(free.web, '127.0.0.1');
  t.after(() => server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  assert.notEqual((await choosePorts(decision.settings)).web, free.web);
});

test('another program is quicker at the chosen port: the next free ones are taken', {
  timeout: 60_000,
}, async () => {
  const squatted = path.join(folder, 'squatted.mjs');
  const marker = path.join(folder, 'squatted-port');
  writeFileSync(
    squatted,
    `import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { endRefused, onStop, receiveSettings, standBy, tellSupervisor } from '${here}/supervisor/handover.ts';
const { settings } = await receiveSettings();
await standBy();
const listen = () => new Promise((resolve, reject) => {
  const server = createServer((req, res) => res.end('{"ready":true}')).once('error', reject);
  server.listen(settings.port, settings.host, () => resolve(server));
});
if (!existsSync(${JSON.stringify(marker)})) {
  writeFileSync(${JSON.stringify(marker)}, String(settings.port));
  await listen();
}
const server = await listen().catch((error) => endRefused(error.code, { portTaken: error.code === 'EADDRINUSE' }));
tellSupervisor({ kind: 'ready' });
onStop(async () => { server.closeAllConnections(); server.close(); });`,
  );
  const { url, child, exit } = await start('start', { PORT: '' }, squatted);
  assert.notEqual(new URL(url).port, readFileSync(marker, 'utf8'));
  child.kill('SIGTERM');
  assert.equal(await exit, 0);
});
