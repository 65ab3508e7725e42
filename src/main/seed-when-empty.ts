import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Clock, systemClock } from '#kernel/time';
import { withClient } from '#platform/db';
import type { Log } from '#platform/log';
import type { Settings } from './config/settings.ts';
import type { Addresses } from './database.ts';

/** What the seeder is given. It works in batches, and must be safe to repeat after it was interrupted. */
export interface SeedOptions {
  readonly root: string;
  readonly dataDir: string;
  readonly ownerUrl: string;
  readonly workerUrl: string;
  readonly webUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  /** One line for people who wait, e.g. `dossiers 800 of 2000`. */
  readonly progress: (line: string) => void;
}

interface Seeder {
  seedProvince(options: SeedOptions): Promise<void>;
}

const seedFile = new URL('./seed.ts', import.meta.url);

/** Plants the sample province once; the mark is set when the seeder ended, so an interrupted one begins again. */
export async function seedWhenEmpty(
  settings: Settings,
  addresses: Addresses,
  log: Log,
  note: (line: string) => void,
): Promise<'planted' | 'stood already' | 'nothing to plant'> {
  if (await isSeeded(addresses.owner)) return 'stood already';
  if (!existsSync(fileURLToPath(seedFile))) return 'nothing to plant';
  note('Planting the sample province (once) …');
  const { seedProvince } = (await import(seedFile.href)) as Seeder;
  await seedProvince({
    root: settings.root,
    dataDir: settings.dataDir,
    ownerUrl: addresses.owner,
    workerUrl: addresses.worker,
    webUrl: addresses.web,
    clock: systemClock,
    log,
    progress: (line) => note(`  ${line}`),
  });
  await withClient(addresses.owner, (client) =>
    client.query("insert into migrations.seeded (name) values ('an-giang') on conflict do nothing"),
  );
  return 'planted';
}

const isSeeded = (owner: string): Promise<boolean> =>
  withClient(owner, async (client) => {
    await client.query(
      'create table if not exists migrations.seeded (name text primary key, at timestamptz not null default now())',
    );
    return ((await client.query('select 1 from migrations.seeded')).rowCount ?? 0) > 0;
  });
