export { type Comparison, compareNational, type HeldProcedure, type NationalChange } from './compare.ts';
export { type DecidedItem, decideNationalItem, decideNationalItems, type TakenOutcome } from './decide.ts';
export { handInNationalList, nationalUploads } from './hand-in.ts';
export { compareNationalList, keepNationalList, type NewList } from './keep-list.ts';
export { type ItemsAsked, nationalItems, nationalList, nationalLists, nationalRemarks } from './look.ts';
export type { NationalItem, NationalListHead, NationalRemark, NationalUpload } from './queries.ts';
export { readNationalLists } from './read-lists.ts';
export { nationalListLimits } from './reading/limits.ts';
export { recordDifferences } from './record-differences.ts';
