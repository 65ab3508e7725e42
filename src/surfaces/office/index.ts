import type { PeopleDeps } from '#capabilities/identity';
import type { Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { absencePages } from './absence/absence.page.ts';
import { actPages } from './acts/act.page.ts';
import { booksRoutes } from './books/index.ts';
import { bulkPage, bulkUndoPage } from './bulk/bulk.page.ts';
import { consentBackPage } from './consent/back.page.ts';
import { counterRoutes } from './counter/index.ts';
import { dossierPage } from './dossier/dossier.page.ts';
import { fileRoutes } from './dossier/files.page.ts';
import { presencePage } from './dossier/presence.page.ts';
import { talkPages } from './dossier/talk.page.ts';
import { internalPages } from './internal/internal.page.ts';
import { landingPage } from './landing/landing.page.ts';
import { matchingRoutes } from './matching/index.ts';
import { ownKeyPages } from './own-key/own-key.page.ts';
import { registerPages } from './register/register.page.ts';
import { endResultPages } from './results/end-result.page.ts';
import { dropFilterPage, keepFilterPage } from './saved-filters/saved-filters.page.ts';
import { searchPage } from './search/search.page.ts';
import { takeNextPage } from './take-next/take-next.page.ts';
import { tillRoutes } from './till/index.ts';
import { exportPage } from './work-list/export.page.ts';
import { workListPage } from './work-list/work-list.page.ts';

/** Every page of the officers' office. */
export const officeRoutes = (doors: Doors, people: PeopleDeps): readonly Route[] => [
  landingPage(doors),
  workListPage(doors),
  exportPage(doors),
  ...registerPages(doors),
  keepFilterPage(),
  dropFilterPage(),
  takeNextPage(doors),
  bulkPage(doors),
  bulkUndoPage(doors),
  consentBackPage(doors),
  searchPage(doors),
  dossierPage(doors),
  presencePage(),
  ...talkPages(doors),
  ...fileRoutes(doors),
  ...actPages(doors),
  ...endResultPages(doors),
  ...absencePages(doors, people),
  ...ownKeyPages(doors),
  ...counterRoutes(doors),
  ...tillRoutes(doors),
  ...booksRoutes(doors),
  ...internalPages(doors),
  ...matchingRoutes(doors),
];
