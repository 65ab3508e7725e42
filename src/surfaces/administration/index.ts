import type { Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { attentionPages } from './attention/attention.page.ts';
import { calendarPages } from './calendar/calendar.page.ts';
import type { AdministrationDeps } from './core/deps.ts';
import { homePage } from './home/home.page.ts';
import { journalPage } from './journal/journal.page.ts';
import { officerPages } from './people/officer.page.ts';
import { unitPeoplePages } from './people/unit-people.page.ts';
import { procedurePages } from './procedures/procedures.page.ts';
import { rightsPage } from './rights/rights.page.ts';
import { settingsPage } from './settings/settings.page.ts';
import { unitListPage } from './units/list.page.ts';
import { unitPages } from './units/unit.page.ts';

/** Every page of administration. */
export const administrationRoutes = (doors: Doors, deps: AdministrationDeps): readonly Route[] => [
  homePage(doors),
  unitListPage(doors),
  ...unitPages(doors),
  ...unitPeoplePages(doors, deps),
  ...officerPages(doors, deps),
  rightsPage(doors),
  ...calendarPages(doors),
  ...procedurePages(doors),
  ...attentionPages(doors),
  journalPage(doors, deps),
  settingsPage(doors),
];
