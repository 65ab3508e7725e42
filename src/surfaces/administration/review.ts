import type { Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import type { ReviewDeps } from './core/review-deps.ts';
import { dutyPages } from './duties/duties.page.ts';
import { massChangePages } from './mass/change.page.ts';
import { massPages } from './mass/mass.page.ts';
import { nationalPages } from './national/national.page.ts';
import { simplificationPages } from './simplification/index.ts';

/** Pages that review procedures: many changed at once, the national list, duties beside them, costs and proposals. */
export const reviewRoutes = (doors: Doors, deps: ReviewDeps): readonly Route[] => [
  ...massPages(doors),
  ...massChangePages(doors, deps),
  ...nationalPages(doors),
  ...dutyPages(doors),
  ...simplificationPages(doors),
];
