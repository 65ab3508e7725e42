export {
  type IssuedResult,
  placeOnShelf,
  recordResult,
  type ShelvedPaper,
  shelfOf,
} from './results.ts';
