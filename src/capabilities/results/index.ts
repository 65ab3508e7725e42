export {
  type IssuedResult,
  placeOnShelf,
  recordResult,
  resultsOf,
  type ShelvedPaper,
  shelfOf,
} from './results.ts';
