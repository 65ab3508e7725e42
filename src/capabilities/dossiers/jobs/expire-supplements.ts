import { localDate } from '#kernel/time';
import type { Job } from '#platform/jobs';
import type { DossierServices } from '../services.ts';
import { dueSupplements } from './queries.ts';
import { sweep } from './sweep.ts';

/** The day to send papers has passed unused: 5 → 3 before acceptance, 5 → 8 after it. */
export const expireSupplements = (services: DossierServices): Job => ({
  name: 'dossiers.expire-supplements',
  wake: { cron: '* * * * *' },
  run: (ctx) =>
    sweep(ctx, services, dueSupplements, { today: localDate(ctx.clock.now()) }, 'expire-supplement'),
});
