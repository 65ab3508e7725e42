import { systemScope } from '#platform/db';
import type { Job } from '#platform/jobs';
import * as sql from '../queries/officials.ts';

const keptFor = 7 * 86_400_000;

/** Files of officials hold personal numbers: what nobody confirmed within a week is forgotten, with the reports of those that were taken. */
export const forgetOfficialsFiles: Job = {
  name: 'identity.forget-officials-files',
  wake: { cron: '17 19 * * *' },
  async run(ctx) {
    const gone = await ctx.db.transact(systemScope, (t) =>
      t.rows(sql.forgetOfficialsFiles, { before: ctx.clock.now() - keptFor }),
    );
    return gone.length;
  },
};
