import { pendingMigrations } from '#platform/db';
import type { Settings } from '../config/settings.ts';
import { migrationsFolder, serverVersion, withOwner } from '../database.ts';
import { Refused } from '../refused.ts';
import { examineClock } from './clock.ts';
import { type Finding, missing, ok } from './finding.ts';
import { examineNode } from './node.ts';
import { examinePublicLog } from './public-log.ts';
import { examineRoles } from './roles.ts';
import { examineStorage } from './storage.ts';
import { examineTables } from './tables.ts';

/** Everything that can be looked at from here; what cannot be reached is told and the rest goes on. */
export async function* examine(settings: () => Settings): AsyncGenerator<Finding> {
  yield examineNode();
  let known: Settings;
  try {
    known = settings();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    for (const fault of error.message.split('\n')) yield missing(`settings: ${fault}`);
    return;
  }
  yield ok(
    `settings: ${known.databaseUrl ? 'DATABASE_URL' : 'embedded database'}, DEMO ${known.demo ? 'on' : 'off'}, data in ${known.dataDir}`,
  );
  yield* examineStorage(known);
  try {
    yield* await withOwner(known, 'doctor', (owner) => examineDatabase(known, owner));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    yield missing(`database: ${error.message}`);
  }
}

async function examineDatabase(settings: Settings, owner: string): Promise<Finding[]> {
  const findings = [ok(`database: PostgreSQL ${await serverVersion(owner)} answers`)];
  const waiting = await pendingMigrations(owner, migrationsFolder(settings.root));
  if (waiting.length > 0) {
    const names = waiting.slice(0, 3).join(', ');
    return [
      ...findings,
      missing(
        `migrations: ${waiting.length} are not applied (${names}${waiting.length > 3 ? ' …' : ''}). Run \`npx motcua migrate\`.`,
      ),
    ];
  }
  return [
    ...findings,
    ok('migrations: all applied'),
    ...(await examineRoles(owner, settings.dataDir)),
    ...(await examineTables(owner)),
    ...(await examinePublicLog(owner)),
    ...(await examineClock(owner)),
  ];
}
