import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '#platform/db';
import { aPort } from '../../support/port.ts';
import { sameUser } from '../../support/prepare.ts';
import { root } from '../../support/tree.ts';

/** The product while the journeys run. */
export interface Product {
  readonly origin: string;
  /** VNeID cuts every connection meanwhile; journeys that need it wait for it to come back. */
  whileVneidIsDown<T>(work: () => Promise<T>): Promise<T>;
  /** For whoever signs in: begins when VNeID answers, and keeps it answering until the end. */
  whileVneidIsUp<T>(work: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

const readyWithinMs = 120_000;
const endsWithinMs = 30_000;

export type SampleOfProduct = 'province' | 'ministry';

/** Starts everything on a folder of its own, or uses what JOURNEYS_ORIGIN names (to write a journey against). */
export async function startProduct(sample: SampleOfProduct): Promise<Product> {
  const standing = sample === 'province' && process.env['JOURNEYS_ORIGIN'];
  if (standing) return { ...doorsOf(standing), stop: async () => {} };
  const dataDir = mkdtempSync(path.join(tmpdir(), 'mc-journeys-'));
  const { PORT: _port, NODE_TEST_CONTEXT: _context, ...env } = process.env;
  const database = await givenDatabase(dataDir, sample);
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(import.meta.dirname, 'product-process.ts')],
    {
      cwd: root,
      env: {
        ...env,
        ...database,
        SAMPLE: sample,
        PORT: String(await aPort()),
        DATA_DIR: dataDir,
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const stop = async () => {
    await end(child);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    return { ...doorsOf(await readyAt(child)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Where the tests were given a PostgreSQL, the journeys use it too: a database of their own there, with the roles that the
 * other suites go on with.
 */
async function givenDatabase(dataDir: string, sample: SampleOfProduct): Promise<Record<string, string>> {
  const { TEST_OWNER: owner, TEST_TEMPLATE: template, TEST_FOLDER: folder } = process.env;
  const given = process.env['TEST_OWNER_URL'] ?? process.env['DATABASE_URL'];
  if (!given || !owner || !template || !folder) return {};
  const name = `${template}_journeys_${sample}`;
  await withClient(owner, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} template template0`);
  });
  cpSync(path.join(folder, 'secrets'), path.join(dataDir, 'secrets'), { recursive: true });
  return { DATABASE_URL: sameUser(owner, name), DEMO: 'on' };
}

function readyAt(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`The product is not ready: ${said}`)), readyWithinMs);
    const hear = (text: string): void => {
      said = (said + text).slice(-4000);
      const ready = /is ready at (http:\S+)/.exec(said);
      if (!ready?.[1]) return;
      clearTimeout(late);
      resolve(ready[1]);
    };
    child.stdout?.setEncoding('utf8').on('data', hear);
    child.stderr?.setEncoding('utf8').on('data', hear);
    child.on('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`The product ended with ${code}: ${said}`));
    });
  });
}

/** The supervisor ends web, worker, simulators and database itself. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const impatient = setTimeout(() => child.kill('SIGKILL'), endsWithinMs);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(impatient);
}

function doorsOf(origin: string): Omit<Product, 'stop'> {
  let up: Promise<void> = Promise.resolve();
  const inside = new Set<Promise<unknown>>();
  let issuer: string | undefined;
  const behave = async (behaviour: { readonly down?: boolean }): Promise<void> => {
    issuer ??= await issuerOf(origin);
    const answer = await fetch(`${issuer}/mo-phong/hanh-vi`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(behaviour),
    });
    if (answer.status !== 204) throw new Error(`The simulator answered ${answer.status}`);
  };
  return {
    origin,
    async whileVneidIsUp(work) {
      await up;
      const signingIn = work();
      inside.add(signingIn);
      try {
        return await signingIn;
      } finally {
        inside.delete(signingIn);
      }
    },
    async whileVneidIsDown(work) {
      const before = up;
      const away = Promise.withResolvers<void>();
      up = away.promise;
      await before;
      await Promise.allSettled(inside);
      await behave({ down: true });
      try {
        await signInLeads(origin, false);
        return await work();
      } finally {
        await behave({});
        await signInLeads(origin, true);
        away.resolve();
      }
    },
  };
}

/** Where the sign-in sends people, while it answers. */
async function issuerOf(origin: string): Promise<string> {
  const to = await leadsTo(origin);
  if (!to) throw new Error('The sign-in leads nowhere');
  return new URL(to).origin;
}

/** The product remembers for a few seconds whether VNeID stood: what it says is waited for, not guessed. */
async function signInLeads(origin: string, wanted: boolean): Promise<void> {
  for (let tries = 0; tries < 12; tries++) {
    if (((await leadsTo(origin)) !== undefined) === wanted) return;
    await sleep(1500);
  }
  throw new Error(`The sign-in ${wanted ? 'does not lead' : 'still leads'} to VNeID`);
}

const leadsTo = (origin: string): Promise<string | undefined> =>
  new Promise((resolve, reject) => {
    request(`${origin}/dang-nhap/vneid`, (answer) => {
      answer.resume();
      resolve(answer.headers.location);
    })
      .on('error', reject)
      .end();
  });
