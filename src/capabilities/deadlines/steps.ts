import { addWorkingMinutes, type LocalMinute, type WorkingCalendar } from '#capabilities/calendar';
import { done, type Outcome, refused } from '#kernel/outcome';
import { startOf } from './due.ts';
import { type TimeLimit, workingMinutesOf } from './time-limit.ts';

/** When a step should have the dossier, and by when it should pass it on. */
export interface PlannedStep {
  readonly from: LocalMinute;
  readonly due: LocalMinute;
}

/**
 * The personal due moments of the steps of a workflow, each beginning where the one before ends. Once a step has really
 * begun, its due moment is `dueOf` from that moment with the step's own budget and waits.
 */
export function planSteps(
  calendar: WorkingCalendar,
  received: LocalMinute,
  budgets: readonly TimeLimit[],
): Outcome<readonly PlannedStep[]> {
  const start = startOf(calendar, received);
  if (!start.ok) return start;
  const steps: PlannedStep[] = [];
  let from = start.value;
  for (const [step, budget] of budgets.entries()) {
    const minutes = workingMinutesOf(budget);
    if (minutes === null)
      return refused({
        code: 'step-time-not-working-time',
        field: `steps.${step}`,
        details: { step: step + 1 },
      });
    const due = addWorkingMinutes(calendar, from, minutes);
    if (due === undefined) return refused({ code: 'time-too-long', field: `steps.${step}` });
    steps.push({ from, due });
    from = due;
  }
  return done(steps);
}

/** Working minutes that a procedure's time leaves over when its steps have theirs; negative when they exceed it. */
export function spareMinutes(time: TimeLimit, budgets: readonly TimeLimit[]): number | null {
  return [time, ...budgets].reduce<number | null>((left, limit, i) => {
    const minutes = workingMinutesOf(limit);
    if (left === null || minutes === null) return null;
    return i === 0 ? minutes : left - minutes;
  }, 0);
}
