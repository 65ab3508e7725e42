import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

/** One statement, with `:n` for a whole number from 1 to `most`, thrown anew each time. */
export interface Statement {
  readonly text: string;
  readonly most: number;
}

/** pgbench on the path, or where Debian keeps the programs of its PostgreSQL. */
export function findPgbench(): string | undefined {
  const versions = '/usr/lib/postgresql';
  const folders = [
    ...(process.env['PATH'] ?? '').split(path.delimiter),
    ...(existsSync(versions)
      ? readdirSync(versions)
          .sort()
          .reverse()
          .map((each) => `${versions}/${each}/bin`)
      : []),
  ];
  const found = folders.map((folder) => path.join(folder, 'pgbench')).find((file) => existsSync(file));
  return found !== undefined && spawnSync(found, ['--version']).status === 0 ? found : undefined;
}

interface Address {
  readonly user: string;
  readonly password: string;
  readonly host: string;
  readonly database: string;
}
export function readAddress(url: string): Address {
  const found = /^postgres(?:ql)?:\/\/([^:]+):([^@]*)@([^/]*)\/([^?]*)(?:\?host=(.*))?$/.exec(url);
  if (!found) throw new Error('An address of a database cannot be read');
  const part = (n: number): string => decodeURIComponent(found[n] ?? '');
  return { user: part(1), password: part(2), host: part(5) || part(3), database: part(4) };
}

/** Statements per second by `pgbench -M prepared`. */
export async function byPgbench(
  program: string,
  url: string,
  statement: Statement,
  clients: number,
  seconds: number,
): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mc-pgbench-'));
  const script = path.join(folder, 'script.sql');
  writeFileSync(script, `\\set n random(1, ${statement.most})\n${statement.text.replaceAll('\n', ' ')};\n`);
  const { user, password, host, database } = readAddress(url);
  const threads = String(Math.min(clients, 2));
  const args = [
    '-n',
    '-M',
    'prepared',
    '-f',
    script,
    '-c',
    String(clients),
    '-j',
    threads,
    '-T',
    String(seconds),
  ];
  const child = spawn(program, [...args, '-h', host, '-U', user, database], {
    env: { ...process.env, PGPASSWORD: password },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (part: Buffer) => {
    said += String(part);
  });
  child.stderr.on('data', (part: Buffer) => {
    said += String(part);
  });
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? 1)));
  rmSync(folder, { recursive: true, force: true });
  const perSecond = Number(/^tps = ([\d.]+)/m.exec(said)?.[1]);
  if (code !== 0 || !(perSecond > 0)) throw new Error(`pgbench: ${said.slice(-2000)}`);
  return perSecond;
}

/** The same by a bare loop over the driver that the product uses, in this process. */
export async function byLoop(
  url: string,
  statement: Statement,
  clients: number,
  seconds: number,
): Promise<number> {
  const text = statement.text.replaceAll(':n', '$1');
  const begun = performance.now();
  let count = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      const until = performance.now() + seconds * 1000;
      while (performance.now() < until) {
        const n = String(1 + Math.floor(Math.random() * statement.most));
        await client.query({ name: 'ceiling', text, values: text.includes('$1') ? [n] : [] });
        count++;
      }
      await client.end();
    }),
  );
  return (count / (performance.now() - begun)) * 1000;
}
