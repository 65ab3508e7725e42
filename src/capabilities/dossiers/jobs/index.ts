import type { Job } from '#platform/jobs';
import type { DossierServices } from '../services.ts';
import { confirmSilentDrafts } from './confirm-silent-drafts.ts';
import { expireSupplements } from './expire-supplements.ts';
import { purgeOldDrafts } from './purge-old-drafts.ts';
import { watchDeadlines } from './watch-deadlines.ts';

/** All sweeps of this room. */
export const dossierJobs = (services: DossierServices): readonly Job[] => [
  expireSupplements(services),
  confirmSilentDrafts(services),
  watchDeadlines(services),
  purgeOldDrafts,
];
export { countOverdue } from './count-overdue.ts';
export { keepFinder } from './keep-finder.ts';
