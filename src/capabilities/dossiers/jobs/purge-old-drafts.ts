import { systemScope } from '#platform/db';
import type { Job } from '#platform/jobs';
import { purgeDrafts } from './queries.ts';

const size = 200;

/** Drafts untouched for 90 days, never submitted. A submitted one stays: it is the key of its submission. */
export const purgeOldDrafts: Job = {
  name: 'dossiers.purge-old-drafts',
  wake: { cron: '17 * * * *' },
  async run(ctx) {
    const gone = await ctx.db.transact(systemScope, (transactor) =>
      transactor.rows(purgeDrafts, { now: ctx.clock.now(), size }),
    );
    return gone.length;
  },
};
