import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { locateBinaries, makeLibraryLinks } from './binaries.ts';
import { chooseIdentity, type RunAs } from './identity.ts';

export interface Embedded {
  /** Address for the superuser of this cluster, for creating roles and databases only. */
  readonly rootUrl: string;
  readonly pid: number;
  readonly firstStart: boolean;
  stop(): Promise<void>;
  alive(): boolean;
}

const settings = {
  listen_addresses: '',
  max_connections: 80,
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  wal_compression: 'on',
  jit: 'off',
  random_page_cost: '1.1',
  timezone: 'UTC',
  logging_collector: 'off',
  // No personal data in the server's log: neither statements nor values of parameters.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
} as const;

/**
 * Starts (or adopts) a real PostgreSQL 18 whose files lie in `folder`. It listens on a Unix socket in a short
 * private folder only, in a session of its own, so that Ctrl-C reaches the product first and it last.
 */
export async function startEmbedded(folder: string): Promise<Embedded> {
  const native = locateBinaries();
  if (!native) {
    throw new Error('No embedded PostgreSQL exists for this system: set DATABASE_URL to a PostgreSQL 15-18.');
  }
  makeLibraryLinks(native);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const base = realpathSync(folder);
  const data = path.join(base, 'cluster');
  const postgres = path.join(native, 'bin', 'postgres');
  const firstStart = !existsSync(path.join(data, 'PG_VERSION'));
  const runAs = chooseIdentity(postgres, base, firstStart ? undefined : data);
  const password = rootPassword(base);
  if (firstStart) initialise(native, data, base, runAs, password);

  const sockets = socketFolder(base, runAs);
  const rootUrl = `postgresql://motcua_root:${password}@/postgres?host=${encodeURIComponent(sockets)}`;
  const pid = runningPid(data) ?? launch(postgres, data, base, sockets, runAs);
  await untilReady(rootUrl, pid, base);
  const serverPid = runningPid(data) ?? pid;
  const alive = () => isAlive(serverPid);
  return {
    rootUrl,
    pid: serverPid,
    firstStart,
    alive,
    async stop() {
      if (alive()) process.kill(serverPid, 'SIGINT'); // fast shutdown; SIGTERM would wait for clients
      for (let i = 0; i < 400 && alive(); i++) await sleep(25);
    },
  };
}

function rootPassword(base: string): string {
  const file = path.join(base, 'root.secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

function initialise(native: string, data: string, base: string, runAs: RunAs, password: string): void {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { mode: 0o700 });
  const pwfile = path.join(data, '..', 'pw.tmp');
  writeFileSync(pwfile, password, { mode: 0o600 });
  if (runAs.owner !== undefined) for (const each of [data, pwfile]) chownSync(each, runAs.owner, runAs.owner);
  const { command, args } = runAs.wrap(path.join(native, 'bin', 'initdb'), [
    '-D',
    data,
    '-U',
    'motcua_root',
    '-A',
    'scram-sha-256',
    `--pwfile=${pwfile}`,
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
    '--no-sync',
  ]);
  const run = spawnSync(command, args, { ...runAs.ids, cwd: '/', encoding: 'utf8' });
  rmSync(pwfile, { force: true });
  if (run.status !== 0) {
    rmSync(data, { recursive: true, force: true });
    throw new Error(
      `The database could not be created in ${base}: ${(run.stderr ?? '').trim().split('\n').at(-1)}`,
    );
  }
}

/** Socket paths end at 107 bytes, so the folder is named by a hash of the data folder. */
function socketFolder(base: string, runAs: RunAs): string {
  const name = `motcua-${createHash('sha256').update(base).digest('hex').slice(0, 12)}`;
  const folder = path.join(tmpdir().length > 60 ? '/tmp' : tmpdir(), name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (runAs.owner !== undefined) chownSync(folder, runAs.owner, runAs.owner);
  return folder;
}

function runningPid(data: string): number | undefined {
  try {
    const pid = Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return pid > 1 && isAlive(pid) && looksLikePostgres(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function looksLikePostgres(pid: number): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    if (process.platform !== 'linux') return true;
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

function launch(postgres: string, data: string, base: string, sockets: string, runAs: RunAs): number {
  const flags = Object.entries({ ...settings, unix_socket_directories: sockets }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const { command, args } = runAs.wrap(postgres, ['-D', data, ...flags]);
  const logFile = openSync(path.join(base, 'postgres.log'), 'a', 0o600);
  const child = spawn(command, args, {
    ...runAs.ids,
    cwd: '/',
    detached: true,
    stdio: ['ignore', logFile, logFile],
  });
  closeSync(logFile);
  child.unref();
  child.on('error', () => {});
  if (child.pid === undefined) throw new Error('PostgreSQL could not be started.');
  return child.pid;
}

async function untilReady(url: string, pid: number, base: string): Promise<void> {
  const deadline = process.hrtime.bigint() + 30_000_000_000n;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => {});
      if (!isAlive(pid))
        throw new Error(`PostgreSQL ended at start; its reason stands in ${base}/postgres.log`, {
          cause: error,
        });
      if (process.hrtime.bigint() > deadline)
        throw new Error('PostgreSQL did not answer within 30 seconds.', { cause: error });
      await sleep(15);
    }
  }
}
