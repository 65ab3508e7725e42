import type { Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { centrePages } from './centre/centre.page.ts';
import { checkPages } from './check/check.page.ts';
import { deliveryPages } from './delivery/delivery.page.ts';
import { documentPages } from './document/document.page.ts';
import { documentsPages } from './documents/documents.page.ts';
import { donePages } from './done/done.page.ts';
import { eligibilityPages } from './eligibility/eligibility.page.ts';
import { forWhomPages } from './for-whom/for-whom.page.ts';
import { identityPages } from './identity/identity.page.ts';
import { pausePage } from './pause/pause.page.ts';
import { questionPages } from './question/question.page.ts';
import { removePages } from './remove/remove.page.ts';
import { representedPages } from './represented/represented.page.ts';
import { signPages } from './sign/sign.page.ts';
import { startPage } from './start/start.page.ts';
import { tasksPage } from './tasks/tasks.page.ts';

/** The way to a filed dossier, from "what do I need" to the confirmation. */
export const filingRoutes = (doors: Doors): readonly Route[] => [
  startPage(doors),
  ...eligibilityPages(doors),
  ...identityPages(doors),
  ...forWhomPages(doors),
  tasksPage(doors),
  ...representedPages(doors),
  ...questionPages(doors),
  ...documentsPages(doors),
  ...documentPages(doors),
  ...centrePages(doors),
  ...deliveryPages(doors),
  ...checkPages(doors),
  ...signPages(doors),
  ...donePages(doors),
  pausePage(doors),
  ...removePages(doors),
];
