import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
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

/** Starts everything on a folder of its own, or uses what JOURNEYS_ORIGIN names (to write a journey against). */
export async function startProduct(): Promise<Product> {
  const standing = process.env['JOURNEYS_ORIGIN'];
  if (standing) return { ...doorsOf(standing), stop: async () => {} };
  const dataDir = mkdtempSync(path.join(tmpdir(), 'mc-journeys-'));
  const { DATABASE_URL: _owner, PORT: _port, NODE_TEST_CONTEXT: _context, ...env } = process.env;
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(import.meta.dirname, 'product-process.ts')],
    {
      cwd: root,
      env: { ...env, DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
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
        return await work();
      } finally {
        await behave({});
        away.resolve();
      }
    },
  };
}

let issuer: string | undefined;

/** Where the sign-in sends people, while it answers. */
const issuerOf = (origin: string): Promise<string> =>
  new Promise((resolve, reject) => {
    request(`${origin}/dang-nhap/vneid`, (answer) => {
      answer.resume();
      const to = answer.headers.location;
      if (to) resolve(new URL(to).origin);
      else reject(new Error(`The sign-in answered ${answer.statusCode}`));
    })
      .on('error', reject)
      .end();
  });
