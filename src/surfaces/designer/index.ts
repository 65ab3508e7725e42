import type { Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { approvalPages } from './approval/approval.page.ts';
import type { DesignerDeps } from './core/deps.ts';
import { decisionPages } from './decisions/decisions.page.ts';
import { diagramPages } from './diagram/diagram.page.ts';
import { differencePage } from './difference/difference.page.ts';
import { checkLogicPage } from './form/check-logic.page.ts';
import { formPages } from './form/form.page.ts';
import { listPages } from './list/list.page.ts';
import { overviewPage } from './overview/overview.page.ts';
import { todoPage } from './overview/todo.page.ts';
import { packagePages } from './packages/packages.page.ts';
import { blockPages } from './parts/blocks.page.ts';
import { partPages } from './parts/parts.page.ts';
import { officerPreviewPage } from './preview/officer.page.ts';
import { paperPreviewPages } from './preview/paper.page.ts';
import { previewPage } from './preview/preview.page.ts';
import { lookPages } from './templates/look.page.ts';
import { templatePages } from './templates/template.page.ts';
import { templatesPages } from './templates/templates.page.ts';
import { deskPages } from './try/desk.page.ts';
import { screenPages } from './try/screens.page.ts';
import { tryPages } from './try/try.page.ts';
import { undoPages } from './undo/undo.page.ts';
import { closingPage } from './versions/closing.page.ts';
import { comparePage } from './versions/compare.page.ts';
import { movePages } from './versions/move/move.page.ts';
import { versionsPages } from './versions/versions.page.ts';

/** Every page of the designer. */
export const designerRoutes = (doors: Doors, deps: DesignerDeps): readonly Route[] => [
  ...listPages(doors, deps),
  checkLogicPage(doors),
  overviewPage(doors, deps),
  todoPage(),
  ...formPages(doors, deps),
  previewPage(doors, deps),
  officerPreviewPage(doors, deps),
  ...paperPreviewPages(doors, deps),
  ...partPages(doors),
  ...blockPages(doors),
  ...undoPages(doors),
  ...diagramPages(doors),
  ...decisionPages(doors, deps),
  ...templatesPages(doors),
  ...templatePages(doors),
  ...lookPages(doors),
  ...tryPages(doors, deps),
  ...screenPages(doors, deps),
  ...deskPages(doors, deps),
  differencePage(doors, deps),
  ...versionsPages(doors, deps),
  closingPage(doors, deps),
  comparePage(doors, deps),
  ...packagePages(doors, deps),
  ...movePages(doors, deps),
  ...approvalPages(doors, deps),
];
