import type { Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { aboutPages } from './about/pages.ts';
import { anywherePages } from './anywhere/anywhere.page.ts';
import { centresPage } from './centres/centres.page.ts';
import { checkPages } from './check/check.page.ts';
import { dossierContactPages } from './contact/dossier-contact.page.ts';
import { ownContactPages } from './contact/own-contact.page.ts';
import { dossierPage } from './dossier/dossier.page.ts';
import { draftPages } from './dossier/draft.page.ts';
import { messagePages } from './dossier/messages.page.ts';
import { proofPage } from './dossier/proof.page.ts';
import { readOnlyPages } from './dossier/read-only.page.ts';
import { supplementPages } from './dossier/supplement.page.ts';
import { withdrawPages } from './dossier/withdraw.page.ts';
import { filingRoutes } from './filing/index.ts';
import { homePage } from './home/home.page.ts';
import { lifeEventPage } from './life-event/life-event.page.ts';
import { lookUpPages } from './look-up/look-up.page.ts';
import { trackedPages } from './look-up/tracked.page.ts';
import { askedPages } from './my/asked.page.ts';
import { inboxPages } from './my/inbox.page.ts';
import { myDataPage } from './my/my-data.page.ts';
import { myDossiersPage } from './my/my-dossiers.page.ts';
import { myPapersPage } from './my/papers.page.ts';
import { myReadingsPage } from './my/readings.page.ts';
import { paymentRoutes } from './payment/index.ts';
import { historyPages } from './procedure/history/history.page.ts';
import { procedurePage } from './procedure/procedure.page.ts';
import { publicLogPages } from './public-log/public-log.page.ts';
import { ownRatingPages } from './rating/own-rating.page.ts';
import { secretRatingPages } from './rating/secret-rating.page.ts';
import { refundPages } from './refunds/refunds.page.ts';
import { searchPage } from './search/search.page.ts';
import { settingsPage } from './settings/settings.page.ts';
import { verifierPage } from './verifier/verifier.page.ts';
import { walletPagesOf } from './wallet/index.ts';

/** Every page of the portal. */
export const portalRoutes = (doors: Doors): readonly Route[] => [
  homePage(doors),
  searchPage(doors),
  lifeEventPage(doors),
  procedurePage(doors),
  ...historyPages(doors),
  centresPage(doors),
  ...anywherePages(doors),
  ...lookUpPages(doors),
  ...trackedPages(doors),
  ...secretRatingPages(doors),
  myDossiersPage(doors),
  ...inboxPages(doors),
  myPapersPage(doors),
  ...askedPages(doors),
  ...walletPagesOf(doors),
  myDataPage(doors),
  myReadingsPage(doors),
  ...ownContactPages(doors),
  dossierPage(doors),
  ...supplementPages(doors),
  ...messagePages(doors),
  ...draftPages(doors),
  ...withdrawPages(doors),
  ...dossierContactPages(doors),
  ...readOnlyPages(doors),
  proofPage(doors),
  ...ownRatingPages(doors),
  ...refundPages(doors),
  ...paymentRoutes(doors),
  ...checkPages(doors),
  verifierPage(doors),
  ...publicLogPages(doors),
  settingsPage(doors),
  ...aboutPages(doors),
  ...filingRoutes(doors),
];
