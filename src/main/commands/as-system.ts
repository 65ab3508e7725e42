import { systemActor } from '#kernel/actor';
import { systemClock } from '#kernel/time';
import type { Ctx } from '#platform/context';
import { openDatabase } from '#platform/db';
import { createLog } from '#platform/log';
import type { Settings } from '../config/settings.ts';
import { bringUpToDate, withOwner } from '../database.ts';

/** Work of a command on the database as it is brought up to date, in the name of the command. */
export const asSystem = <T>(
  settings: Settings,
  name: string,
  work: (ctx: Ctx) => Promise<T>,
  { logLevel = settings.logLevel }: Partial<Pick<Settings, 'logLevel'>> = {},
): Promise<T> =>
  withOwner(settings, name, async (owner) => {
    const { addresses } = await bringUpToDate(settings, owner);
    const db = openDatabase({
      url: addresses.worker,
      max: 2,
      applicationName: name,
      statementTimeout: 60_000,
    });
    try {
      return await work({
        clock: systemClock,
        actor: systemActor(name),
        locale: 'vi',
        db,
        log: createLog(name, logLevel),
        requestId: name,
      });
    } finally {
      await db.close();
    }
  });
