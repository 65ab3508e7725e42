import type { Database } from '#platform/db';
import { inBatch } from './batch.ts';
import { type Plan, planFor, targetsFor } from './plan.ts';
import type { StageSet } from './stage-set.ts';
import { tell } from './tell.ts';
import { requestIdOf, Teller } from './teller.ts';

/** Dossiers of one transaction. */
const batchSize = 25;
/** Side by side, each on a connection of its own. */
const lanes = 5;

/** The machine acts in these: they cannot share the transaction of a person's connection. */
const needsTheMachine = (plan: Plan): boolean => plan.target.endsWith('expired');

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
  const plans = targetsFor(options.seed, options.count)
    .map((target, i) => planFor(set, options.seed, i + 1, target))
    .filter((plan) => !options.told.has(requestIdOf(plan.index)));
  const centres = Map.groupBy(plans, (plan) => plan.receiver);
  const queues: Plan[][] = Array.from({ length: lanes }, () => []);
  for (const own of [...centres.values()].sort((a, b) => b.length - a.length)) {
    const shortest = queues.reduce((best, queue) => (queue.length < best.length ? queue : best));
    shortest.push(...own);
  }
  let done = 0;
  const lane = async (queue: Plan[]): Promise<void> => {
    queue.sort((a, b) => a.submittedAt - b.submittedAt || a.index - b.index);
    for (const batch of batches(queue)) {
      if (batch.every(needsTheMachine)) for (const plan of batch) await tell(new Teller(set, plan, set.web));
      else
        await inBatch(set.web, async (db: Database) => {
          for (const plan of batch) await tell(new Teller(set, plan, db));
        });
      done += batch.length;
      options.progress(done);
    }
  };
  await Promise.all(queues.map(lane));
  return done;
}

function* batches(queue: readonly Plan[]): Generator<readonly Plan[]> {
  let batch: Plan[] = [];
  for (const plan of queue) {
    const alone = needsTheMachine(plan);
    if (batch.length > 0 && (alone || batch.length >= batchSize)) {
      yield batch;
      batch = [];
    }
    if (alone) yield [plan];
    else batch.push(plan);
  }
  if (batch.length > 0) yield batch;
}
