import { readdirSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type Database, params, type Query } from '#platform/db';
import { migrationsFolder } from './database.ts';

export interface Readiness {
  readonly ready: boolean;
  readonly checks: {
    readonly database: 'ok' | 'no answer';
    readonly migrations: 'ok' | 'missing' | 'unknown';
    readonly storage: 'ok' | 'not writable';
  };
}

type Nothing = Record<never, never>;
const appliedMigrations: Query<Nothing, { name: string }> = {
  name: 'main.applied-migrations',
  text: 'select name from migrations.applied',
  order: [],
  row: z.object({ name: z.string() }),
  mark: params<Nothing>(),
};

/** A load balancer, a supervisor and a person may all ask at once: one look serves them for this long. */
const freshForMs = 500;

/** Where files are kept. */
export const filesFolder = (dataDir: string): string => path.join(dataDir, 'files');

/**
 * Whether this process can do its work: the database answers, knows all migrations of this build (it may know later
 * ones), and the storage takes a byte. Asks at most twice a second.
 */
export function readiness(
  db: Database,
  { root, dataDir }: { readonly root: string; readonly dataDir: string },
): () => Promise<Readiness> {
  const wanted = readdirSync(migrationsFolder(root)).filter((name) => name.endsWith('.sql'));
  const probe = path.join(filesFolder(dataDir), `.probe-${process.pid}`);
  let latest: { readonly at: number; readonly answer: Promise<Readiness> } | undefined;

  const look = async (): Promise<Readiness> => {
    const [known, stored] = await Promise.all([
      db.direct.rows(appliedMigrations, {}).catch(() => undefined),
      store(probe).catch(() => false),
    ]);
    const names = new Set(known?.map((row) => row.name));
    const checks = {
      database: known ? 'ok' : 'no answer',
      migrations: known ? (wanted.every((name) => names.has(name)) ? 'ok' : 'missing') : 'unknown',
      storage: stored ? 'ok' : 'not writable',
    } as const;
    return { ready: Object.values(checks).every((each) => each === 'ok'), checks };
  };
  return () => {
    const now = performance.now();
    if (latest === undefined || now - latest.at > freshForMs) latest = { at: now, answer: look() };
    return latest.answer;
  };
}

async function store(probe: string): Promise<true> {
  await mkdir(path.dirname(probe), { recursive: true });
  await writeFile(probe, 'x');
  await rm(probe);
  return true;
}
