export {
  anywhereGoal,
  type CountedProcedure,
  type CountedUnit,
  type Coverage,
  coverageByField,
  coverageByUnit,
  coverageOf,
  type NamedCoverage,
} from './coverage.ts';
export { deciderOf } from './decider.ts';
