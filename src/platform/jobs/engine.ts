import { Logger, parseCronItems, type Runner, run, runMigrations } from 'graphile-worker';
import { withClient } from '#platform/db';
import type { Log } from '#platform/log';
import type { Job } from './types.ts';

const schema = 'graphile_worker';
const quiet = new Logger(() => () => {});

/**
 * Makes or renews the engine's own tables as the owner. It protects them with row-level security and leaves out the
 * policies, so the worker's role is let in here; the web role is not and cannot add jobs.
 */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, schema, logger: quiet });
  await withClient(ownerUrl, async (client) => {
    await client.query(`grant usage on schema ${schema} to motcua_worker;
      grant select, insert, update, delete on all tables in schema ${schema} to motcua_worker;
      grant usage on all sequences in schema ${schema} to motcua_worker;
      grant execute on all functions in schema ${schema} to motcua_worker;
      do $$
      declare t record;
      begin
        for t in select c.oid::regclass as name from pg_class c where c.relnamespace = '${schema}'::regnamespace
            and c.relkind in ('r', 'p') and c.relrowsecurity
            and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'worker_all') loop
          execute format('create policy worker_all on %s to motcua_worker using (true) with check (true)', t.name);
        end loop;
      end $$`);
  });
}

export interface Engine {
  stop(): Promise<void>;
}

/** Wakes jobs by cron. A job that still runs is not woken a second time, and one that failed waits for its next line. */
export async function startEngine(
  url: string,
  jobs: readonly { readonly job: Job; readonly cron: string; readonly run: () => Promise<void> }[],
  log: Log,
  ended: () => void,
): Promise<Engine> {
  const runner: Runner = await run({
    connectionString: url,
    schema,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') log.error({ engine: message }, 'the job engine reports an error');
      else if (level === 'warning') log.warn({ engine: message }, 'the job engine warns');
    }),
    noHandleSignals: true,
    concurrency: 2,
    maxPoolSize: 4,
    pollInterval: 2000,
    taskList: Object.fromEntries(jobs.map(({ job, run: work }) => [job.name, work])),
    parsedCronItems: parseCronItems(
      jobs.map(({ job, cron }) => ({
        task: job.name,
        match: cron,
        identifier: job.name,
        options: { backfillPeriod: 0, maxAttempts: 1, queueName: job.name, jobKey: job.name },
      })),
    ),
  });
  runner.promise.then(ended, (error: unknown) => {
    log.error({ error }, 'the job engine ended');
    ended();
  });
  return { stop: () => runner.stop() };
}
