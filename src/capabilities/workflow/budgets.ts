import type { Budget, LegalTime, Workflow } from '#capabilities/forms';
import { type StepContext, stepsFor } from './workflow.ts';

/** A working day of eight hours. */
const dayMinutes = 480;

/** Working minutes a step may take. */
export const budgetMinutes = (budget: Budget): number =>
  Math.round(budget.value * (budget.unit === 'hour' ? 60 : dayMinutes));

/**
 * Sum of the steps' budgets in working minutes up to the issued result, for planning and for lint, never for an
 * appointment. Handing the result over is not in it: that waits for the citizen, after the dossier is finished.
 */
export const plannedMinutes = (workflow: Workflow, context?: StepContext): number =>
  stepsFor(workflow, context)
    .filter((step) => step.does !== 'return' && !step.beside)
    .reduce((sum, step) => sum + budgetMinutes(step.budget), 0);

/**
 * How the internal budgets stand to the legal limit. It gives a finding and no date: the limit promised to the citizen
 * is the law's, also when the steps add up to less (or to exactly one working day beside "same day").
 * Calendar days and months are counted by their least possible working time (five days in seven).
 */
export function budgetsAgainstLimit(
  workflow: Workflow,
  time: LegalTime,
  context?: StepContext,
): { readonly finding: 'within' | 'over'; readonly planned: number; readonly limit: number } {
  const planned = plannedMinutes(workflow, context);
  const minutes = { hour: 60, working_day: dayMinutes, day: (dayMinutes * 5) / 7, month: dayMinutes * 20 };
  const limit = Math.floor(time.value * minutes[time.unit]);
  return { finding: planned > limit ? 'over' : 'within', planned, limit };
}
