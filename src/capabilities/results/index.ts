export { resultStates } from './queries/index.ts';
export {
  type IssuedResult,
  placeOnShelf,
  type RecordedResult,
  recordResult,
  resultsOf,
  type ShelvedPaper,
  shelfOf,
} from './results.ts';
