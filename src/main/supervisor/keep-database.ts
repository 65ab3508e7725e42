import { setTimeout as sleep } from 'node:timers/promises';
import type { Embedded } from '#platform/db';
import { describeError, type Log } from '#platform/log';
import type { Settings } from '../config/settings.ts';
import { startDatabase } from '../database.ts';

export interface KeptDatabase {
  server(): Embedded;
  stop(): Promise<void>;
}

const lookEveryMs = 200;
/** Server processes orphaned by a killed postmaster need a moment to end; until then a new one refuses to start. */
const tryAgainMs = 250;

/** The embedded server, started again when it died. */
export async function keepDatabase(
  settings: Settings,
  log: Log,
  note: (line: string) => void,
): Promise<KeptDatabase> {
  let server = await startDatabase(settings);
  if (server.firstStart) note(`Made a new database in ${settings.dataDir}.`);
  let stopping = false;
  let restarting: Promise<void> | undefined;

  const restart = async (): Promise<void> => {
    log.warn({}, 'the database died');
    while (!stopping) {
      try {
        server = await startDatabase(settings);
        log.info({}, 'the database runs again');
        return;
      } catch (error) {
        log.warn({ error: describeError(error) }, 'the database does not start yet');
        await sleep(tryAgainMs);
      }
    }
  };
  const watch = setInterval(() => {
    if (!stopping && !restarting && !server.alive()) {
      restarting = restart().finally(() => {
        restarting = undefined;
      });
    }
  }, lookEveryMs);

  return {
    server: () => server,
    async stop() {
      stopping = true;
      clearInterval(watch);
      await restarting;
      await server.stop();
    },
  };
}
