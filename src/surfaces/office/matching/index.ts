import type { Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { itemPages } from './item.page.ts';
import { itemListPages } from './items.page.ts';
import { overviewPages } from './overview.page.ts';

/** Reconciliation of gateways, bank, books and dossiers (docs/how-to/reconcile-a-day.md). */
export const matchingRoutes = (doors: Doors): readonly Route[] => [
  ...overviewPages(doors),
  ...itemListPages(doors),
  ...itemPages(doors),
];
