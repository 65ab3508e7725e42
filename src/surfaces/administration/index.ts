import type { Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { announcementPages } from './announcements/announcement.page.ts';
import { announcementListPage } from './announcements/list.page.ts';
import { attentionPages } from './attention/attention.page.ts';
import { calendarPages } from './calendar/calendar.page.ts';
import type { AdministrationDeps } from './core/deps.ts';
import { homePage } from './home/home.page.ts';
import { journalPage } from './journal/journal.page.ts';
import { levelPages } from './levels/levels.page.ts';
import { listPages } from './lists/lists.page.ts';
import { moveListPages } from './moves/list.page.ts';
import { movePages } from './moves/move.page.ts';
import { filePages } from './officials/file.page.ts';
import { handInPages } from './officials/hand-in.page.ts';
import { officerPages } from './people/officer.page.ts';
import { unitPeoplePages } from './people/unit-people.page.ts';
import { procedurePages } from './procedures/procedures.page.ts';
import { rightsPage } from './rights/rights.page.ts';
import { settingsPage } from './settings/settings.page.ts';
import { unitListPage } from './units/list.page.ts';
import { sealPages } from './units/seal.page.ts';
import { unitPages } from './units/unit.page.ts';

/** Every page of administration. */
export const administrationRoutes = (doors: Doors, deps: AdministrationDeps): readonly Route[] => [
  homePage(doors),
  unitListPage(doors),
  ...unitPages(doors),
  ...sealPages(doors),
  ...unitPeoplePages(doors, deps),
  ...officerPages(doors, deps),
  ...handInPages(doors),
  ...filePages(doors, deps),
  rightsPage(doors),
  ...calendarPages(doors),
  ...procedurePages(doors),
  announcementListPage(doors),
  ...announcementPages(doors),
  ...levelPages(doors),
  ...moveListPages(doors),
  ...movePages(doors),
  ...listPages(doors),
  ...attentionPages(doors),
  journalPage(doors, deps),
  settingsPage(doors),
];
