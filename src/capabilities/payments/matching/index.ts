export { askForMatching, type HandedFile, handInMoneyFile } from './hand-in.ts';
export {
  type DifferenceKind,
  differenceKinds,
  type KindGroup,
  kindGroupNames,
  kindGroups,
  toolsOf,
} from './kinds.ts';
export {
  type DifferenceFilter,
  type DifferenceLook,
  differencesOf,
  lookAtDifference,
  lookAtMatching,
  type MatchingLook,
  markedToGiveBack,
} from './look.ts';
export { findUnresolved, matchingJobs, matchWanted, matchYesterday } from './match-days.ts';
export type { Difference, DifferenceStep, MatchResult, MoneyFile, ToGiveBack } from './queries/index.ts';
export { importSettlement, readMoneyFile } from './read-files.ts';
export { type Matching, reconcile } from './reconcile.ts';
export type { DossierDifference, DossiersAsked, MatchingServices } from './services.ts';
export { type Tying, tieBankLine } from './settle-outgoing.ts';
export { type Assigning, assignBankLine, settleNewTransfers } from './settle-transfers.ts';
export { type WorkStep } from './work-off.ts';
export { workOffDifference } from './write-step.ts';
