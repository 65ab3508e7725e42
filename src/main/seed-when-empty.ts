import { systemClock } from '#kernel/time';
import { withClient } from '#platform/db';
import type { Log } from '#platform/log';
import type { Settings } from './config/settings.ts';
import type { Addresses } from './database.ts';

/** Plants the sample province where none stands; an interrupted planting is taken up where it stopped. */
export async function seedWhenEmpty(
  settings: Settings,
  addresses: Addresses,
  log: Log,
  note: (line: string) => void,
): Promise<'planted' | 'stood already'> {
  if (await isSeeded(addresses.owner)) return 'stood already';
  note('Planting the sample province (once) …');
  const { seedProvince } = await import('./seed.ts');
  const { planted } = await seedProvince({
    workerUrl: addresses.worker,
    webUrl: addresses.web,
    dataDir: settings.dataDir,
    clock: systemClock,
    log,
    progress: (line) => note(`  ${line}`),
  });
  return planted ? 'planted' : 'stood already';
}

/** The seeder's own mark. Asked here too, for the seeder itself takes longer to load than the rest of a start. */
const isSeeded = (owner: string): Promise<boolean> =>
  withClient(owner, async (client) => {
    const { rowCount } = await client.query(
      "select 1 from audit.entry where subject = 'sample' and action = 'sample.seeded' limit 1",
    );
    return rowCount === 1;
  });
