import { inBatch } from './batch.ts';
import { byTheMachine, lastWord } from './epilogue.ts';
import { type Plan, planFor, possible, targetsFor } from './plan.ts';
import type { StageSet } from './stage-set.ts';
import { tell } from './tell.ts';
import { requestIdOf, Teller } from './teller.ts';

/** Dossiers of one transaction. */
const batchSize = 25;
/** Side by side, each on a connection of its own. */
const lanes = 5;

/**
 * Tells all dossiers that are not told yet. A lane has whole centres, each in the order of its filings, so that codes
 * come out the same however the lanes run.
 */
export async function tellAll(
  set: StageSet,
  options: {
    readonly seed: number;
    readonly count: number;
    readonly told: ReadonlySet<string>;
    readonly progress: (done: number) => void;
  },
): Promise<number> {
  const plans = targetsFor(options.seed, options.count, (target) => possible(set, target))
    .map((target, i) => planFor(set, options.seed, i + 1, target))
    .filter((plan) => !options.told.has(requestIdOf(plan.index)));
  const centres = Map.groupBy(plans, (plan) => plan.receiver);
  const queues: Plan[][] = Array.from({ length: lanes }, () => []);
  for (const own of [...centres.values()].sort((a, b) => b.length - a.length)) {
    const shortest = queues.reduce((best, queue) => (queue.length < best.length ? queue : best));
    shortest.push(...own);
  }
  let done = 0;
  let broken = false;
  const lane = async (queue: Plan[]): Promise<void> => {
    queue.sort((a, b) => a.submittedAt - b.submittedAt || a.index - b.index);
    for (let at = 0; at < queue.length && !broken; at += batchSize) {
      const batch = queue.slice(at, at + batchSize);
      await tellBatch(set, batch);
      done += batch.length;
      options.progress(done);
    }
  };
  // Whoever hears of a fault may begin again at once: by then nothing of this attempt is under way any more.
  const halt = (error: unknown): never => {
    broken = true;
    throw error;
  };
  const ends = await Promise.allSettled(queues.map((queue) => lane(queue).catch(halt)));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return done;
}

/** First what people did, then what the machine did after them as the worker, then their last word. */
async function tellBatch(set: StageSet, batch: readonly Plan[]): Promise<void> {
  const tellers = batch.map((plan) => new Teller(set, plan));
  for (const [database, pass] of [
    [set.web, tell],
    [set.worker, byTheMachine],
    [set.web, lastWord],
  ] as const)
    await inBatch(database, async (db) => {
      for (const teller of tellers) await pass(teller.use(db));
    });
}
