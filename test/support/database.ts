import { after } from 'node:test';
import { z } from 'zod';
import type { Actor } from '#kernel/actor';
import { publicActor } from '#kernel/actor';
import { asPlainDate, instantAt, SetClock } from '#kernel/time';
import type { Ctx } from '#platform/context';
import { type Database, openDatabase, type Scope, withClient } from '#platform/db';
import { createLog } from '#platform/log';
import { type Prepared, prepare, sameUser } from './prepare.ts';

/** A clone of the lean template, opened as web, worker and (for looking only) owner. */
export interface TestDatabase {
  readonly name: string;
  readonly ownerUrl: string;
  readonly web: Database;
  readonly worker: Database;
  /** Plain SQL as the owner, to arrange and to look; never the product's way. */
  sql<R = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /** Plain SQL as the web role within a scope: what the policies alone let through. */
  tryAs<R = Record<string, unknown>>(scope: Scope, text: string): Promise<R[]>;
}

let own: Prepared | undefined;
let made = 0;
let open = 0;

async function environment(): Promise<Record<string, string | undefined>> {
  if (process.env['TEST_TEMPLATE']) return process.env;
  // A single test file run by hand prepares for itself.
  own ??= await prepare();
  return own.env;
}

export async function aDatabase(template?: string): Promise<TestDatabase> {
  const env = await environment();
  const name = `${env['TEST_TEMPLATE']}_${process.pid}_${made++}`;
  open++;
  const owner = env['TEST_OWNER'] ?? '';
  await withClient(owner, (client) =>
    client.query(`create database ${name} template ${template ?? env['TEST_TEMPLATE']}`),
  );
  const ownerUrl = sameUser(owner, name);
  const connect = (url: string | undefined) =>
    openDatabase({
      url: sameUser(url ?? '', name),
      max: 6,
      applicationName: 'test',
      statementTimeout: 10_000,
    });
  const web = connect(env['TEST_WEB']);
  const worker = connect(env['TEST_WORKER']);
  after(async () => {
    await web.close();
    await worker.close();
    await dropDatabase(owner, name);
    if (--open === 0 && own) {
      const mine = own;
      own = undefined;
      await mine.stop();
    }
  });
  return {
    name,
    ownerUrl,
    web,
    worker,
    sql: (text, values = []) =>
      withClient(ownerUrl, async (client) => (await client.query(text, [...values])).rows as never),
    tryAs: (scope, text) =>
      web.transact(
        scope,
        (transactor) => transactor.rows({ name: '', text, order: [], row: z.unknown() }, {}) as never,
      ),
  };
}

/** Wednesday 25 November 2026, 09:00: an ordinary working morning. */
export const aWorkingMorning = instantAt(asPlainDate('2026-11-25'), 9 * 60);

export function aCtx(
  db: Database,
  actor: Actor = publicActor,
  clock = new SetClock(aWorkingMorning),
): Ctx & { clock: SetClock } {
  return { clock, actor, locale: 'vi', db, log: createLog('test', 'silent'), requestId: 'test' };
}

/** A backend may linger a moment after its pool has ended, and only its own role may end it: wait for it, do not force. */
async function dropDatabase(owner: string, name: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await withClient(owner, (client) => client.query(`drop database if exists ${name}`));
      return;
    } catch (error) {
      if (attempt >= 20) return; // the cluster goes with the test run
      if ((error as { code?: string }).code !== '55006') throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
