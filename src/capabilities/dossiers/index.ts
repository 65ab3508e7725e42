export { type Acted, type ActOptions, actOnDossier, rulesFor } from './commands/act-on-dossier.ts';
export { adoptGuest, confirmIdentities } from './commands/adopt-guest.ts';
export { changeDossierContact, mayChangeContact } from './commands/change-contact.ts';
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
export { declarationDemand, type Submitted, submitDossier } from './commands/submit-dossier.ts';
export { dropFilter, keepFilter, writeMessage, writeNote } from './commands/talk.ts';
export { type WeighedDraft, weighDraft } from './commands/weigh-draft.ts';
export { givePaper } from './give-paper.ts';
export { countOverdue, dossierJobs, keepFinder } from './jobs/index.ts';
export {
  chargesOfTracked,
  type DossierView,
  locateDossier,
  myDossiers,
  possibleActs,
  presence,
  recordReading,
  type TrackedDossier,
  trackDossier,
  viewDossier,
} from './look.ts';
export { burdenOf, filedOfYear } from './look-at-burden.ts';
export { dossiersAgainstBooks } from './look-at-money.ts';
export { openWork } from './look-at-open-work.ts';
export { type ReadingOfMine, readingsOfMine } from './look-at-readings.ts';
export { type ReceiptFacts, receiptBySecret } from './look-at-receipt.ts';
export { type RegisterRow, registerOf } from './look-at-register.ts';
export {
  deskOfOfficer,
  proceduresAtWork,
  searchDossiers,
  type WorkFilter,
  workList,
  workUnits,
} from './look-at-work.ts';
export {
  decideMove,
  type Hindrance,
  type MoveDecision,
  type MoveInFull,
  type MoveItem,
  type MovePlaces,
  moveHindrance,
  moveVersions,
  proposeMove,
  type VersionMove,
  versionMoves,
} from './moving/index.ts';
export { dossierPermissions } from './permissions.ts';
export { planOfDiagram } from './plan-of-diagram.ts';
export type { DeliveryWish, Draft, DraftFacts } from './queries/drafts.ts';
export { type DossierRef, type LoadedDossier, loadDossier } from './queries/load-dossier.ts';
export { actsOf, allDossiers } from './queries/looking.ts';
export type { Act, ActKind, ActPayloads } from './rules/acts.ts';
export { defaultCodePattern, isCodePattern, readDossierCode, readSecret } from './rules/code.ts';
export { type Costs, costsOf } from './rules/costs.ts';
export { proofInWords } from './rules/exemption.ts';
export { type Filing, factsOf, weighFiling } from './rules/filing.ts';
export { fold } from './rules/fold.ts';
export { backTarget } from './rules/plan/back.ts';
export { focusOf } from './rules/plan/focus.ts';
export { leadTask, ownTasks } from './rules/plan/fold-plan.ts';
export type { OpenTask } from './rules/plan/plan-state.ts';
export { isPlanned } from './rules/plan/walk-plan.ts';
export { type Intent, intents, rules as actRules, whyNot } from './rules/possible.ts';
export { projectionOf } from './rules/rows.ts';
export {
  legalTime,
  openSteps,
  type ProcedureRules,
  resultFor,
  showsDraft,
  stepOf,
} from './rules/rules-of-procedure.ts';
export { signatureOfScan, unsignedScans } from './rules/scans.ts';
export {
  type DossierState,
  type Due,
  type Exemption,
  nationalStatus,
  type OwedFee,
  openFees,
  type SignedScan,
  type Stage,
  stages,
} from './rules/state.ts';
export { standingActs } from './rules/undo.ts';
export { dueMoment, type WorkList } from './rules/work.ts';
export type { DossierServices } from './services.ts';
export {
  type AnyTelling,
  type CommonWords,
  type Telling,
  type ToldAbout,
  toldOf,
} from './told/told.ts';
export { dayWords, dueWords, moneyWords } from './told/words.ts';
export { type NamesOfRun, triedCharges, triedRef, viewOfTried } from './tryout/as-view.ts';
export { triedCompetent, triedReceiver } from './tryout/cast.ts';
export { type RunProblem, runProblems } from './tryout/check-runs.ts';
export { deskOfficer, desksAt, type TriedDesk } from './tryout/desks.ts';
export { type Road, roads } from './tryout/moves.ts';
export { endDifferences, type RunEnd } from './tryout/run-end.ts';
export { endNow, mostRuns, type RunOn, readRuns, runAgain, type SavedRun } from './tryout/saved-run.ts';
export {
  costsOfTried,
  type Persona,
  type Tried,
  type TriedMoment,
  type TryOut,
  tryOut,
} from './tryout/try-out.ts';
