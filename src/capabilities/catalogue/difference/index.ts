export type { Difference, DifferenceKind } from './difference.ts';
export { differenceOf } from './difference-of.ts';
