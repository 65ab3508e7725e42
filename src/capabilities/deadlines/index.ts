export {
  type Count,
  type Due,
  dueEndOfDay,
  dueOf,
  dueSameDay,
  dueToTheMinute,
  sameDayCutoff,
  startOf,
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
  minutesPerWorkingDay,
  parseTimeLimit,
  type TimeLimit,
  type TimeUnit,
  timeUnits,
  workingMinutesOf,
} from './time-limit.ts';
export type { Wait } from './waits.ts';
