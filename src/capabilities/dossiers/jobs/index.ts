import type { Job } from '#platform/jobs';
import { moveVersions } from '../moving/index.ts';
import type { DossierServices } from '../services.ts';
import { confirmSilentDrafts } from './confirm-silent-drafts.ts';
import { expireSupplements } from './expire-supplements.ts';
import { followDecentralisation } from './follow-decentralisation.ts';
import { purgeOldDrafts } from './purge-old-drafts.ts';
import { walkPlans } from './walk-plans.ts';
import { watchDeadlines } from './watch-deadlines.ts';

/** All sweeps of this room. */
export const dossierJobs = (services: DossierServices): readonly Job[] => [
  expireSupplements(services),
  confirmSilentDrafts(services),
  watchDeadlines(services),
  walkPlans(services),
  purgeOldDrafts,
  moveVersions(services),
  followDecentralisation(services),
];
export { countOverdue } from './count-overdue.ts';
export { keepFinder } from './keep-finder.ts';
