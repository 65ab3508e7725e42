import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  migrate,
  prepareOwner,
  prepareRoles,
  roleSecrets,
  startEmbedded,
  withClient,
  withUser,
} from '#platform/db';

export const migrationsFolder = path.resolve(import.meta.dirname, '../../database/migrations');

export interface Prepared {
  readonly env: Record<string, string>;
  stop(): Promise<void>;
}

/**
 * A cluster for the tests, with one lean migrated template that each test clones. TEST_OWNER_URL names another
 * PostgreSQL 15–18 (its owner must be allowed to make databases and roles).
 */
export async function prepare(): Promise<Prepared> {
  const given = process.env['TEST_OWNER_URL'] ?? process.env['DATABASE_URL'];
  const folder = mkdtempSync(path.join(tmpdir(), 'mc-test-'));
  const secrets = roleSecrets(folder);
  const embedded = given ? undefined : await startEmbedded(path.join(folder, 'postgres'));
  const owner = embedded ? await prepareOwner(embedded.rootUrl, secrets, 'motcua') : (given ?? '');
  const template = `mc_lean_${process.pid}`;
  await withClient(owner, async (client) => {
    await client.query(`drop database if exists ${template} with (force)`);
    await client.query(`create database ${template} template template0`);
  });
  const templateUrl = sameUser(owner, template);
  const urls = await prepareRoles(templateUrl, secrets);
  await migrate(templateUrl, migrationsFolder);
  return {
    env: {
      TEST_OWNER: owner,
      TEST_FOLDER: folder,
      TEST_TEMPLATE: template,
      TEST_WEB: withUser(urls.web, 'motcua_web', secrets.web, 'postgres'),
      TEST_WORKER: withUser(urls.worker, 'motcua_worker', secrets.worker, 'postgres'),
    },
    async stop() {
      if (embedded) await embedded.stop();
      else {
        await withClient(owner, async (client) => {
          const left = await client.query<{ datname: string }>(
            'select datname from pg_database where datname like $1',
            [`${template}%`],
          );
          for (const { datname } of left.rows)
            await client.query(`drop database if exists ${datname} with (force)`);
        });
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same address and user with another database. */
export function sameUser(url: string, database: string): string {
  const socket = /^(postgres(?:ql)?:\/\/[^/]*@\/)[^?]*(\?.*)$/.exec(url);
  if (socket) return `${socket[1]}${database}${socket[2]}`;
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  return parsed.toString();
}
