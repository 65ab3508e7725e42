import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { withClient } from './roles.ts';

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

function migrationsIn(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}_[a-z0-9_]+\.sql$/.test(file))
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name), 'utf8');
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    });
}

async function applied(client: pg.Client): Promise<Map<string, string>> {
  await client.query(`create schema if not exists migrations;
    create table if not exists migrations.applied (name text primary key, hash text not null, at timestamptz not null default now())`);
  const { rows } = await client.query<{ name: string; hash: string }>(
    'select name, hash from migrations.applied',
  );
  return new Map(rows.map((row) => [row.name, row.hash]));
}

/** Names of the migrations not applied yet. */
export const pendingMigrations = (ownerUrl: string, folder: string): Promise<string[]> =>
  withClient(ownerUrl, async (client) => {
    const known = await applied(client);
    return migrationsIn(folder)
      .filter((each) => !known.has(each.name))
      .map((each) => each.name);
  });

/**
 * Applies what is missing, in order, each file in one transaction, under one lock for the whole database.
 * A file that changed after it was applied is refused: history is not rewritten.
 * @returns names applied now.
 */
export const migrate = (ownerUrl: string, folder: string): Promise<string[]> =>
  withClient(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock(7202602)');
    const known = await applied(client);
    const fresh: string[] = [];
    for (const { name, sql, hash } of migrationsIn(folder)) {
      const before = known.get(name);
      if (before === hash) continue;
      if (before !== undefined) {
        throw new Error(`The migration ${name} was changed after it was applied; add a new file instead.`);
      }
      await client.query('begin');
      try {
        await client.query(sql);
        await client.query('insert into migrations.applied (name, hash) values ($1, $2)', [name, hash]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw new Error(`The migration ${name} failed: ${(error as Error).message}`, { cause: error });
      }
      fresh.push(name);
    }
    return fresh;
  });
