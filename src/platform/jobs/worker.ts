import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '#platform/log';
import { type Dispatching, dispatchOnce } from './dispatch.ts';
import { type Engine, startEngine } from './engine.ts';
import type { Job } from './types.ts';

export interface WorkerOptions extends Dispatching {
  /** Address of the worker's role, for the job engine's own connections. */
  readonly url: string;
  readonly jobs: readonly Job[];
  /** Pause of the dispatcher when nothing waits, in ms. */
  readonly pollMs?: number;
}

export interface RunningWorker {
  /** Finishes what is in hand, takes nothing new. */
  stop(): Promise<void>;
}

/** A loop with a pause when there is nothing to do, and a longer one after an error (the database may be away). */
async function loop(
  name: string,
  pauseMs: number,
  log: Log,
  signal: AbortSignal,
  turn: () => Promise<number>,
) {
  while (!signal.aborted) {
    let pause = pauseMs;
    try {
      if ((await turn()) > 0) pause = 0;
    } catch (error) {
      log.warn({ loop: name, error }, 'a loop of the worker stumbled');
      pause = Math.max(pauseMs, 1000);
    }
    if (pause > 0) await sleep(pause, undefined, { signal }).catch(() => {});
  }
}

const guarded =
  (job: Job, { ctxFor, log, watching }: WorkerOptions) =>
  async (): Promise<number> => {
    const began = performance.now();
    const tell = (outcome: 'done' | 'again') => watching?.job(job.name, outcome, performance.now() - began);
    try {
      const done = await job.run(ctxFor(job.name));
      tell('done');
      if (done > 0) log.debug({ job: job.name, done }, 'a job did something');
      return done;
    } catch (error) {
      tell('again');
      log.error({ job: job.name, error }, 'a job failed');
      return 0;
    }
  };

/** Starts the dispatcher of the outbox, the loops that cannot wait a minute, and the engine that wakes the sweeps. */
export function startWorker(options: WorkerOptions): RunningWorker {
  const { jobs, log, pollMs = 250 } = options;
  const ending = new AbortController();
  const { signal } = ending;
  const loops = [
    loop('outbox', pollMs, log, signal, async () => {
      const { done, failed } = await dispatchOnce(options);
      return done + failed;
    }),
    ...jobs.flatMap((job) =>
      'everyMs' in job.wake ? [loop(job.name, job.wake.everyMs, log, signal, guarded(job, options))] : [],
    ),
    keepEngine(options, signal),
  ];
  return {
    async stop() {
      ending.abort();
      await Promise.all(loops);
    },
  };
}

/** The engine gives up when its database goes away; it is started again until the worker stops. */
async function keepEngine(options: WorkerOptions, signal: AbortSignal): Promise<void> {
  const { url, jobs, log } = options;
  const lines = jobs.flatMap((job) => {
    if (!('cron' in job.wake)) return [];
    const work = guarded(job, options);
    return [{ job, cron: job.wake.cron, run: async () => void (await work()) }];
  });
  if (lines.length === 0) return;
  while (!signal.aborted) {
    let engine: Engine | undefined;
    try {
      const end = Promise.withResolvers<void>();
      engine = await startEngine(url, lines, log, end.resolve);
      signal.addEventListener('abort', () => end.resolve(), { once: true });
      if (signal.aborted) end.resolve();
      await end.promise;
    } catch (error) {
      log.warn({ error }, 'the job engine does not start');
    }
    await engine?.stop().catch(() => {}); // it may have ended by itself
    if (!signal.aborted) await sleep(1000, undefined, { signal }).catch(() => {});
  }
}
