export {
  competenceUnder,
  type MovableLevel,
  type MoveRow,
  movableLevels,
} from './decentralisation.ts';
export {
  approveMove,
  decentralisation,
  decentralisations,
  endMoveOn,
  type MoveStep,
  markTold,
  moveHindrance,
  movesToCarryOut,
  withdrawMove,
} from './decide.ts';
export { type NewMove, proposeMove } from './propose.ts';
export type { Decentralisation } from './queries.ts';
