import { uuidv7 } from '#kernel/ids';
import { type Ctx, scopeOf } from '#platform/context';
import type { Job } from '#platform/jobs';
import type { Verifier, WatchedLog } from '#platform/tlog';
import type { Witness } from '#ports/public-log';
import { checkTree } from './check-tree.ts';
import type { Finding } from './compare.ts';
import { lookOver } from './look-over.ts';
import { lookEveryMs, restAfter } from './pace.ts';
import { askWitnesses, type LogIdentity, publish } from './publish.ts';
import { keepFinding, keepLook, watched } from './queries/index.ts';
import { most, takeOver } from './take-over.ts';

/**
 * What the worker does for the log: rows become leaves within a second of their commit, are signed and brought to witnesses,
 * and compared with the log all the time.
 */
export const publicLogJobs = (log: LogIdentity, witnesses: readonly Witness[]): readonly Job[] => [
  { name: 'public-log.take-over', wake: { everyMs: 400 }, run: takeOverAll },
  {
    name: 'public-log.publish',
    wake: { everyMs: 1000 },
    run: async (ctx) => (await publish(ctx, log)) + (await askWitnesses(ctx, witnesses)),
  },
  {
    name: 'public-log.compare',
    wake: { everyMs: lookEveryMs },
    run: (ctx) => watchOver(ctx, { origin: log.origin, keys: keysOf(log) }),
  },
];

/** All that ever signed: older checkpoints stay as they were signed. */
const keysOf = ({ signer, before, retired = [] }: LogIdentity): readonly Verifier[] => [
  signer.verifier,
  ...(before ? [before.verifier] : []),
  ...retired,
];

/** Page after page as long as they are full. */
async function takeOverAll(ctx: Ctx): Promise<number> {
  let all = 0;
  for (let taken = most; taken === most; all += taken) taken = await takeOver(ctx);
  return all;
}

/**
 * Looks at everything once, and at a part of it word by word, and keeps what was found. A look may take a fifth of the time:
 * what takes longer waits longer.
 */
export async function watchOver(ctx: Ctx, log: WatchedLog): Promise<number> {
  const { looked_at, look_ms } = await ctx.db.read(scopeOf(ctx.actor), (reader) => reader.get(watched, {}));
  const began = ctx.clock.now();
  if (looked_at !== null && looked_at <= began && began - looked_at < restAfter(look_ms)) return 0;
  let count = 0;
  for await (const found of lookOver(ctx)) count += await noteAll(ctx, found);
  count += await noteAll(ctx, await checkTree(ctx, log));
  const now = ctx.clock.now();
  const look = { at: new Date(now).toISOString(), ms: Math.max(0, now - began) };
  await ctx.db.transact(scopeOf(ctx.actor), (transactor) => transactor.get(keepLook, look));
  return count;
}

/** @returns how many were not known before. */
export async function noteAll(ctx: Ctx, found: readonly Finding[]): Promise<number> {
  let count = 0;
  for (const { kind, source, key, index } of found) {
    const now = ctx.clock.now();
    const at = new Date(now).toISOString();
    const kept = await ctx.db.transact(scopeOf(ctx.actor), (transactor) =>
      transactor.get(keepFinding, { id: uuidv7(now), kind, source, key, index, at }),
    );
    if (!kept.new) continue;
    count += 1;
    // Told once: whoever reads the log of the process must not be drowned by it.
    ctx.log.error({ kind, source, key, index }, 'a row does not agree with the public log');
  }
  return count;
}
