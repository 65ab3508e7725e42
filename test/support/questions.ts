/** The portal's way of drawing a question, for tests of surfaces that are handed it by main. */

/** The office's pages of a dossier and of an act, likewise. */
export { triedAct, triedDossier } from '../../src/surfaces/office/tried/tried.view.ts';
export { questionView } from '../../src/surfaces/portal/filing/sheet/question-view.ts';
/** The portal's page of tracking, likewise. */
export { triedTracking } from '../../src/surfaces/portal/tracking/tried.view.ts';
