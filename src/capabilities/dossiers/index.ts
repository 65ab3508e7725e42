export { type Acted, type ActOptions, actOnDossier, rulesFor } from './commands/act-on-dossier.ts';
export { adoptGuest, confirmIdentities } from './commands/adopt-guest.ts';
export type { Applicant, NewDocument } from './commands/compose-dossier.ts';
export {
  addDraftFile,
  type DraftChange,
  deleteDraft,
  findDraft,
  listDrafts,
  removeDraftFile,
  type StoredFile,
  saveDraft,
  startDraft,
} from './commands/drafts.ts';
export {
  type CounterFiling,
  type ReceivedAtCounter,
  receiveAtCounter,
} from './commands/receive-at-counter.ts';
export { hashOfDraft, type Submitted, submitDossier } from './commands/submit-dossier.ts';
export { dropFilter, keepFilter, listFilters, writeMessage, writeNote } from './commands/talk.ts';
export { dossierJobs, keepFinder } from './jobs/index.ts';
export {
  type DossierView,
  locateDossier,
  myDossiers,
  possibleActs,
  presence,
  recordReading,
  searchDossiers,
  type TrackedDossier,
  trackDossier,
  viewDossier,
  type WorkFilter,
  workList,
  workListCounts,
  workUnits,
} from './look.ts';
export { dossierPermissions } from './permissions.ts';
export type { DeliveryWish, Draft, DraftFacts } from './queries/drafts.ts';
export { type DossierRef, type LoadedDossier, loadDossier } from './queries/load-dossier.ts';
export { actsOf, allDossiers } from './queries/looking.ts';
export type { Act, ActKind, ActPayloads } from './rules/acts.ts';
export { defaultCodePattern, isCodePattern, readDossierCode, readSecret } from './rules/code.ts';
export { type Filing, factsOf, weighFiling } from './rules/filing.ts';
export { fold } from './rules/fold.ts';
export { type Intent, intents, rules as actRules, whyNot } from './rules/possible.ts';
export { projectionOf } from './rules/rows.ts';
export { legalTime, openSteps, type ProcedureRules, resultFor, stepOf } from './rules/rules-of-procedure.ts';
export {
  type DossierState,
  type Due,
  nationalStatus,
  type OwedFee,
  openFees,
  type Stage,
  stages,
} from './rules/state.ts';
export { dueMoment, type WorkList } from './rules/work.ts';
export type { DossierServices } from './services.ts';
