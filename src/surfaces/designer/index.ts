import type { Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { approvalPages } from './approval/approval.page.ts';
import type { DesignerDeps } from './core/deps.ts';
import { diagramPages } from './diagram/diagram.page.ts';
import { differencePage } from './difference/difference.page.ts';
import { checkLogicPage } from './form/check-logic.page.ts';
import { formPages } from './form/form.page.ts';
import { listPages } from './list/list.page.ts';
import { overviewPage } from './overview/overview.page.ts';
import { partPages } from './parts/parts.page.ts';
import { previewPage } from './preview/preview.page.ts';
import { tryPage } from './try/try.page.ts';
import { versionsPages } from './versions/versions.page.ts';

/** Every page of the designer. */
export const designerRoutes = (doors: Doors, deps: DesignerDeps): readonly Route[] => [
  ...listPages(doors, deps),
  checkLogicPage(),
  overviewPage(doors, deps),
  ...formPages(doors, deps),
  previewPage(doors, deps),
  ...partPages(doors),
  ...diagramPages(doors),
  tryPage(doors),
  differencePage(doors, deps),
  ...versionsPages(doors, deps),
  ...approvalPages(doors, deps),
];
