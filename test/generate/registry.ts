import { actsPage } from './acts.ts';
import { decisionsPage } from './decisions.ts';
import type { Generator } from './generator.ts';
import { houseMap } from './house-map.ts';
import { metricsPage } from './metrics.ts';
import { routesPage } from './routes.ts';
import { settingsPage } from './settings.ts';

/** Every generated page has its maker here; a page in docs/reference without one is stale. */
export const generators: readonly Generator[] = [
  houseMap,
  actsPage,
  metricsPage,
  routesPage,
  settingsPage,
  decisionsPage,
];
