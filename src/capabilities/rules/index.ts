export {
  checkDecisions,
  compileDecisions,
  type DecisionResult,
  type DecisionShape,
  type Decisions,
  decide,
  shapesOf,
} from './dmn/decisions.ts';
export { type ColumnEdit, emptyDmn, type RowEdit, type TableEdit } from './dmn/edit.ts';
export { type HitPolicy, hitPolicies } from './dmn/hit-policies.ts';
export { lintTables, type TableFinding } from './dmn/lint-table.ts';
export { policyNamed, policyNames } from './dmn/policy-names.ts';
export { type DmnModel, readDmn } from './dmn/read.ts';
export { dmnProblemText, hasDmnSentence, tableFindingText } from './dmn/sentences.ts';
export { type TableText } from './dmn/table-text.ts';
export {
  type Callable,
  compileFeel,
  evaluateFeel,
  type Feel,
  type FeelOptions,
  holdsFeel,
} from './feel/feel.ts';
export { limits as feelLimits } from './feel/limits.ts';
export { type FeelWorker, openFeelWorker } from './worker/feel-worker.ts';
export { type DecisionsLook } from './worker/messages.ts';
