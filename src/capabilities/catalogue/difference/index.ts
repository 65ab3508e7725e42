export type { Difference, DifferenceKind } from './difference.ts';
export { differenceInFull } from './difference-in-full.ts';
export { differenceOf } from './difference-of.ts';
