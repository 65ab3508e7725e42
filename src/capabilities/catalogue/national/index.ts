export { type Comparison, compareNational, type HeldProcedure, type NationalChange } from './compare.ts';
export { type DecidedItem, decideNationalItem, decideNationalItems, type TakenOutcome } from './decide.ts';
export { compareNationalList, keepNationalList, type NewList } from './keep-list.ts';
export { type ItemsAsked, nationalItems, nationalList, nationalLists } from './look.ts';
export type { NationalItem, NationalListHead } from './queries.ts';
export { recordDifferences } from './record-differences.ts';
