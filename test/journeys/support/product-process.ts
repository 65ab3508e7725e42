import path from 'node:path';
import { systemClock } from '#kernel/time';
import { createLog } from '#platform/log';
import { decideSettings } from '../../../src/main/config/settings.ts';
import { bringUpToDate, ownerAddress, startDatabase } from '../../../src/main/database.ts';
import { seedSample } from '../../../src/main/seed.ts';
import { supervise } from '../../../src/main/supervise.ts';
import { root } from '../../support/tree.ts';

/**
 * The whole product as `npm start` runs it (PostgreSQL, worker, simulated providers, web), on the folder in
 * DATA_DIR with a sample (province, or the SAMPLE asked for) small enough for the minutes of the journeys. Ends on SIGTERM with all it started.
 */
const decision = decideSettings(process.env, root);
if (!decision.ok) throw new Error(decision.faults.join('\n'));
const { settings } = decision;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const note = (line: string): void => void process.stderr.write(`${line}\n`);

const database = settings.databaseUrl ? undefined : await startDatabase(settings);
try {
  const { addresses } = await bringUpToDate(settings, await ownerAddress(settings, database));
  await seedSample({
    workerUrl: addresses.worker,
    webUrl: addresses.web,
    dataDir: settings.dataDir,
    clock: systemClock,
    log: createLog('seed', 'silent'),
    progress: note,
    ...(settings.sample === 'ministry'
      ? { sample: settings.sample, size: { residents: 12, dossiers: 0 } }
      : { size: { residents: 60, dossiers: 40 } }),
  });
  say(`sample: ${path.join(settings.dataDir, 'postgres')}`);
} finally {
  await database?.stop();
}
await supervise(settings, { mode: 'start', say, note });
process.exit(0);
