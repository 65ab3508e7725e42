export {
  type DutyContent,
  type DutyKind,
  type DutyState,
  dutyKinds,
  dutyMoves,
  dutyStates,
  type Frequency,
} from './duty.ts';
export { type DutiesAsked, type DutyCounts, duties, dutyCounts, dutyOf } from './look.ts';
export { type DutyMove, type DutyToLoad, loadDuties, moveDuty, putDuty } from './put-duty.ts';
export type { Duty } from './queries.ts';
