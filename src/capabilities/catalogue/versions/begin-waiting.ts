import { record } from '#capabilities/audit';
import { localDate } from '#kernel/time';
import { systemScope } from '#platform/db';
import type { Job } from '#platform/jobs';
import { draftTookEffect } from '../drafts/queries.ts';
import * as sql from './queries.ts';

const size = 100;

/** Versions whose date of effect has come take the place of those in force, in the order of their dates. */
export const beginWaitingVersions: Job = {
  name: 'catalogue.begin-waiting-versions',
  wake: { cron: '* * * * *' },
  async run(ctx) {
    const now = ctx.clock.now();
    return ctx.db.transact(systemScope, async (transactor) => {
      const due = await transactor.rows(sql.dueVersions, { today: localDate(now), size });
      for (const { code, version } of due) {
        await transactor.get(sql.oneAtATime, { code });
        await transactor.find(sql.replaceInForce, { code, at: new Date(now).toISOString() });
        await transactor.get(sql.takeEffect, { code, version });
        await transactor.find(sql.removeClosing, { code });
        await transactor.find(draftTookEffect, { code, version });
        await record(transactor, ctx, {
          action: 'catalogue.take-effect',
          subject: `procedure:${code}`,
          details: { version },
        });
      }
      return due.length;
    });
  },
};
