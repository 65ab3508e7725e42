export {
  type Change,
  costByActivity,
  costPerDossier,
  costPerYear,
  dossiersPerYear,
  type Effect,
  effectOf,
} from './cost.ts';
export { type Counted, firstSheet } from './first-sheet.ts';
export {
  costSheetOf,
  costSheets,
  type ProgrammeView,
  type ProposalsAsked,
  programmes,
  programmeView,
  simplification,
  simplifications,
} from './look.ts';
export { abandonment, averageTenths, type BurdenMeasure, type LeftAt } from './measure.ts';
export {
  type Member,
  type ProgrammeTotals,
  type ProposalKind,
  type ProposalState,
  proposalKinds,
  proposalMoves,
  type Standing,
} from './programme.ts';
export { type NewProgramme, startProgramme } from './programmes.ts';
export { moveProposal, type NewProposal, type ProposalMove, proposeSimplification } from './proposals.ts';
export type { KeptSheet, Programme, Proposal } from './queries.ts';
export { keepMeasure, saveCostSheet, startCostSheets } from './save-sheet.ts';
export { type Activity, activities, type CostRow, type CostSheet, costSheetShape } from './sheet.ts';
