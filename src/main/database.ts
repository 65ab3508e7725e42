import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Embedded,
  migrate,
  pendingMigrations,
  prepareOwner,
  prepareRoles,
  roleSecrets,
  startEmbedded,
  withClient,
} from '#platform/db';
import { migrateJobs } from '#platform/jobs';
import type { Settings } from './config/settings.ts';
import { Refused } from './refused.ts';
import { lockFolder } from './supervisor/folder-lock.ts';

export const migrationsFolder = (root: string): string => path.join(root, 'database', 'migrations');
export const embeddedFolder = (dataDir: string): string => path.join(dataDir, 'postgres');

/** Addresses of one database for the three roles. */
export interface Addresses {
  readonly owner: string;
  readonly web: string;
  readonly worker: string;
}

/** Starts, or adopts, the embedded server. */
export async function startDatabase(settings: Settings): Promise<Embedded> {
  try {
    return await startEmbedded(embeddedFolder(settings.dataDir));
  } catch (error) {
    throw new Refused((error as Error).message);
  }
}

/** The owner's address; checked for an answer and a version that we know. */
export async function ownerAddress(settings: Settings, embedded: Embedded | undefined): Promise<string> {
  if (embedded) return prepareOwner(embedded.rootUrl, roleSecrets(settings.dataDir), 'motcua');
  const url = settings.databaseUrl ?? '';
  let version: number;
  try {
    version = await serverVersion(url);
  } catch (error) {
    throw new Refused(
      `The database at DATABASE_URL does not answer (${reasonOf(error)}). Check its host, port, name, user and password.`,
    );
  }
  if (version < 15 || version > 18)
    throw new Refused(
      `The database at DATABASE_URL is PostgreSQL ${version}; Một Cửa needs 15, 16, 17 or 18.`,
    );
  return url;
}

export const serverVersion = (url: string): Promise<number> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ v: string }>("select current_setting('server_version_num') as v");
    return Math.floor(Number(rows[0]?.v) / 10_000);
  });

/** Never the address itself: there is a password in it. */
export const reasonOf = (error: unknown): string => {
  const { code, message } = error as { code?: string; message?: string };
  return code === undefined ? (message ?? 'no reason given') : `${code}: ${message ?? ''}`.trim();
};

/** Makes roles, applies migrations, and lets the processes see which are applied. @returns names applied now. */
export async function bringUpToDate(
  settings: Settings,
  owner: string,
): Promise<{ readonly addresses: Addresses; readonly applied: readonly string[] }> {
  try {
    const roles = await prepareRoles(owner, roleSecrets(settings.dataDir));
    const applied = await migrate(owner, migrationsFolder(settings.root));
    await migrateJobs(owner);
    await withClient(owner, (client) =>
      client.query(`grant usage on schema migrations to motcua_web, motcua_worker;
        grant select on migrations.applied to motcua_web, motcua_worker`),
    );
    return { addresses: { owner, ...roles }, applied };
  } catch (error) {
    throw new Refused(`The database could not be prepared: ${reasonOf(error)}`);
  }
}

/** For `serve`, which changes nothing: refuses while migrations are missing. */
export async function insistUpToDate(settings: Settings, owner: string): Promise<Addresses> {
  const missing = await pendingMigrations(owner, migrationsFolder(settings.root));
  if (missing.length > 0) {
    throw new Refused(
      `The database lacks ${missing.length} migrations (first: ${missing[0]}). Run \`npx motcua migrate\`, or \`npx motcua start\`, which does it by itself.`,
    );
  }
  return { owner, ...(await prepareRoles(owner, roleSecrets(settings.dataDir))) };
}

/**
 * Runs a command that needs the database: beside a running Một Cửa it uses that one's server and leaves it running,
 * else it starts the embedded server for as long as the work takes.
 */
export async function withOwner<T>(
  settings: Settings,
  what: string,
  work: (owner: string) => Promise<T>,
): Promise<T> {
  if (settings.databaseUrl) return work(await ownerAddress(settings, undefined));
  const lock = await lockFolder(settings.dataDir, what);
  if (!lock.held) {
    if (!isServerRunning(settings.dataDir))
      throw new Refused(
        `Another Một Cửa (process ${lock.by.pid}, "${lock.by.what}") is starting or stopping on ${settings.dataDir}. Try again in a moment.`,
      );
    return work(await ownerAddress(settings, await startDatabase(settings)));
  }
  let embedded: Embedded | undefined;
  try {
    embedded = await startDatabase(settings);
    return await work(await ownerAddress(settings, embedded));
  } finally {
    await embedded?.stop();
    lock.release();
  }
}

/** Whether the server of this folder stands and is ready, so that asking for it adopts it and starts none. */
function isServerRunning(dataDir: string): boolean {
  const file = path.join(embeddedFolder(dataDir), 'cluster', 'postmaster.pid');
  try {
    if (!existsSync(file)) return false;
    const lines = readFileSync(file, 'utf8').split('\n');
    process.kill(Number(lines[0]), 0);
    return lines[7]?.trim() === 'ready';
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}
