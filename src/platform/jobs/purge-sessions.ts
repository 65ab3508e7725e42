import { systemScope } from '#platform/db';
import { purgeSessions } from './queries.ts';
import type { Job } from './types.ts';

const batch = 500;

/** Ended sessions are refused at once; their rows go a little later. */
export const purgeSessionsJob: Job = {
  name: 'sessions.purge',
  wake: { cron: '*/5 * * * *' },
  async run(ctx) {
    const gone = await ctx.db.transact(systemScope, (transactor) =>
      transactor.rows(purgeSessions, { now: ctx.clock.now(), size: batch }),
    );
    return gone.length;
  },
};
