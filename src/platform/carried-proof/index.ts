export { type Carried, carriedProof, carryProof } from './carry.ts';
