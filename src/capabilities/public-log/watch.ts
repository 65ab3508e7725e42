import { uuidv7 } from '#kernel/ids';
import { type Ctx, scopeOf } from '#platform/context';
import type { Job } from '#platform/jobs';
import type { Witness } from '#ports/public-log';
import { compareRows, type RowFinding } from './compare.ts';
import { askWitnesses, type LogIdentity, publish } from './publish.ts';
import { keepFinding } from './queries/index.ts';
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
  { name: 'public-log.compare', wake: { everyMs: 30_000 }, run: compareAndNote },
];

/** Page after page as long as they are full. */
async function takeOverAll(ctx: Ctx): Promise<number> {
  let all = 0;
  for (let taken = most; taken === most; all += taken) taken = await takeOver(ctx);
  return all;
}

/** Compares everything once and keeps what was found. @returns how many rows do not agree with the log. */
export async function compareAndNote(ctx: Ctx): Promise<number> {
  let count = 0;
  for await (const found of compareRows(ctx))
    for (const finding of found) {
      count += 1;
      await note(ctx, finding);
    }
  return count;
}

const note = (ctx: Ctx, { kind, source, key, index }: RowFinding): Promise<void> =>
  ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const now = ctx.clock.now();
    const at = new Date(now).toISOString();
    const kept = await transactor.get(keepFinding, { id: uuidv7(now), kind, source, key, index, at });
    // Told once: whoever reads the log of the process must not be drowned by it.
    if (kept.new) ctx.log.error({ kind, source, key, index }, 'a row does not agree with the public log');
  });
