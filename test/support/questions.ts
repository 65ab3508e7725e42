/** The portal's way of drawing a question, for tests of surfaces that are handed it by main. */
export { questionView } from '../../src/surfaces/portal/filing/sheet/question-view.ts';
/** The portal's page of tracking, likewise. */
export { triedTracking } from '../../src/surfaces/portal/tracking/tried.view.ts';
