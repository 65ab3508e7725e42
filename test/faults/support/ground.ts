import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openCalendars } from '#capabilities/calendar';
import { publicActor } from '#kernel/actor';
import { type Clock, systemClock } from '#kernel/time';
import {
  type Embedded,
  migrate,
  openDatabase,
  prepareOwner,
  prepareRoles,
  roleSecrets,
  startEmbedded,
  withClient,
} from '#platform/db';
import { migrateJobs } from '#platform/jobs';
import { createLog } from '#platform/log';
import { seedHouse } from '../../support/pages/seed.ts';
import { migrationsFolder } from '../../support/prepare.ts';

/** A data folder of one's own with an embedded PostgreSQL in it, migrated and peopled: what faults may be done to. */
export interface Ground {
  readonly folder: string;
  readonly rootUrl: string;
  readonly ownerUrl: string;
  readonly webUrl: string;
  readonly workerUrl: string;
  readonly server: Embedded;
  sql<R = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /** Ends the server and removes the folder. */
  stop(): Promise<void>;
}

export async function aGround(clock: Clock = systemClock): Promise<Ground> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mc-faults-'));
  const secrets = roleSecrets(folder);
  const server = await startEmbedded(path.join(folder, 'postgres'));
  const ownerUrl = await prepareOwner(server.rootUrl, secrets, 'motcua');
  const roles = await prepareRoles(ownerUrl, secrets);
  await migrate(ownerUrl, migrationsFolder);
  await migrateJobs(ownerUrl);
  const worker = openDatabase({
    url: roles.worker,
    max: 3,
    applicationName: 'ground',
    statementTimeout: 60_000,
  });
  const ctx = {
    clock,
    actor: publicActor,
    locale: 'vi',
    db: worker,
    log: createLog('ground', 'silent'),
    requestId: 'ground',
  } as const;
  await seedHouse(ctx, openCalendars(worker, clock));
  await worker.close();
  return {
    folder,
    rootUrl: server.rootUrl,
    ownerUrl,
    webUrl: roles.web,
    workerUrl: roles.worker,
    server,
    sql: (text, values = []) =>
      withClient(ownerUrl, async (client) => (await client.query(text, [...values])).rows as never),
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
