export { changeResult, type EndedResult, endedResultOf } from './change-state.ts';
export {
  type Asked,
  type CheckedResult,
  checkResult,
  lineOfResultSays,
  linesOfResult,
  resultFileInLog,
} from './check.ts';
export { resultPermissions } from './permissions.ts';

export {
  type IssuedResult,
  newResultToken,
  placeOnShelf,
  type RegisteredResult,
  recordResult,
  resultsOf,
  type ShelvedPaper,
  shelfOf,
} from './results.ts';
export { type ResultSignatures, type SignedFile, signedFile } from './signatures.ts';
