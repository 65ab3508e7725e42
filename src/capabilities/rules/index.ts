export {
  checkDecisions,
  compileDecisions,
  type DecisionResult,
  type Decisions,
  decide,
} from './dmn/decisions.ts';
export { lintTables, type TableFinding } from './dmn/lint-table.ts';
export { type DmnModel, readDmn } from './dmn/read.ts';
export {
  type Callable,
  compileFeel,
  evaluateFeel,
  type Feel,
  type FeelOptions,
  holdsFeel,
} from './feel/feel.ts';
export { limits as feelLimits } from './feel/limits.ts';
