export {
  type Count,
  type Due,
  dueEndOfDay,
  dueOf,
  dueSameDay,
  dueToTheMinute,
} from './due.ts';
export { explainRefusal } from './sentences.ts';
export {
  lastMinuteOf,
  type OnTime,
  onTimeInWork,
  onTimeWhenFinished,
  type TimeLeft,
  timeLeft,
} from './standing.ts';
export { type PlannedStep, planSteps, spareMinutes } from './steps.ts';
export {
  parseTimeLimit,
  type TimeLimit,
  type TimeUnit,
} from './time-limit.ts';
export type { Wait } from './waits.ts';
