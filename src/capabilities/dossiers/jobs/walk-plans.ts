import type { Ctx } from '#platform/context';
import { systemScope } from '#platform/db';
import type { Job } from '#platform/jobs';
import { actOnDossier } from '../commands/act-on-dossier.ts';
import { openCalled } from '../commands/open-called.ts';
import type { DossierRef } from '../queries/load-dossier.ts';
import type { DossierServices } from '../services.ts';
import { duePlans } from './queries.ts';

const nothing = '00000000-0000-0000-0000-000000000000';
const size = 50;
/** Timers of one dossier that go off in one look: after a long stand-still several may be due at once. */
const mostTimers = 20;

/** Timers of plans that are due go off, and dossiers of interlinked procedures are opened: one transaction each. */
export const walkPlans = (services: DossierServices): Job => ({
  name: 'dossiers.walk-plans',
  wake: { cron: '* * * * *' },
  async run(ctx) {
    let after = { home_unit: nothing, id: nothing };
    let count = 0;
    for (;;) {
      const params = { now: ctx.clock.now(), after_unit: after.home_unit, after_id: after.id, size };
      const rows = await ctx.db.read(systemScope, (reader) => reader.rows(duePlans, params));
      for (const row of rows) count += await walkOne(ctx, services, { homeUnit: row.home_unit, id: row.id });
      const last = rows.at(-1);
      if (!last || rows.length < size) return count;
      after = last;
    }
  },
});

/** One that is refused or fails is left for the next look and keeps no other waiting. @returns how many things were done. */
async function walkOne(ctx: Ctx, services: DossierServices, ref: DossierRef): Promise<number> {
  let count = 0;
  try {
    for (let turns = 0; turns < mostTimers; turns++) {
      const opened = await openCalled(ctx, services, ref);
      const outcome = opened.ok ? opened : await actOnDossier(ctx, services, ref, 'fire-timer', {});
      if (!outcome.ok) {
        const known = outcome.refusal.code === 'not-due' || outcome.refusal.code === 'other-stage';
        if (!known || (!opened.ok && opened.refusal.code !== 'not-waiting'))
          ctx.log.warn(
            { dossier: ref.id, timer: outcome.refusal.code, call: opened.ok ? '' : opened.refusal.code },
            'a plan could not go on by itself',
          );
        return count;
      }
      count++;
    }
  } catch (error) {
    ctx.log.error({ dossier: ref.id, error }, 'a plan could not be walked');
  }
  return count;
}
