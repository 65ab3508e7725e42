import { systemClock } from '#kernel/time';
import { withClient } from '#platform/db';
import type { Log } from '#platform/log';
import type { Settings } from './config/settings.ts';
import type { Addresses } from './database.ts';
import { Refused } from './refused.ts';
import type { SampleName } from './sample/sample.ts';

/**
 * Plants the sample where none stands; an interrupted planting is taken up where it stopped. Refused where another one
 * than the one asked for stands: two places do not share a database.
 */
export async function seedWhenEmpty(
  settings: Pick<Settings, 'dataDir' | 'sample'>,
  addresses: Addresses,
  log: Log,
  note: (line: string) => void,
): Promise<'planted' | 'stood already'> {
  const standing = await standingSample(addresses.owner);
  const sample = settings.sample ?? standing.name ?? 'province';
  if (standing.name !== undefined && standing.name !== sample)
    throw new Refused(
      `The sample ${standing.name} stands in ${settings.dataDir}. For the sample ${sample}, set DATA_DIR to another folder.`,
      2,
    );
  if (standing.complete) return 'stood already';
  note(`Planting the sample ${sample} (once) …`);
  const { seedSample } = await import('./seed.ts');
  const { planted } = await seedSample({
    sample,
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
const standingSample = (
  owner: string,
): Promise<{ readonly name: SampleName | undefined; readonly complete: boolean }> =>
  withClient(owner, async (client) => {
    const { rows } = await client.query<{ action: string; sample: string | null }>(
      `select action, details ->> 'sample' as sample from audit.entry
       where subject = 'sample' and action in ('sample.begun', 'sample.seeded')`,
    );
    return {
      // A planting of the first version did not name its sample.
      name:
        rows.length === 0
          ? undefined
          : rows.some((row) => row.sample === 'ministry')
            ? 'ministry'
            : 'province',
      complete: rows.some((row) => row.action === 'sample.seeded'),
    };
  });
