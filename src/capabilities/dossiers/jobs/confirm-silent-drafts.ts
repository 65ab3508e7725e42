import type { Job } from '#platform/jobs';
import type { DossierServices } from '../services.ts';
import { dueDrafts } from './queries.ts';
import { sweep } from './sweep.ts';

/** A draft result was shown, one working day went by without a word: go ahead (step texts of civil status). */
export const confirmSilentDrafts = (services: DossierServices): Job => ({
  name: 'dossiers.confirm-silent-drafts',
  wake: { cron: '* * * * *' },
  run: (ctx) => sweep(ctx, services, dueDrafts, { now: ctx.clock.now() }, 'confirm-draft'),
});
